// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/improvements.h"

#include "domain/fold.h"
#include "domain/rights_scope.h"
#include "store/conflicts.h"
#include "store/entry_index.h"
#include "store/reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace reports
{

using namespace domain;
using store::NumberedRow;
using Stage = Improvement::Stage;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(reports::Improvement)
};

constexpr const char *codes[] = {"overdue", "open", "done", "checked"};

QString nameOf(store::Reader &reader, const Id &person)
{
    const auto row = person.isNull() ? std::nullopt : reader.findRow(person);
    return row ? row->row.values.text(staff::Name) : QString();
}

Improvement improvementOf(
    store::Reader &reader, const RegisterRow &row, const store::NumberedTicket *ticket)
{
    const Values &values = row.values;
    const Id owner = values[measure::By].value<Id>();
    return {.id = row.id,
        .ticket = ticket ? ticket->ticket.id : Id(),
        .number = ticket ? ticket->ticket.values.text(field::Number) : QString(),
        .what = values.text(measure::What),
        .owner = owner,
        .who = nameOf(reader, owner),
        .due_ms = values.number(measure::Due),
        .done_ms = values.number(measure::Done),
        .effect = values.text(measure::Effect),
        .checkedBy = nameOf(reader, values[measure::CheckedBy].value<Id>()),
        .checked_ms = values.number(measure::Checked)};
}

std::optional<store::NumberedTicket> ticketOf(store::Reader &reader, const RegisterRow &row)
{
    const Id ticket = row.values[measure::Ticket].value<Id>();
    return ticket.isNull() ? std::nullopt : reader.findTicket(ticket);
}

/// The row as it stood after an entry; nothing where it wasn't there yet or no longer.
std::optional<RegisterRow> rowAt(store::Database &database, const RegisterRow &now, qint64 position)
{
    store::EntryIndex index(database);
    const QSet<qint64> withoutEffect = store::entriesWithoutEffect(database, now.id);
    QVector<qint64> entries;
    bool isLatest = true;
    store::Statement each(database.handle(), "SELECT entry FROM history WHERE entity=?");
    each.bind(1, now.id);
    while (each.step()) {
        const qint64 entry = each.integer(0);
        isLatest = isLatest && entry <= position;
        if (entry <= position && !withoutEffect.contains(entry))
            entries.append(entry);
    }
    if (isLatest)
        return now.removed ? std::nullopt : std::optional(now);
    std::ranges::sort(entries, isBefore, [&index](qint64 entry) { return index.placeAt(entry); });
    RegisterRow then{now.id, now.reg};
    for (const qint64 entry : std::as_const(entries)) {
        for (const Event &event : index.entryAt(entry).entry.events) {
            if (const auto *put = std::get_if<RegisterPut>(&event); put && put->row == now.id)
                fold(then, *put);
            else if (const auto *gone = std::get_if<RegisterRemoved>(&event);
                     gone && gone->row == now.id)
                fold(then, *gone);
        }
    }
    return entries.isEmpty() || then.removed ? std::nullopt : std::optional(then);
}

/// All rows of the register as they stood after an entry, those that were removed since among them.
QVector<RegisterRow> rowsAt(store::Database &database, qint64 position)
{
    QVector<RegisterRow> rows;
    store::Statement each(
        database.handle(), "SELECT id FROM registers WHERE register=? ORDER BY id");
    each.bind(1, int(Register::Measure));
    while (each.step()) {
        const auto now = store::loadRow(database, each.integer(0));
        if (const auto then = now ? rowAt(database, now->row, position) : std::nullopt)
            rows.append(*then);
    }
    return rows;
}

/// When it was put on record.
qint64 begun_ms(store::Database &database, const RegisterRow &row)
{
    store::Statement first(database.handle(), "SELECT min(entry) FROM history WHERE entity=?");
    first.bind(1, row.id);
    return first.step() ? store::findRecordedAt_ms(database, first.integer(0)) : 0;
}

/// Whether a report tells of it.
class Belongs
{
public:
    Belongs(store::Reader &reader, const ImprovementQuery &query)
        : m_query(query)
        , m_database(reader.database())
    {
        for (const QString &code : query.grids) {
            const auto row = reader.findRowByCode(Register::Grid, code);
            m_grids.append(row ? row->row.id : Id());
        }
    }

    bool operator()(const RegisterRow &row, const store::NumberedTicket *ticket) const
    {
        const bool isFinished = row.values.has(measure::Checked);
        if (!ticket)
            return !isFinished && m_grids.isEmpty() && begun_ms(m_database, row) < m_query.until_ms;
        const Values &values = ticket->ticket.values;
        const qint64 happened_ms = values.number(field::HappenedAt);
        const bool isThere = m_grids.isEmpty() || m_grids.contains(values[field::Grid].value<Id>());
        const bool isOfKind =
            m_query.kinds.isEmpty() || m_query.kinds.contains(values.text(field::Kind));
        return isThere && isOfKind && happened_ms < m_query.until_ms
            && (!isFinished || happened_ms >= m_query.from_ms);
    }

private:
    const ImprovementQuery &m_query;
    store::Database &m_database;
    QVector<Id> m_grids;
};

