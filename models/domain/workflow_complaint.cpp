// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow_tables.h"

#include <algorithm>
#include <iterator>

namespace domain
{

namespace
{
using Test = Condition::Test;
} // namespace

/// The chief speaks to whoever complained first, finds out what happened and who answers for it, says how it will be put right and
/// by when, tells how it goes, judges what came of it; then the return visit. Where the complaint is about the chief, the superior
/// does all of this (rights.cpp).
WorkflowSpec complaintWorkflow()
{
    std::vector<ActionSpec> own{
        {.code = "accept",
            .from = {"received"},
            .roles = Chief,
            .branches = {{always, "with_chief"}},
            .stops = {"accept"},
            .becomes = field::Responsible},
        {.code = "reach",
            .from = {"with_chief"},
            .roles = Chief,
            .fields = {{field::Outcome, Need::Required}, {field::PromisedAt}, {field::Remark}},
            .branches = {{{Test::Equals, field::Outcome, 0, "unreached"}, "", {"contact"}},
                {always, "contacted"}},
            .stops = {"contact"},
            .moves = {{"reply", field::PromisedAt}}},
        {.code = "investigate",
            .from = {"contacted", "investigated"},
            .roles = Chief | Supervisor,
            .fields = {{field::Finding, Need::Required}, {field::CauseClass},
                {field::Cause, Need::Required}, {field::ResponsibleUnit, Need::Required},
                {field::ComplaintClass}, {field::Remark}},
            .branches = {{always, "investigated"}}},
        {.code = "solve",
            .from = {"investigated"},
            .roles = Chief,
            .fields = {{field::Solution, Need::Required}, {field::PromisedAt}, {field::Assignee},
                {field::Remark}},
            .branches = {{always, "solving"}},
            .moves = {{"reply", field::PromisedAt}}},
        {.code = "evaluate",
            .from = {"solving"},
            .roles = Chief,
            .fields = {{field::Reply, Need::Required}, {field::Remark}},
            .branches = {{{Test::IsSet, field::Anonymous}, "closed"},
                {always, "to_visit", {"visit"}}},
            .stops = {"reply"}},
        // Who looks into it for the chief; the chief goes on answering for it.
        {.code = "pass_on",
            .from = {"received", "with_chief", "contacted", "investigated", "solving"},
            .roles = Chief | Clerk | Head,
            .fields = {{field::Unit, Need::OneOf}, {field::Assignee, Need::OneOf}, {field::Remark}},
            .branches = {{}},
            .isAside = true},
        {.code = "report",
            .from = {"contacted", "investigated", "solving"},
            .roles = Chief | Clerk,
            .fields = {{field::Remark, Need::Required}, {field::Outcome}},
            .branches = {{}}},
    };
    std::ranges::move(visitActions("with_chief", {"contact", "reply"}), std::back_inserter(own));
    return withJoining({
        .code = "complaint/1",
        .kind = "complaint",
        .states = {{"received", false, 1}, {"with_chief", false, 2}, {"contacted", false, 2},
            {"investigated", false, 3}, {"solving", false, 4}, {"to_visit", false, 5},
            {"closed", true, 6}, {"cancelled", true, 0}},
        .opening = {{always, "received", {"accept", "contact", {"reply", field::OutsideDeadline}}}},
        .actions = withCommon(std::move(own), "reply"),
    });
}

} // namespace domain
