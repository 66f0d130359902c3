// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ticket_rows.h"

#include "domain/workflow.h"
#include "record/cbor.h"
#include "store/schema.h"
#include "store/text_index.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

int keptFields()
{
    static const int count =
        int(std::ranges::count_if(ticketFields(), [](const auto &spec) { return spec.is(Kept); }));
    return count;
}

QVariant orNull(qint64 value)
{
    return value ? QVariant(value) : QVariant();
}

QByteArray encoded(const Values &values)
{
    QByteArray bytes;
    if (!values.isEmpty())
        record::CborWriter(&bytes).values(values);
    return bytes;
}

Values decoded(const QByteArray &bytes)
{
    return bytes.isEmpty() ? Values() : record::CborReader(bytes).values(&ticketFields());
}

qint64 closedAt_ms(const Ticket &ticket)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow || !workflow->isFinal(ticket.state))
        return 0;
    const qint64 done = ticket.values.number(field::DoneAt);
    return done ? done : ticket.steps.isEmpty() ? 0 : ticket.steps.constLast().at_ms;
}

qint64 missedClocks(const Ticket &ticket)
{
    return std::ranges::count_if(ticket.clocks, [](const TicketClock &clock) {
        return !clock.isOpen() && clock.stopped_ms > clock.due_ms;
    });
}

/// A column that follows from a ticket's state.
struct StateColumn {
    const char *name;
    QVariant (*of)(const Ticket &ticket);
};

const StateColumn stateColumns[] = {
    {"workflow", [](const Ticket &ticket) { return QVariant(ticket.workflow); }},
    {"state", [](const Ticket &ticket) { return QVariant(ticket.state); }},
    {"round", [](const Ticket &ticket) { return QVariant(ticket.round); }},
    {"due_at",
        [](const Ticket &ticket) {
            const TicketClock *due = ticket.nextDue();
            return due ? QVariant(due->due_ms) : QVariant();
        }},
    {"due_clock",
        [](const Ticket &ticket) {
            const TicketClock *due = ticket.nextDue();
            return due ? QVariant(due->clock) : QVariant();
        }},
    {"missed", [](const Ticket &ticket) { return QVariant(missedClocks(ticket)); }},
    {"arrived_at", [](const Ticket &ticket) { return orNull(ticket.firstTime_ms(u"arrive")); }},
    {"finished_at", [](const Ticket &ticket) { return orNull(ticket.lastTime_ms(u"finish")); }},
    {"closed_at", [](const Ticket &ticket) { return orNull(closedAt_ms(ticket)); }},
    {"last_entry", [](const Ticket &ticket) { return QVariant(ticket.revision); }},
    {"recorded_at",
        [](const Ticket &ticket) {
            return QVariant(
                ticket.steps.isEmpty() ? qint64(0) : ticket.steps.constFirst().recorded_ms);
        }},
};

/// The columns of a ticket's row, all of them or those alone that no index holds.
enum class Columns : quint8 { All, Plain };

QByteArrayList namesOf(Columns which)
{
    QByteArrayList names;
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Kept))
            names << spec.key;
    }
    for (const StateColumn &column : stateColumns)
        names << column.name;
    if (which == Columns::Plain)
        names.removeIf(isIndexedInTickets);
    return names;
}

/// Binds the columns from parameter `at` on; gives the parameter behind them.
int bindTicket(Statement &write, int at, const Ticket &ticket, RowNumbers &rows, Columns which)
{
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Kept) && (which == Columns::All || !isIndexedInTickets(spec.key)))
            write.bind(at++, toColumn(spec, ticket.values[spec.id], rows));
    }
    for (const StateColumn &column : stateColumns) {
        if (which == Columns::All || !isIndexedInTickets(column.name))
            write.bind(at++, column.of(ticket));
    }
    return at;
}

bool sameInIndexes(const Ticket &one, const Ticket &other)
{
    return std::ranges::all_of(ticketFields(), [&](const FieldSpec &spec) {
        return !spec.is(Kept) || !isIndexedInTickets(spec.key)
            || one.values[spec.id] == other.values[spec.id];
    }) && std::ranges::all_of(stateColumns, [&](const StateColumn &column) {
        return !isIndexedInTickets(column.name) || column.of(one) == column.of(other);
    });
}

