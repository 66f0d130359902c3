// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_steps.h"

#include "domain/ticket_clocks.h"

#include <algorithm>

namespace domain
{

namespace
{

/// A flag that is on, or any other field that is filled in.
bool isSet(const Values &values, quint8 number)
{
    return values.has(number)
        && (ticketFields().find(number)->type != FieldType::Flag || values.flag(number));
}

/// A sample that nobody picks: an id begins with the time, what it ends with is chance.
bool isDrawn(const Id &ticket, int oneIn)
{
    const QByteArray bytes = ticket.toBytes();
    const qsizetype last = bytes.size() - 1;
    return (quint8(bytes[last - 1]) << 8 | quint8(bytes[last])) % oneIn == 0;
}

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
    case Condition::IsSet:
        return isSet(ticket.values, condition.field) || isSet(given, condition.field);
    case Condition::OneIn:
        return isDrawn(ticket.id, condition.atMost);
    }
    return false;
}

/// On what is over only notes and the like are still made.
bool isAllowedIn(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    if (action.from.empty())
        return !workflow.isFinal(ticket.state) || (!*action.branches.front().to && !action.isAside);
    return std::ranges::any_of(
        action.from, [&](const char *state) { return ticket.state == QLatin1StringView(state); });
}

/// Whether it asks for what was asked already, answers what nobody asks, or gives what is there.
bool isIdle(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    const char *asking = *action.answers ? action.answers : action.code;
    const bool isAsked = findUnanswered(workflow, ticket, asking) != nullptr;
    return isAsked != (*action.answers != 0)
        || (action.gives.test != Condition::None && holds(action.gives, ticket, ticket.values));
}

} // namespace

const Branch &branchFor(
    const std::vector<Branch> &branches, const Ticket &ticket, const Values &given)
{
    const auto at = std::ranges::find_if(
        branches, [&](const Branch &branch) { return holds(branch.condition, ticket, given); });
    return at == branches.end() ? branches.back() : *at;
}

bool isOpenNow(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket)
{
    return isAllowedIn(action, workflow, ticket) && holds(action.when, ticket, ticket.values)
        && !isIdle(action, workflow, ticket)
        && !(action.oncePerRound && ticket.latest(QLatin1StringView(action.code)))
        && !(*action.after && !ticket.latest(QLatin1StringView(action.after)));
}

const Step *findAsked(const ActionSpec &action, const Ticket &ticket)
{
    const WorkflowSpec *workflow = *action.answers ? findWorkflow(ticket.workflow) : nullptr;
    return workflow ? findUnanswered(*workflow, ticket, action.answers) : nullptr;
}

StepTaken takeStep(const Ticket &ticket, const ActionSpec &action, Values given, const Id &by,
    qint64 at_ms, const Surroundings &around)
{
    const Branch &branch = branchFor(action.branches, ticket, given);
    if (action.becomes)
        given.set(action.becomes, QVariant::fromValue(by));
    if (action.gives.test != Condition::None)
        given.set(action.gives.field, QString::fromLatin1(action.gives.equals));
    Values merged = ticket.values;
    merged.merge(given);
    const QVector<ClockStart> renewals =
        renewalsOf(action, ticket, given, findAsked(action, ticket), at_ms, around.standards());
    StepTaken step{.ticket = ticket.id,
        .action = QString::fromLatin1(action.code),
        .to = *branch.to ? QString::fromLatin1(branch.to) : ticket.state,
        .round = ticket.round + (branch.nextRound ? 1 : 0),
        .by = by,
        .at_ms = at_ms,
        .values = given,
        .starts = startsOf(branch, merged, at_ms, around.standards()) + renewals,
        .pauses = pausesOf(action, ticket, renewals)};
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
    return startsOf(branchFor(workflow.opening, {}, ticket), ticket, from_ms, around.standards());
}

} // namespace domain
