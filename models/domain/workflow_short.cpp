// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow_tables.h"

namespace domain
{

namespace
{

using Test = Condition::Test;
constexpr quint16 answers = Clerk | Chief | Handler | Head;

ActionSpec passOn()
{
    return {.code = "pass_on",
        .from = {"received", "with_department"},
        .roles = Clerk | Chief | Head,
        .fields = {{field::Unit, Need::OneOf}, {field::Assignee, Need::OneOf}, {field::Remark}},
        .branches = {{always, "with_department"}}};
}

ActionSpec sendBack()
{
    return {.code = "send_back",
        .from = {"with_department"},
        .roles = Handler | Head,
        .fields = {{field::Reason, Need::Required}},
        .branches = {{always, "received"}},
        .isAside = true};
}

/// The answer that another one found is told to whoever asked.
ActionSpec tell()
{
    return {.code = "tell",
        .from = {"answered"},
        .roles = answers,
        .fields = {{field::Outcome, Need::Required}, {field::Satisfaction}, {field::Remark}},
        .branches = {{{Test::Equals, field::Outcome, 0, "unreached"}, "", {"reply"}},
            {always, "closed"}},
        .stops = {"reply"}};
}

std::vector<Branch> opened()
{
    return {
        {always, "received", {{"reply", field::PromisedAt}, {"reply", field::OutsideDeadline}}}};
}

} // namespace

/// Answered at once, or by a promised time.
WorkflowSpec enquiryWorkflow()
{
    std::vector<ActionSpec> own{
        {.code = "answer",
            .from = {"received", "with_department"},
            .roles = answers,
            .fields = {{field::Reply, Need::Required}, {field::Satisfaction}, {field::Remark}},
            .branches = {{always, "closed"}},
            .stops = {"reply"}},
        passOn(),
        {.code = "promise",
            .from = {"received", "with_department"},
            .roles = answers,
            .fields = {{field::PromisedAt, Need::Required}, {field::Remark}},
            .branches = {{}},
            .moves = {{"reply", field::PromisedAt}}},
        {.code = "draft",
            .from = {"received", "with_department"},
            .roles = Handler | Head | Chief,
            .fields = {{field::Reply, Need::Required}, {field::Remark}},
            .branches = {{always, "answered"}}},
        tell(),
        sendBack(),
    };
    return withJoining({
        .code = "enquiry/1",
        .kind = "enquiry",
        .states = {{"received", false, 1}, {"with_department", false, 2}, {"answered", false, 3},
            {"closed", true, 4}, {"cancelled", true, 0}},
        .opening = opened(),
        .actions = withCommon(std::move(own), "reply"),
    });
}

/// Taken up or not, whoever suggested it is told.
WorkflowSpec suggestionWorkflow()
{
    const Condition nobody{Test::IsSet, field::Anonymous};
    std::vector<ActionSpec> own{
        passOn(),
        {.code = "adopt",
            .from = {"received", "with_department"},
            .roles = Chief | superiors,
            .fields = {{field::Solution, Need::Required}, {field::ResponsibleUnit},
                {field::Remark}},
            .branches = {{nobody, "closed"}, {always, "answered"}}},
        {.code = "shelve",
            .from = {"received", "with_department"},
            .roles = Chief | superiors,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{nobody, "closed"}, {always, "answered"}}},
        tell(),
        sendBack(),
    };
    return withJoining({
        .code = "suggestion/1",
        .kind = "suggestion",
        .states = {{"received", false, 1}, {"with_department", false, 2}, {"answered", false, 3},
            {"closed", true, 4}, {"cancelled", true, 0}},
        .opening = opened(),
        .actions = withCommon(std::move(own), "reply"),
    });
}

/// Told to those whom it is about, so that it reaches them.
WorkflowSpec praiseWorkflow()
{
    std::vector<ActionSpec> own{
        {.code = "pass_praise",
            .from = {"received"},
            .roles = Clerk | Chief | Head | Manager,
            .fields = {{field::Assignee, Need::OneOf}, {field::Unit, Need::OneOf}, {field::Remark}},
            .branches = {{always, "closed"}},
            .stops = {"reply"}},
    };
    return {
        .code = "praise/1",
        .kind = "praise",
        .states = {{"received", false, 1}, {"closed", true, 2}, {"cancelled", true, 0}},
        .opening = {{always, "received", {"reply"}}},
        .actions = withCommon(std::move(own), "reply"),
    };
}

} // namespace domain
