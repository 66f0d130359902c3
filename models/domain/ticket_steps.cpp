// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_steps.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr qint64 minute_ms = 60'000;

bool holds(const Condition &condition, const Ticket &ticket, const Values &given)
{
    switch (condition.test) {
    case Condition::None:
        return true;
    case Condition::AtMost:
        return given.has(condition.field) && given.number(condition.field) <= condition.atMost;
    case Condition::Equals:
        return given.text(condition.field) == QLatin1StringView(condition.equals);
    case Condition::StateIs:
        return ticket.state == QLatin1StringView(condition.equals);
    case Condition::IsAnonymous:
        return ticket.values.flag(field::Anonymous);
    }
    return false;
}

bool isAllowedIn(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    if (action.from.empty())
        return !workflow.isFinal(ticket.state) || !*action.branches.front().to;
    return std::ranges::any_of(
        action.from, [&](const char *state) { return ticket.state == QLatin1StringView(state); });
}

} // namespace

const Branch &branchFor(
    const std::vector<Branch> &branches, const Ticket &ticket, const Values &given)
{
    const auto at = std::ranges::find_if(
        branches, [&](const Branch &branch) { return holds(branch.condition, ticket, given); });
    return at == branches.end() ? branches.back() : *at;
}

QVector<ClockStart> startsOf(
    const Branch &branch, const Values &ticket, qint64 from_ms, const Surroundings &around)
{
    QVector<ClockStart> starts;
    for (const char *name : branch.starts) {
        const QString clock = QString::fromLatin1(name);
        if (const int minutes = around.minutesFor(clock, ticket); minutes > 0)
            starts.append({clock, from_ms + minutes * minute_ms});
    }
    return starts;
}

bool isOpenNow(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    return isAllowedIn(action, workflow, ticket)
        && !(action.oncePerRound && ticket.latest(QLatin1StringView(action.code)))
        && !(*action.after && !ticket.latest(QLatin1StringView(action.after)));
}

StepTaken takeStep(const Ticket &ticket, const ActionSpec &action, const Values &given,
    const Id &by, qint64 at_ms, const Surroundings &around)
{
    const Branch &branch = branchFor(action.branches, ticket, given);
    Values merged = ticket.values;
    merged.merge(given);
    StepTaken step{.ticket = ticket.id,
        .action = QString::fromLatin1(action.code),
        .to = *branch.to ? QString::fromLatin1(branch.to) : ticket.state,
        .round = ticket.round + (branch.nextRound ? 1 : 0),
        .by = by,
        .at_ms = at_ms,
        .values = given,
        .starts = startsOf(branch, merged, at_ms, around)};
    for (const char *clock : action.stops)
        step.stops.append(QString::fromLatin1(clock));
    return step;
}

std::vector<const ActionSpec *> findActions(const Ticket &ticket)
{
    std::vector<const ActionSpec *> open;
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow)
        return open;
    for (const ActionSpec &action : workflow->actions) {
        if (isOpenNow(action, *workflow, ticket))
            open.push_back(&action);
    }
    return open;
}

std::vector<const ActionSpec *> findActions(
    const Ticket &ticket, const Actor &actor, const Grants &grants)
{
    std::vector<const ActionSpec *> open = findActions(ticket);
    std::erase_if(open,
        [&](const ActionSpec *action) { return !mayAct(*action, ticket.values, actor, grants); });
    return open;
}

QVector<ClockStart> promisesFor(const Values &ticket, qint64 from_ms, const Surroundings &around)
{
    const WorkflowSpec &workflow = workflowForKind(ticket.text(field::Kind));
    return startsOf(branchFor(workflow.opening, {}, ticket), ticket, from_ms, around);
}

} // namespace domain