bool isDueBefore(const Improvement &one, const Improvement &other)
{
    return one.due_ms != other.due_ms ? one.due_ms < other.due_ms : one.id < other.id;
}

QString dated(const QString &frame, const QDate &day)
{
    return frame.arg(day.toString(Qt::ISODate));
}

} // namespace

QDate Improvement::day(qint64 at_ms, const QTimeZone &zone) const
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).date();
}

qint64 Improvement::lateDays(qint64 at_ms, const QTimeZone &zone) const
{
    return std::max<qint64>(0, day(due_ms, zone).daysTo(day(done_ms ? done_ms : at_ms, zone)));
}

Stage Improvement::stage(qint64 at_ms, const QTimeZone &zone) const
{
    if (checked_ms)
        return Stage::Checked;
    if (done_ms)
        return Stage::Done;
    return lateDays(at_ms, zone) > 0 ? Stage::Overdue : Stage::Open;
}

QString Improvement::standing(qint64 at_ms, const QTimeZone &zone) const
{
    const int late = int(lateDays(at_ms, zone));
    const QString done = dated(Words::tr("done %1"), day(done_ms, zone));
    const QString doneLate =
        late > 0 ? Words::tr("%1, %n day(s) late", nullptr, late).arg(done) : done;
    switch (stage(at_ms, zone)) {
    case Stage::Overdue:
        return Words::tr("overdue by %n day(s)", nullptr, late);
    case Stage::Open:
        break;
    case Stage::Done:
        return Words::tr("%1; effect not checked yet").arg(doneLate);
    case Stage::Checked:
        return done_ms ? Words::tr("%1; effect checked").arg(doneLate)
                       : Words::tr("effect checked");
    }
    const int left = int(day(at_ms, zone).daysTo(day(due_ms, zone)));
    return left == 0 ? Words::tr("due today") : Words::tr("%n day(s) left", nullptr, left);
}

QString codeOf(Stage stage)
{
    return QString::fromLatin1(codes[int(stage)]);
}

QString wordOf(Stage stage)
{
    switch (stage) {
    case Stage::Overdue:
        return Words::tr("overdue");
    case Stage::Open:
        return Words::tr("not done yet");
    case Stage::Done:
        return Words::tr("done, effect not checked yet");
    case Stage::Checked:
        break;
    }
    return Words::tr("effect checked");
}

QVector<Improvement> findImprovementsOf(store::Reader &reader, const Id &ticket)
{
    QVector<Improvement> found;
    const auto of = reader.findTicket(ticket);
    if (!of)
        return found;
    for (const NumberedRow &row : reader.findRowsUnder(Register::Measure, ticket))
        found.append(improvementOf(reader, row.row, &*of));
    std::ranges::sort(found, isDueBefore);
    return found;
}

QVector<Improvement> findImprovements(store::Reader &reader, const ImprovementQuery &query)
{
    QVector<Improvement> found;
    const Belongs belongs(reader, query);
    for (const RegisterRow &row : rowsAt(reader.database(), query.position)) {
        const auto ticket = ticketOf(reader, row);
        const store::NumberedTicket *of = ticket ? &*ticket : nullptr;
        if (belongs(row, of))
            found.append(improvementOf(reader, row, of));
    }
    const QTimeZone zone = reader.zone();
    std::ranges::sort(found, [&](const Improvement &one, const Improvement &other) {
        const Stage first = one.stage(query.at_ms, zone), second = other.stage(query.at_ms, zone);
        return first != second ? first < second : isDueBefore(one, other);
    });
    return found;
}

QVector<Improvement> findOverdueFor(store::Reader &reader, const Id &person)
{
    constexpr quint16 watches = Chief | Head | Supervisor | Manager;
    const Actor actor = reader.actorNow(person);
    const QTimeZone zone = reader.zone();
    QVector<Improvement> found;
    for (const NumberedRow &row : reader.findRows(Register::Measure)) {
        if (row.row.values.has(measure::Done) || row.row.values.has(measure::Checked))
            continue;
        const auto ticket = ticketOf(reader, row.row);
        const Improvement one = improvementOf(reader, row.row, ticket ? &*ticket : nullptr);
        if (one.stage(actor.at_ms, zone) != Stage::Overdue)
            continue;
        const Scope scope = ticket ? scopeOf(ticket->ticket.values) : Scope{.isCompany = true};
        if (one.owner == person || has(watches, scope, actor, reader.grants()))
            found.append(one);
    }
    std::ranges::sort(found, isDueBefore);
    return found;
}

} // namespace reports
