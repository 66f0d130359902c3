// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include "domain/ticket.h"
#include "domain/workflow_tables.h"

#include <algorithm>

namespace domain
{

namespace
{

const std::vector<WorkflowSpec> &workflows()
{
    static const std::vector<WorkflowSpec> all{repairWorkflow(), complaintWorkflow(),
        applicationWorkflow(), enquiryWorkflow(), suggestionWorkflow(), praiseWorkflow()};
    return all;
}

const auto *named(const auto &list, QAnyStringView code)
{
    const auto at = std::ranges::find_if(
        list, [code](const auto &one) { return code == QLatin1StringView(one.code); });
    return at == list.end() ? nullptr : &*at;
}

bool isSame(const char *one, const char *other)
{
    return QLatin1StringView(one) == QLatin1StringView(other);
}

} // namespace

const StateSpec *WorkflowSpec::findState(QAnyStringView state) const
{
    return named(states, state);
}

const ActionSpec *WorkflowSpec::findAction(QAnyStringView action) const
{
    return named(actions, action);
}

bool WorkflowSpec::isFinal(QAnyStringView state) const
{
    const StateSpec *spec = findState(state);
    return spec && spec->final;
}

std::vector<const char *> WorkflowSpec::askedAndAnswered(const char *asking) const
{
    std::vector<const char *> codes{asking};
    for (const ActionSpec &action : actions) {
        if (isSame(action.answers, asking))
            codes.push_back(action.code);
    }
    return codes;
}

const WorkflowSpec *findWorkflow(QAnyStringView code)
{
    return named(workflows(), code);
}

const WorkflowSpec &workflowForKind(QAnyStringView kind)
{
    const auto at = std::ranges::find_if(workflows(),
        [kind](const WorkflowSpec &spec) { return kind == QLatin1StringView(spec.kind); });
    return at == workflows().end() ? workflows().front() : *at;
}

std::span<const WorkflowSpec> allWorkflows()
{
    return workflows();
}

const std::vector<const char *> &finalStates()
{
    static const std::vector<const char *> all = [] {
        std::vector<const char *> codes;
        for (const WorkflowSpec &workflow : workflows()) {
            for (const StateSpec &state : workflow.states) {
                const bool isKnown = std::ranges::any_of(
                    codes, [&state](const char *code) { return isSame(code, state.code); });
                if (state.final && !isKnown)
                    codes.push_back(state.code);
            }
        }
        return codes;
    }();
    return all;
}

const Step *findUnanswered(const WorkflowSpec &workflow, const Ticket &ticket, const char *asking)
{
    const std::vector<const char *> codes = workflow.askedAndAnswered(asking);
    const Step *latest = codes.size() > 1 ? ticket.latestOf(codes) : nullptr;
    return latest && latest->action == QLatin1StringView(asking) ? latest : nullptr;
}

} // namespace domain
