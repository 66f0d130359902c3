// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow.h"

#include <algorithm>

namespace domain
{

namespace
{

using Test = Condition::Test;
constexpr Condition always{};

/// Actions that every workflow has and that leave the state alone, apart from `cancel`.
std::vector<ActionSpec> withCommon(std::vector<ActionSpec> own)
{
    const std::vector<ActionSpec> common = {
        {.code = "cancel",
            .roles = Clerk | Chief,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "cancelled"}},
            .stops = {"accept", "arrive", "complete", "reply", "visit"}},
        {.code = "note",
            .roles = anyRole,
            .fields = {{field::Remark, Need::OneOf}, {field::PrivateNote, Need::OneOf}},
            .branches = {{}}},
        {.code = "contact",
            .roles = anyRole,
            .fields = {{field::Remark, Need::Required}, {field::Outcome}, {field::ContactPhone}},
            .branches = {{}}},
        {.code = "attach",
            .roles = anyRole,
            .fields = {{field::FileName, Need::Required}, {field::FileHash}, {field::FileSize},
                {field::FileKey}, {field::Remark}},
            .branches = {{}}},
    };
    own.insert(own.end(), common.begin(), common.end());
    ActionSpec correct{.code = "correct", .roles = Clerk | Chief, .branches = {{}}};
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Correctable))
            correct.fields.push_back({spec.id, Need::OneOf});
    }
    correct.fields.push_back({field::Reason});
    own.push_back(std::move(correct));
    return own;
}

WorkflowSpec repair()
{
    const std::vector<const char *> work{"arrive", "complete"};
    return {
        .code = "repair/1",
        .states = {{"received", false, 1}, {"with_chief", false, 2}, {"checked", false, 2},
            {"with_team", false, 3}, {"arrived", false, 3}, {"repaired", false, 4},
            {"confirmed", false, 4}, {"to_visit", false, 5}, {"closed", true, 6},
            {"cancelled", true, 0}},
        .opening = {{{Test::Equals, field::Urgency, 0, "emergency"}, "with_team", work},
            {always, "received", {"accept", "arrive", "complete"}}},
        .actions = withCommon({
            {.code = "accept",
                .from = {"received"},
                .roles = Chief,
                .branches = {{always, "with_chief"}},
                .stops = {"accept"}},
            // The member's check comes before the team, or runs beside it in an emergency.
            {.code = "check",
                .from = {"with_chief", "with_team", "arrived", "repaired"},
                .roles = Member,
                .fields = {{field::Remark}, {field::Cause}},
                .branches = {{{Test::StateIs, 0, 0, "with_chief"}, "checked"}, {}},
                .oncePerRound = true},
            {.code = "dispatch",
                .from = {"received", "with_chief", "checked", "with_team"},
                .roles = Clerk | Chief,
                .fields = {{field::Assignee}, {field::Unit}, {field::Remark}},
                .branches = {{always, "with_team"}},
                .stops = {"accept"}},
            {.code = "arrive",
                .from = {"with_team"},
                .roles = Technician | Leader,
                .fields = {{field::Remark}},
                .branches = {{always, "arrived"}},
                .stops = {"arrive"}},
            {.code = "finish",
                .from = {"arrived"},
                .roles = Technician | Leader,
                .fields = {{field::Cause}, {field::Measures}, {field::Materials}, {field::Charge},
                    {field::ChargeReceipt}, {field::Remark}},
                .branches = {{always, "repaired"}},
                .stops = {"complete"}},
            {.code = "confirm",
                .from = {"repaired"},
                .roles = Member,
                .fields = {{field::Remark}},
                .branches = {{always, "confirmed"}},
                .notBy = "finish"},
            {.code = "file",
                .from = {"confirmed"},
                .roles = Chief,
                .fields = {{field::Remark}},
                .branches = {{{Test::IsAnonymous}, "closed"}, {always, "to_visit", {"visit"}}}},
            {.code = "visit",
                .from = {"to_visit"},
                .roles = Clerk | Supervisor,
                .fields = {{field::Satisfaction, Need::OneOf}, {field::Outcome, Need::OneOf},
                    {field::Remark}},
                .branches = {{{Test::Equals, field::Outcome, 0, "unreached"}, "", {"visit"}},
                    {{Test::AtMost, field::Satisfaction, 2}, "with_team", work, true},
                    {always, "closed"}},
                .stops = {"visit"}},
            {.code = "approve",
                .from = {"to_visit"},
                .roles = Chief | Manager,
                .typists = noRole,
                .fields = {{field::Reason, Need::Required}},
                .branches = {{always, "closed"}},
                .stops = {"visit"},
                .notBy = "visit",
                .after = "visit"},
        }),
    };
}

/// Complaints, enquiries, applications, suggestions and praise share a short path for now.
WorkflowSpec matter()
{
    return {
        .code = "matter/1",
        .states = {{"received", false, 1}, {"handled", false, 2}, {"answered", false, 3},
            {"closed", true, 4}, {"cancelled", true, 0}},
        .opening = {{always, "received", {"reply"}}},
        .actions = withCommon({
            {.code = "handle",
                .from = {"received"},
                .roles = Handler | Head | Chief | Clerk,
                .fields = {{field::Assignee}, {field::Unit}, {field::Remark}},
                .branches = {{always, "handled"}}},
            {.code = "answer",
                .from = {"received", "handled"},
                .roles = Handler | Head | Chief | Clerk,
                .fields = {{field::Reply, Need::Required}},
                .branches = {{always, "answered"}},
                .stops = {"reply"}},
            {.code = "close",
                .from = {"answered"},
                .roles = Clerk | Chief,
                .fields = {{field::Satisfaction}, {field::Remark}},
                .branches = {{always, "closed"}}},
        }),
    };
}

const std::vector<WorkflowSpec> &workflows()
{
    static const std::vector<WorkflowSpec> all{repair(), matter()};
    return all;
}

const auto *named(const auto &list, QAnyStringView code)
{
    const auto at = std::ranges::find_if(
        list, [code](const auto &one) { return code == QLatin1StringView(one.code); });
    return at == list.end() ? nullptr : &*at;
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

const WorkflowSpec *findWorkflow(QAnyStringView code)
{
    return named(workflows(), code);
}

const WorkflowSpec &workflowForKind(QAnyStringView kind)
{
    return workflows()[kind == QLatin1StringView("repair") ? 0 : 1];
}

} // namespace domain