QByteArray insertSql()
{
    const QByteArrayList names = namesOf(Columns::All);
    return "INSERT INTO tickets(uid, " + names.join(", ") + ") VALUES(?"
        + QByteArray(",?").repeated(names.size()) + ")";
}

QByteArray updateSql(Columns which)
{
    return "UPDATE tickets SET " + namesOf(which).join("=?, ") + "=? WHERE id=?";
}

void insertStep(Database &database, RowNumbers &rows, qint64 ticket, const Step &step)
{
    const QByteArray values = encoded(step.values), before = encoded(step.before);
    database
        .prepared("INSERT INTO steps(ticket, action, state, round, by, typed_by, at, recorded_at, "
                  "fields, before)"
                  " VALUES(?,?,?,?,?,?,?,?,?,?)")
        .bind(1, ticket)
        .bind(2, step.action)
        .bind(3, step.to)
        .bind(4, step.round)
        .bind(5, rows.numberFor(step.by))
        .bind(6, rows.numberFor(step.typedBy))
        .bind(7, step.at_ms)
        .bind(8, step.recorded_ms)
        .bind(9, values.isEmpty() ? QVariant() : values)
        .bind(10, before.isEmpty() ? QVariant() : before)
        .run();
}

void saveClock(Database &database, qint64 ticket, const TicketClock &clock)
{
    database.prepared("INSERT OR REPLACE INTO clocks VALUES(?,?,?,?,?,?,?,?,?,?,?)")
        .bind(1, ticket)
        .bind(2, clock.clock)
        .bind(3, clock.round)
        .bind(4, clock.started_ms)
        .bind(5, clock.due_ms)
        .bind(6, orNull(clock.stopped_ms))
        .bind(7, clock.basis.minutes)
        .bind(8, clock.basis.days)
        .bind(9, clock.basis.hours)
        .bind(10, orNull(clock.paused_ms))
        .bind(11, clock.rested_ms)
        .run();
}

void removeClock(Database &database, qint64 ticket, const TicketClock &clock)
{
    database.prepared("DELETE FROM clocks WHERE ticket=? AND clock=? AND round=? AND started_at=?")
        .bind(1, ticket)
        .bind(2, clock.clock)
        .bind(3, clock.round)
        .bind(4, clock.started_ms)
        .run();
}

/// Steps are only ever added, unless an entry came late and the ticket was folded anew.
void writeSteps(
    Database &database, RowNumbers &rows, const NumberedTicket &before, const Ticket &after)
{
    qsizetype same = before.ticket.steps.size();
    const bool isLonger = after.steps.size() >= same
        && std::equal(
            before.ticket.steps.cbegin(), before.ticket.steps.cend(), after.steps.cbegin());
    if (!isLonger) {
        database.prepared("DELETE FROM steps WHERE ticket=?").bind(1, before.number).run();
        same = 0;
    }
    for (const Step &step : after.steps.sliced(same))
        insertStep(database, rows, before.number, step);
}

void loadSteps(Database &database, RowNumbers &rows, NumberedTicket &found)
{
    Statement &steps = database.prepared(
        "SELECT action, state, round, by, typed_by, at, recorded_at, fields, before"
        " FROM steps WHERE ticket=? ORDER BY id");
    steps.bind(1, found.number);
    while (steps.step()) {
        found.ticket.steps.append({steps.text(0), steps.text(1), int(steps.integer(2)),
            rows.idOf(steps.integer(3)), rows.idOf(steps.integer(4)), steps.integer(5),
            steps.integer(6), decoded(steps.blob(7)), decoded(steps.blob(8))});
    }
}

void loadClocks(Database &database, NumberedTicket &found)
{
    Statement &clocks =
        database.prepared("SELECT clock, round, started_at, due_at, stopped_at, minutes, days,"
                          " hours, paused_at, rested_ms FROM clocks"
                          " WHERE ticket=? ORDER BY round, due_at, clock");
    clocks.bind(1, found.number);
    while (clocks.step()) {
        found.ticket.clocks.append(
            {clocks.text(0), int(clocks.integer(1)), clocks.integer(2), clocks.integer(3),
                clocks.integer(4), {int(clocks.integer(5)), int(clocks.integer(6)), clocks.text(7)},
                clocks.integer(8), clocks.integer(9)});
    }
}

