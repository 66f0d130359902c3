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

WorkflowSpec repairWorkflow()
{
    const std::vector<ClockUse> work{"arrive", "complete"};
    std::vector<ActionSpec> own{
        {.code = "accept",
            .from = {"received"},
            .roles = Chief,
            .branches = {{always, "with_chief"}},
            .stops = {"accept"},
            .becomes = field::Responsible},
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
            .branches = {{{Test::IsSet, field::Anonymous}, "closed"},
                {always, "to_visit", {"visit"}}}},
    };
    std::ranges::move(visitActions("with_team", work), std::back_inserter(own));
    own.push_back({.code = "send_back",
        .from = {"with_team", "arrived"},
        .roles = Technician | Leader,
        .fields = {{field::Reason, Need::Required}},
        .branches = {{always, "with_chief"}},
        .isAside = true});
    return withJoining({
        .code = "repair/1",
        .kind = "repair",
        .states = {{"received", false, 1}, {"with_chief", false, 2}, {"checked", false, 2},
            {"with_team", false, 3}, {"arrived", false, 3}, {"repaired", false, 4},
            {"confirmed", false, 4}, {"to_visit", false, 5}, {"closed", true, 6},
            {"cancelled", true, 0}},
        .opening = {{{Test::Equals, field::Urgency, 0, "emergency"}, "with_team", work},
            {always, "received", {"accept", "arrive", {"complete", field::OutsideDeadline}}}},
        .actions = withCommon(std::move(own), "complete"),
    });
}

} // namespace domain
