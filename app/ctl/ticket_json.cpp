// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket_json.h"

#include "items/clock_words.h"
#include "items/conflict_words.h"

#include "domain/words.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QJsonArray clocksJson(const Ticket &ticket, store::Reader &reader, const FieldText &text)
{
    const qint64 now_ms = reader.now_ms();
    const Standards standards = reader.standards();
    QJsonArray clocks;
    for (const TicketClock &clock : ticket.clocks) {
        QJsonObject object{{u"clock"_s, clock.clock}, {u"round"_s, clock.round},
            {u"started"_s, text.time(clock.started_ms)}, {u"due"_s, text.time(clock.due_ms)},
            {u"late"_s, clock.isLate(now_ms)},
            {u"counted"_s, items::basisWords(clock.basis, standards)}};
        if (clock.isPaused())
            object.insert(u"paused"_s, text.time(clock.paused_ms));
        if (!clock.isOpen())
            object.insert(u"stopped"_s, text.time(clock.stopped_ms));
        clocks.append(object);
    }
    return clocks;
}

QJsonObject stepJson(const Step &step, const FieldText &text)
{
    const QJsonObject by = text.person(step.by).toObject();
    QJsonObject object{{u"action"_s, step.action}, {u"to"_s, step.to}, {u"round"_s, step.round},
        {u"by"_s, by[u"login"_s]}, {u"by_name"_s, by[u"name"_s]},
        {u"typed_by"_s, text.code(step.typedBy)}, {u"at"_s, text.time(step.at_ms)},
        {u"recorded_at"_s, text.time(step.recorded_ms)}};
    Values values = step.values;
    // An attachment's key opens its file and is for the desk alone.
    values.remove(field::FileKey);
    if (!values.isEmpty())
        object.insert(u"fields"_s, text.json(ticketFields(), values));
    if (!step.before.isEmpty())
        object.insert(u"before"_s, text.json(ticketFields(), step.before));
    return object;
}

QJsonValue customerJson(const Id &id, store::Reader &reader, const FieldText &text)
{
    const auto row = id.isNull() ? std::nullopt : reader.findRow(id);
    if (!row)
        return {};
    QJsonObject object = text.json(registerSpec(Register::Customer).fields, row->row.values);
    object.insert(u"id"_s, id.toHex());
    return object;
}

QJsonValue gridJson(const Id &id, store::Reader &reader, const FieldText &text)
{
    const auto row = id.isNull() ? std::nullopt : reader.findRow(id);
    if (!row)
        return {};
    const Values &values = row->row.values;
    return QJsonObject{{u"code"_s, values.text(grid::Code)}, {u"name"_s, values.text(grid::Name)},
        {u"chief"_s, text.person(values[grid::Chief].value<Id>())}};
}

QJsonArray conflictsJson(const Id &ticket, store::Reader &reader)
{
    QJsonArray conflicts;
    for (const store::ConflictLine &conflict : reader.findConflicts(ticket))
        conflicts.append(QJsonObject{{u"id"_s, conflict.id.toHex()}, {u"entry"_s, conflict.entry},
            {u"reason"_s, items::conflictCode(conflict.reason)},
            {u"settled"_s, conflict.settledBy != 0}});
    return conflicts;
}

} // namespace

QJsonObject dueJson(const Ticket &ticket, const FieldText &text)
{
    QJsonObject due;
    for (const TicketClock &clock : ticket.clocks) {
        if (clock.isRunning())
            due.insert(clock.clock, text.time(clock.due_ms));
    }
    return due;
}

QJsonObject ticketJson(const Ticket &ticket, store::Reader &reader, const FieldText &text)
{
    const auto rowIn = [&ticket](quint8 number) { return ticket.values[number].value<Id>(); };
    QJsonArray steps;
    for (const Step &step : ticket.steps)
        steps.append(stepJson(step, text));
    return {{u"number"_s, ticket.values.text(field::Number)}, {u"id"_s, ticket.id.toHex()},
        {u"workflow"_s, ticket.workflow}, {u"state"_s, ticket.state},
        {u"state_word"_s, stateWord(ticket.state)}, {u"round"_s, ticket.round},
        {u"revision"_s, ticket.revision}, {u"fields"_s, text.json(ticketFields(), ticket.values)},
        {u"grid"_s, gridJson(rowIn(field::Grid), reader, text)},
        {u"people"_s,
            QJsonObject{{u"customer"_s, customerJson(rowIn(field::Customer), reader, text)},
                {u"first_receiver"_s, text.person(rowIn(field::FirstReceiver))},
                {u"assignee"_s, text.person(rowIn(field::Assignee))},
                {u"responsible"_s, text.person(rowIn(field::Responsible))}}},
        {u"due"_s, dueJson(ticket, text)}, {u"clocks"_s, clocksJson(ticket, reader, text)},
        {u"steps"_s, steps}, {u"conflicts"_s, conflictsJson(ticket.id, reader)}};
}

QJsonObject coveredTicket(QJsonObject ticket)
{
    const QString note = ticketFields().find(field::PrivateNote)->name();
    QJsonObject people = ticket[u"people"].toObject();
    people.insert(u"customer"_s,
        FieldText::covered(
            registerSpec(Register::Customer).fields, people[u"customer"].toObject()));
    ticket.insert(u"people"_s, people);
    QJsonArray steps = ticket[u"steps"].toArray();
    for (QJsonValueRef step : steps) {
        QJsonObject object = step.toObject();
        QJsonObject fields = object[u"fields"].toObject();
        if (fields.contains(note))
            fields.insert(note, u"***"_s);
        object.insert(u"fields"_s, fields);
        step = object;
    }
    ticket.insert(u"steps"_s, steps);
    return ticket;
}

QJsonObject lineJson(const store::TicketLine &line, const FieldText &text, store::Reader &reader)
{
    QJsonObject object{
        {u"number"_s, line.number}, {u"state"_s, line.state}, {u"round"_s, line.round}};
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    const auto putTime = [&](const QString &key, qint64 moment_ms) {
        if (moment_ms)
            object.insert(key, text.time(moment_ms));
    };
    put(u"kind"_s, line.kind);
    put(u"line"_s, line.line);
    put(u"category"_s, line.category);
    put(u"urgency"_s, line.urgency);
    put(u"title"_s, line.title);
    put(u"address"_s, line.address);
    put(u"grid"_s, text.code(reader.rows().idOf(line.grid)));
    put(u"assignee"_s, text.code(reader.rows().idOf(line.assignee)));
    put(u"unit"_s, line.unit);
    putTime(u"happened_at"_s, line.happened_ms);
    putTime(u"due"_s, line.due_ms);
    put(u"due_clock"_s, line.dueClock);
    putTime(u"closed_at"_s, line.closed_ms);
    if (line.satisfaction)
        object.insert(u"satisfaction"_s, line.satisfaction);
    if (line.missed)
        object.insert(u"missed"_s, line.missed);
    if (line.customer)
        object.insert(u"customer"_s, reader.rows().idOf(line.customer).toHex());
    return object;
}

} // namespace ctl