std::optional<NumberedTicket> loadFrom(Database &database, RowNumbers &rows, Statement &find)
{
    if (!find.step())
        return {};
    NumberedTicket found;
    Ticket &ticket = found.ticket;
    found.number = find.integer(0);
    ticket.id = find.id(1);
    ticket.workflow = find.text(2);
    ticket.state = find.text(3);
    ticket.round = int(find.integer(4));
    ticket.revision = find.integer(5);
    QVector<QVariant> columns;
    for (int i = 0; i < keptFields(); ++i)
        columns.append(find.value(6 + i));
    find.reset();
    int at = 0;
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Kept))
            ticket.values.set(spec.id, fromColumn(spec, columns[at++], rows));
    }
    loadSteps(database, rows, found);
    loadClocks(database, found);
    return found;
}

QByteArray selectSql(const char *where)
{
    return "SELECT id, uid, workflow, state, round, last_entry, " + ticketFieldColumns()
        + " FROM tickets WHERE " + where;
}

} // namespace

bool refersToRow(FieldType type)
{
    return namedBy(type).has_value();
}

QVariant toColumn(const FieldSpec &spec, const QVariant &value, RowNumbers &rows)
{
    if (!value.isValid() || !refersToRow(spec.type))
        return value;
    return orNull(rows.numberFor(value.value<Id>()));
}

QVariant fromColumn(const FieldSpec &spec, const QVariant &column, RowNumbers &rows)
{
    if (!column.isValid())
        return column;
    if (refersToRow(spec.type))
        return QVariant::fromValue(rows.idOf(column.toLongLong()));
    if (spec.type == FieldType::Reference || spec.type == FieldType::Ticket)
        return QVariant::fromValue(Id::fromBytes(column.toByteArray()).value_or(Id()));
    return spec.type == FieldType::Flag ? QVariant(column.toBool()) : column;
}

std::optional<NumberedTicket> loadTicket(Database &database, RowNumbers &rows, const Id &id)
{
    static const QByteArray sql = selectSql("uid=?");
    return loadFrom(database, rows, database.prepared(sql).bind(1, id));
}

std::optional<NumberedTicket> loadTicket(Database &database, RowNumbers &rows, qint64 number)
{
    static const QByteArray sql = selectSql("id=?");
    return loadFrom(database, rows, database.prepared(sql).bind(1, number));
}

qint64 insertTicket(Database &database, RowNumbers &rows, const Ticket &ticket)
{
    static const QByteArray sql = insertSql();
    Statement &insert = database.prepared(sql);
    insert.bind(1, ticket.id);
    bindTicket(insert, 2, ticket, rows, Columns::All);
    insert.run();
    const qint64 number = database.lastInsertId();
    for (const Step &step : ticket.steps)
        insertStep(database, rows, number, step);
    for (const TicketClock &clock : ticket.clocks)
        saveClock(database, number, clock);
    return number;
}

void updateTicket(
    Database &database, RowNumbers &rows, const NumberedTicket &before, const Ticket &after)
{
    static const QByteArray all = updateSql(Columns::All), plain = updateSql(Columns::Plain);
    const TextChange text(database, before.number, before.ticket.values, after.values);
    const Columns which = sameInIndexes(before.ticket, after) ? Columns::Plain : Columns::All;
    Statement &update = database.prepared(which == Columns::All ? all : plain);
    update.bind(bindTicket(update, 1, after, rows, which), before.number).run();
    text.apply();
    writeSteps(database, rows, before, after);
    for (const TicketClock &clock : before.ticket.clocks) {
        if (!after.clocks.contains(clock))
            removeClock(database, before.number, clock);
    }
    for (const TicketClock &clock : after.clocks) {
        if (!before.ticket.clocks.contains(clock))
            saveClock(database, before.number, clock);
    }
}

void removeTicket(Database &database, const NumberedTicket &ticket)
{
    removeText(database, ticket.number, ticket.ticket.values);
    for (const char *sql : {"DELETE FROM steps WHERE ticket=?", "DELETE FROM clocks WHERE ticket=?",
             "DELETE FROM tickets WHERE id=?"})
        database.prepared(sql).bind(1, ticket.number).run();
}

} // namespace store
