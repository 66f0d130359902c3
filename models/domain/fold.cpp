// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/fold.h"

#include "domain/stock.h"
#include "domain/workflow.h"

#include <algorithm>

namespace domain
{

namespace
{

void wake(TicketClock &clock, qint64 at_ms)
{
    if (clock.paused_ms)
        clock.rested_ms += std::max<qint64>(0, at_ms - clock.paused_ms);
    clock.paused_ms = 0;
}

void startClocks(Ticket &ticket, const QVector<ClockStart> &starts, qint64 at_ms)
{
    for (const ClockStart &start : starts) {
        const auto open = std::ranges::find_if(ticket.clocks, [&start](const TicketClock &clock) {
            return clock.isOpen() && clock.clock == start.clock;
        });
        if (open == ticket.clocks.end()) {
            ticket.clocks.append(
                {start.clock, ticket.round, at_ms, start.due_ms, 0, start.basis, 0, 0});
            continue;
        }
        wake(*open, at_ms);
        open->due_ms = start.due_ms;
        open->basis = start.basis;
    }
}

/// One that is stopped while it rests counts up to where its rest began.
void stopClocks(Ticket &ticket, qint64 at_ms, const auto &isMeant)
{
    for (TicketClock &clock : ticket.clocks) {
        if (!clock.isOpen() || !isMeant(clock))
            continue;
        clock.stopped_ms = clock.paused_ms ? clock.paused_ms : at_ms;
        wake(clock, at_ms);
    }
}

void pauseClocks(Ticket &ticket, const QStringList &pauses, qint64 at_ms)
{
    for (TicketClock &clock : ticket.clocks) {
        if (clock.isRunning() && pauses.contains(clock.clock))
            clock.paused_ms = at_ms;
    }
}

/// Keeps the values that tickets keep, and says which ones that replaced.
Values keep(Ticket &ticket, const Values &values)
{
    Values before;
    for (const auto &[number, value] : values) {
        const FieldSpec *spec = ticketFields().find(number);
        if (!spec || !spec->is(Kept))
            continue;
        before.set(number, ticket.values[number]);
        ticket.values.set(number, value);
    }
    return before;
}

/// What tickets don't keep stands in the service record alone.
Values onlyOfTheStep(const Values &values)
{
    Values rest;
    for (const auto &[number, value] : values) {
        const FieldSpec *spec = ticketFields().find(number);
        if (spec && !spec->is(Kept))
            rest.set(number, value);
    }
    return rest;
}

const ActionSpec *actionOf(const Ticket &ticket, const StepTaken &event)
{
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    return workflow ? workflow->findAction(event.action) : nullptr;
}

/// Whether it left the ticket where it was, when it was decided: then it does so wherever the ticket has gone meanwhile.
bool staysWhereItIs(const ActionSpec &action, const StepTaken &event)
{
    return std::ranges::none_of(action.branches,
        [&event](const Branch &branch) { return event.to == QLatin1StringView(branch.to); });
}

bool mayFollow(const Ticket &ticket, const StepTaken &event)
{
    const ActionSpec *action = actionOf(ticket, event);
    if (!action)
        return false;
    // Of two who answer the same the first one has answered it.
    if (*action->answers
        && !findUnanswered(*findWorkflow(ticket.workflow), ticket, action->answers))
        return false;
    if (action->from.empty())
        return staysWhereItIs(*action, event)
            || !findWorkflow(ticket.workflow)->isFinal(ticket.state);
    return std::ranges::any_of(
        action->from, [&](const char *state) { return ticket.state == QLatin1StringView(state); });
}

} // namespace

Effect fold(Ticket &ticket, const TicketOpened &event, const EntryFacts &facts)
{
    if (ticket.exists())
        return Effect::Void;
    ticket.id = event.ticket;
    ticket.workflow = event.workflow;
    ticket.state = event.state;
    ticket.revision = facts.position;
    keep(ticket, event.values);
    startClocks(ticket, event.starts, event.at_ms);
    ticket.steps.append({.action = QStringLiteral("open"),
        .to = event.state,
        .by = event.by,
        .typedBy = facts.actor,
        .at_ms = event.at_ms,
        .recorded_ms = facts.recorded_ms,
        .values = onlyOfTheStep(event.values)});
    return Effect::Applied;
}

Effect fold(Ticket &ticket, const StepTaken &event, const EntryFacts &facts)
{
    if (!ticket.exists() || !mayFollow(ticket, event))
        return Effect::Void;
    Values before = keep(ticket, event.values);
    if (event.action != QLatin1StringView("correct"))
        before = {};
    const bool stays = staysWhereItIs(*actionOf(ticket, event), event);
    const QString to = stays ? ticket.state : event.to;
    ticket.steps.append({event.action, to, ticket.round, event.by, facts.actor, event.at_ms,
        facts.recorded_ms, event.values, before});
    for (quint8 field : actionOf(ticket, event)->clears)
        ticket.values.remove(field);
    stopClocks(ticket, event.at_ms,
        [&event](const TicketClock &clock) { return event.stops.contains(clock.clock); });
    ticket.state = to;
    if (!stays)
        ticket.round = event.round;
    ticket.revision = facts.position;
    startClocks(ticket, event.starts, event.at_ms);
    pauseClocks(ticket, event.pauses, event.at_ms);
    // Nothing is promised any more for what is over.
    if (findWorkflow(ticket.workflow)->isFinal(to))
        stopClocks(ticket, event.at_ms, [](const TicketClock &) { return true; });
    return Effect::Applied;
}

bool isErased(const RegisterRow &row)
{
    return row.reg == Register::Customer && row.values.has(customer::Erased);
}

Effect fold(RegisterRow &row, const RegisterPut &event)
{
    if (isErased(row))
        return Effect::Void;
    const Values before = row.values;
    row.id = event.row;
    row.reg = event.reg;
    row.removed = false;
    row.values.merge(event.values);
    for (quint8 number : event.cleared)
        row.values.remove(number);
    // What moves reckon is none of a put's business, and what only rises doesn't fall.
    for (const FieldSpec &spec : registerSpec(event.reg).fields) {
        if (spec.is(Reckoned)
            || (spec.is(Rising) && row.values.number(spec.id) < before.number(spec.id)))
            row.values.set(spec.id, before[spec.id]);
    }
    return Effect::Applied;
}

/// The sum wraps round instead of overflowing: no order of moves, however made up, is undefined.
Effect fold(RegisterRow &row, const StockMoved &event)
{
    const bool isBelievable = event.quantity <= mostCounted && event.quantity >= -mostCounted;
    if (row.id != event.supply || row.reg != Register::Supply || !isBelievable)
        return Effect::Void;
    const quint64 sum = quint64(inStock(row)) + quint64(event.quantity);
    row.values.set(supply::Quantity, qint64(sum));
    return Effect::Applied;
}

Effect fold(RegisterRow &row, const RegisterRemoved &event)
{
    if (row.id != event.row)
        return Effect::Void;
    row.removed = true;
    return Effect::Applied;
}

Effect fold(RegisterRow &row, const Erased &event, const EntryFacts &facts)
{
    if (row.id != event.customer || row.reg != Register::Customer || isErased(row))
        return Effect::Void;
    row.values = {{customer::Erased, facts.recorded_ms}};
    row.removed = true;
    return Effect::Applied;
}

} // namespace domain
