// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/due_steps.h"

#include "domain/decide.h"

#include <algorithm>

namespace ui::returns
{

using namespace domain;

namespace
{

bool startsFrom(const ActionSpec &action, QStringView state)
{
    return std::ranges::any_of(
        action.from, [state](const char *from) { return state == QLatin1StringView(from); });
}

/// Where the action ends when nothing special is filled in.
QString endOf(const ActionSpec &action, const QString &state)
{
    for (const Branch &branch : action.branches) {
        const bool holds = branch.condition.test == Condition::None
            || (branch.condition.test == Condition::StateIs
                && state == QLatin1StringView(branch.condition.equals));
        if (holds && *branch.to)
            return QString::fromLatin1(branch.to);
    }
    return state;
}

/// The first action that leads onward from this state; null when none does.
const ActionSpec *onward(const WorkflowSpec &workflow, const QString &state)
{
    for (const ActionSpec &action : workflow.actions) {
        if (!action.isAside && startsFrom(action, state) && endOf(action, state) != state)
            return &action;
    }
    return nullptr;
}

} // namespace

std::vector<const ActionSpec *> dueSteps(
    const Ticket &ticket, const QString &asked, const Actor &actor, const Grants &grants)
{
    std::vector<const ActionSpec *> steps;
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    if (!workflow)
        return steps;
    QString state = ticket.state;
    while (const ActionSpec *next = onward(*workflow, state)) {
        const bool known = std::ranges::find(steps, next) != steps.end();
        if (known || state == u"to_visit")
            break;
        steps.push_back(next);
        state = endOf(*next, state);
    }
    for (const ActionSpec *open : findActions(ticket)) {
        if (asked == QLatin1StringView(open->code) && std::ranges::find(steps, open) == steps.end())
            steps.insert(steps.begin(), open);
    }
    std::erase_if(steps,
        [&](const ActionSpec *step) { return !mayAct(*step, ticket.values, actor, grants); });
    return steps;
}

} // namespace ui::returns
