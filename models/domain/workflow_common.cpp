// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/workflow_tables.h"

#include <algorithm>
#include <iterator>

namespace domain
{

namespace
{

using Test = Condition::Test;

constexpr quint16 works = Chief | Member | Technician | Leader | Handler | Head | Clerk;
constexpr quint16 approves = Chief | Head | Manager;

/// Whoever is asked first answers for it until somebody else has taken it over, not just been named. What is refused, or isn't
/// answered in time, is back with whoever gave it.
std::vector<ActionSpec> handingOver()
{
    return {
        {.code = "hand_over",
            .roles = office,
            .fields = {{field::HandTo, Need::Required}, {field::Reason}},
            .branches = {{always, "", {"handover"}}},
            .isAside = true},
        {.code = "take_over",
            .roles = anyRole,
            .fields = {{field::Remark}},
            .branches = {{}},
            .stops = {"handover"},
            .answers = "hand_over",
            .onlyBy = field::HandTo,
            .becomes = field::Responsible,
            .isAside = true},
        {.code = "refuse_over",
            .roles = anyRole,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{}},
            .stops = {"handover"},
            .answers = "hand_over",
            .onlyBy = field::HandTo,
            .isAside = true},
        {.code = "take_back",
            .roles = office,
            .fields = {{field::Reason}},
            .branches = {{}},
            .stops = {"handover"},
            .answers = "hand_over",
            .isAside = true},
    };
}

/// What is waited for doesn't count; more time is asked for by those who do the work and given by those above them.
std::vector<ActionSpec> waiting(const char *ends)
{
    return {
        {.code = "suspend",
            .roles = approves | Leader,
            .fields = {{field::Reason, Need::Required}, {field::Until}},
            .branches = {{}},
            .pauses = true,
            .isAside = true},
        {.code = "resume",
            .roles = approves | Leader | Handler,
            .fields = {{field::Remark}},
            .branches = {{}},
            .answers = "suspend",
            .resumes = true,
            .isAside = true},
        {.code = "ask_extension",
            .roles = works,
            .fields = {{field::Until, Need::Required}, {field::Reason, Need::Required}},
            .branches = {{}},
            .isAside = true},
        {.code = "grant_extension",
            .roles = approves,
            .typists = noRole,
            .fields = {{field::Until}, {field::Remark}},
            .branches = {{}},
            .notBy = "ask_extension",
            .answers = "ask_extension",
            .moves = {{ends, field::Until}},
            .isAside = true},
        {.code = "deny_extension",
            .roles = approves,
            .typists = noRole,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{}},
            .answers = "ask_extension",
            .isAside = true},
    };
}

/// What is disputed is talked over, what is major goes up the line and is followed, what a manager writes on it gets an answer.
std::vector<ActionSpec> upward()
{
    constexpr Condition isMajor{Test::Equals, field::Severity, 0, "major"};
    return {
        {.code = "remind",
            .roles = Clerk | approves | Supervisor,
            .fields = {{field::Remark, Need::Required}},
            .branches = {{}},
            .isAside = true},
        {.code = "consult",
            .roles = approves | Supervisor | Leader | Handler,
            .fields = {{field::Participants, Need::Required}, {field::Opinions, Need::Required},
                {field::Resolution, Need::Required}},
            .branches = {{}},
            .isAside = true},
        {.code = "escalate",
            .roles = works | Supervisor | Manager,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{always, "", {"followup"}}},
            .gives = isMajor,
            .isAside = true},
        {.code = "follow_up",
            .roles = superiors | Supervisor,
            .typists = noRole,
            .fields = {{field::Remark, Need::Required}},
            .branches = {{always, "", {"followup"}}},
            .stops = {"followup"},
            .when = isMajor,
            .isAside = true},
        {.code = "instruct",
            .roles = superiors,
            .fields = {{field::Instruction, Need::Required}, {field::HandTo, Need::Required},
                {field::Until}},
            .branches = {{always, "", {{"instruction", field::Until}}}},
            .isAside = true},
        {.code = "report_back",
            .roles = anyRole,
            .fields = {{field::Remark, Need::Required}},
            .branches = {{}},
            .stops = {"instruction"},
            .answers = "instruct",
            .isAside = true},
    };
}

std::vector<ActionSpec> notes()
{
    return {
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
}

/// A deadline that is corrected is the one that is watched from then on.
ActionSpec correction(const char *ends)
{
    ActionSpec correct{.code = "correct",
        .roles = Clerk | Chief,
        .branches = {{}},
        .moves = {{ends, field::OutsideDeadline}}};
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Correctable))
            correct.fields.push_back({spec.id, Need::OneOf});
    }
    correct.fields.push_back({field::Reason});
    return correct;
}

void append(std::vector<ActionSpec> &actions, std::vector<ActionSpec> more)
{
    std::ranges::move(more, std::back_inserter(actions));
}

} // namespace

std::vector<ActionSpec> withCommon(std::vector<ActionSpec> own, const char *ends)
{
    own.push_back({.code = "cancel",
        .roles = Clerk | Chief,
        .fields = {{field::Reason, Need::Required}},
        .branches = {{always, "cancelled"}}});
    append(own, notes());
    own.push_back(correction(ends));
    append(own, handingOver());
    append(own, waiting(ends));
    append(own, upward());
    return own;
}

std::vector<ActionSpec> visitActions(const char *again, std::vector<ClockUse> starts)
{
    return {
        {.code = "visit",
            .from = {"to_visit"},
            .roles = Clerk | Supervisor,
            .fields = {{field::Satisfaction, Need::OneOf}, {field::Outcome, Need::OneOf},
                {field::Remark}},
            .branches = {{{Test::Equals, field::Outcome, 0, "unreached"}, "", {"visit"}},
                {{Test::AtMost, field::Satisfaction, 2}, again, std::move(starts), true},
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
    };
}

} // namespace domain
