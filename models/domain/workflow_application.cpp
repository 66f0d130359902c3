// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow_tables.h"

namespace domain
{

namespace
{
using Test = Condition::Test;
constexpr quint16 reviews = Clerk | Chief | Handler | Head;
constexpr Condition hasUnit{Test::IsSet, field::Unit};
constexpr Condition hasHandler{Test::IsSet, field::Assignee};
} // namespace

/// The papers are reviewed where they are handed in; what is missing is told once and completely, what is minor may follow, what can't
/// be taken gets its reason in print. The department's head names who handles it; the result is told, and an objection is heard.
WorkflowSpec applicationWorkflow()
{
    const std::vector<Branch> admitted{
        {hasUnit, "with_department", {{"reply", field::OutsideDeadline}}},
        {always, "accepted", {{"reply", field::OutsideDeadline}}}};
    std::vector<Branch> admittedShort = admitted;
    for (Branch &branch : admittedShort)
        branch.starts.push_back({"supplement", field::Until});
    std::vector<ActionSpec> own{
        {.code = "admit",
            .from = {"to_review"},
            .roles = reviews,
            .fields = {{field::Papers}, {field::Unit}, {field::Remark}},
            .branches = admitted,
            .stops = {"review", "supplement"}},
        {.code = "ask_papers",
            .from = {"to_review"},
            .roles = reviews,
            .fields = {{field::MissingPapers, Need::Required}, {field::Papers}, {field::Until},
                {field::Remark}},
            .branches = {{always, "waiting", {{"supplement", field::Until}}}},
            .stops = {"review"},
            .oncePerRound = true},
        {.code = "admit_short",
            .from = {"to_review"},
            .roles = reviews,
            .fields = {{field::MissingPapers, Need::Required}, {field::Until, Need::Required},
                {field::Papers}, {field::Unit}, {field::Remark}},
            .branches = admittedShort,
            .stops = {"review", "supplement"}},
        {.code = "supplement",
            .from = {"waiting", "accepted", "with_department", "handling"},
            .roles = reviews,
            .fields = {{field::Papers, Need::Required}, {field::Remark}},
            .branches = {{{Test::StateIs, 0, 0, "accepted"}},
                {{Test::StateIs, 0, 0, "with_department"}}, {hasHandler, "handling"},
                {always, "to_review", {"review"}}},
            .stops = {"supplement"},
            .when = {Test::IsSet, field::MissingPapers},
            .resumes = true},
        {.code = "decline",
            .from = {"to_review", "waiting"},
            .roles = reviews,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "declined"}}},
        {.code = "pass_on",
            .from = {"accepted", "with_department"},
            .roles = reviews,
            .fields = {{field::Unit, Need::Required}, {field::Remark}},
            .branches = {{always, "with_department"}}},
        {.code = "name",
            .from = {"with_department", "handling"},
            .roles = Head,
            .fields = {{field::Assignee, Need::Required}, {field::Remark}},
            .branches = {{always, "handling"}},
            .becomes = field::Responsible},
        {.code = "settle",
            .from = {"handling"},
            .roles = Handler | Head,
            .fields = {{field::Decision, Need::Required}, {field::Reply, Need::Required},
                {field::Remark}},
            .branches = {{always, "decided"}}},
        {.code = "ask_more",
            .from = {"handling"},
            .roles = Handler | Head,
            .fields = {{field::MissingPapers, Need::Required}, {field::Until}, {field::Remark}},
            .branches = {{always, "waiting", {{"supplement", field::Until}}}},
            .pauses = true},
        {.code = "tell",
            .from = {"decided"},
            .roles = reviews,
            .fields = {{field::Outcome, Need::Required}, {field::Remark}},
            .branches = {{{Test::Equals, field::Outcome, 0, "unreached"}}, {always, "told"}},
            .stops = {"reply"}},
        {.code = "close",
            .from = {"told"},
            .roles = reviews,
            .fields = {{field::Satisfaction}, {field::Remark}},
            .branches = {{always, "closed"}}},
        {.code = "object",
            .from = {"told"},
            .roles = reviews,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "objected", {"reply"}}}},
        {.code = "explain",
            .from = {"objected"},
            .roles = reviews,
            .fields = {{field::Reply, Need::Required}},
            .branches = {{always, "told"}},
            .stops = {"reply"}},
        {.code = "redo",
            .from = {"objected"},
            .roles = Head,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "handling", {}, true}}},
        {.code = "send_back",
            .from = {"with_department", "handling"},
            .roles = Handler | Head,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "accepted"}},
            .isAside = true},
    };
    return {
        .code = "application/1",
        .kind = "application",
        .states = {{"to_review", false, 1}, {"waiting", false, 1}, {"accepted", false, 2},
            {"with_department", false, 3}, {"handling", false, 3}, {"decided", false, 4},
            {"told", false, 5}, {"objected", false, 5}, {"closed", true, 6}, {"declined", true, 0},
            {"cancelled", true, 0}},
        .opening = {{always, "to_review", {"review"}}},
        .actions = withCommon(std::move(own), "reply"),
    };
}

} // namespace domain
