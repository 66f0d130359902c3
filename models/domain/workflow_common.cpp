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

/// Who has no desk is told by phone or message; who told whom is on record, and that it was heard.
std::vector<ActionSpec> tellingWithoutDesk()
{
    return {
        {.code = "notify",
            .roles = office,
            .fields = {{field::Participants, Need::Required}, {field::Remark}},
            .branches = {{}},
            .isAside = true},
        {.code = "acknowledge",
            .roles = anyRole,
            .fields = {{field::Remark}},
            .branches = {{}},
            .answers = "notify",
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
        // A holiday that was announced late, hours that were entered wrongly: what was promised before is looked at once more.
        {.code = "reckon",
            .roles = approves | Supervisor | Administrator,
            .typists = noRole,
            .fields = {{field::Reason, Need::Required}},
            .branches = {{}},
            .reckons = true,
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

std::vector<const char *> unfinished(const WorkflowSpec &workflow)
{
    std::vector<const char *> states;
    for (const StateSpec &state : workflow.states) {
        if (!state.final)
            states.push_back(state.code);
    }
    return states;
}

/// All that any step starts.
std::vector<const char *> clocksOf(const WorkflowSpec &workflow)
{
    std::vector<const char *> clocks;
    const auto note = [&clocks](const std::vector<Branch> &branches) {
        for (const Branch &branch : branches) {
            for (const ClockUse &use : branch.starts) {
                const QLatin1StringView code(use.clock);
                if (std::ranges::find(
                        clocks, code, [](const char *one) { return QLatin1StringView(one); })
                    == clocks.end())
                    clocks.push_back(use.clock);
            }
        }
    };
    note(workflow.opening);
    for (const ActionSpec &action : workflow.actions)
        note(action.branches);
    return clocks;
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
    append(own, tellingWithoutDesk());
    append(own, waiting(ends));
    append(own, upward());
    return own;
}

WorkflowSpec withJoining(WorkflowSpec own)
{
    constexpr int visitedOneIn = 20;
    constexpr quint16 tells = Clerk | Chief | Handler | Head;
    const char *begin = own.states.front().code;
    const std::vector<ClockUse> anew = own.opening.back().starts;
    std::vector<Branch> told{
        {{Test::Equals, field::ToldBy, 0, "unreached"}, "", {"reply"}}, {always, "closed"}};
    if (own.findState(u"to_visit"))
        told.insert(told.end() - 1, {{Test::OneIn, 0, visitedOneIn}, "to_visit", {"visit"}});

    own.actions.push_back({.code = "join",
        .from = unfinished(own),
        .roles = office,
        .fields = {{field::Outage, Need::OneOf}, {field::PartOf, Need::OneOf}, {field::Until},
            {field::Remark}},
        .branches = {{always, "joined", {{"reply", field::Until}}}},
        .stops = clocksOf(own),
        .isAside = true});
    own.actions.push_back({.code = "call_back",
        .from = {"joined"},
        .roles = tells,
        .fields = {{field::ToldBy, Need::Required}, {field::Remark}},
        .branches = std::move(told),
        .stops = {"reply"}});
    own.actions.push_back({.code = "part",
        .from = {"joined"},
        .roles = office,
        .fields = {{field::Reason, Need::Required}},
        .branches = {{always, begin, anew}},
        .stops = {"reply"},
        .clears = {field::Outage, field::PartOf},
        .isAside = true});
    const std::vector<Branch> joined{
        {{Test::IsSet, field::Outage}, "joined", {{"reply", field::PromisedAt}}},
        {{Test::IsSet, field::PartOf}, "joined", {{"reply", field::PromisedAt}}}};
    own.opening.insert(own.opening.begin(), joined.begin(), joined.end());
    own.states.push_back({"joined"});
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
