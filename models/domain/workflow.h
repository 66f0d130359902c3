// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/roles.h"
#include "domain/ticket_fields.h"

#include <span>
#include <vector>

namespace domain
{

struct Ticket;

/// A workflow is a table: its states, the actions that lead from one to another, who performs them,
/// what must be filled in and which clocks they start and stop. decide, fold, the window's
/// buttons, the tool's `ticket actions` and the chart on the wall all read this table; none of them knows a
/// path by heart. A released version never changes; a ticket pins the version that it was opened under.

enum class Need : quint8 {
    Optional,
    Required,
    OneOf, ///< at least one of the action's OneOf fields
};

struct FieldUse {
    quint8 field;
    Need need = Need::Optional;
};

/// `None` always holds; the others look at the ticket, at what the action fills in, or at both (`IsSet`: a flag that is on, or any
/// other field that is filled in).
struct Condition {
    enum Test : quint8 { None, AtMost, Equals, StateIs, IsSet, OneIn } test = None;
    quint8 field = 0;
    int atMost = 0; ///< of `OneIn`: one ticket in so many, the same ones on every desk
    const char *equals = "";
};

/// A clock that begins to run, due as the standards promise, or at the moment that a field names where it is filled in.
struct ClockUse {
    ClockUse(const char *code, quint8 due = 0)
        : clock(code)
        , dueFrom(due)
    {
    }

    const char *clock;
    quint8 dueFrom;
};

/// One way that an action can end: of an action's branches the first whose condition holds is taken.
struct Branch {
    Condition condition;
    const char *to = ""; ///< the next state; empty: the ticket stays where it is
    std::vector<ClockUse> starts; ///< clocks that begin to run
    bool nextRound = false; ///< the work begins again
};

struct ActionSpec {
    const char *code;
    std::vector<const char *>
        from; ///< states in which it may be performed; empty: any that is not final
    quint16 roles = noRole; ///< those who perform it
    quint16 typists = Clerk | Chief; ///< those who may type in what others did
    std::vector<FieldUse> fields;
    std::vector<Branch> branches;
    std::vector<const char *> stops; ///< clocks that it stops
    const char *notBy =
        ""; ///< an action whose latest performer in this round may not perform this one
    const char *after = ""; ///< an action that must have been performed in this round
    bool oncePerRound = false;
    Condition when; ///< what must hold of the ticket besides
    /// An action that asks for something; this one answers it, and is possible only until somebody has. Meanwhile nobody asks again.
    const char *answers = "";
    quint8 onlyBy = 0; ///< the field of the asking step that names who alone may answer
    quint8 becomes = 0; ///< the field of the ticket that names whoever performs it from then on
    Condition gives; ///< `Equals`: the field of the ticket that gets this value
    std::vector<quint8> clears; ///< fields of the ticket that hold nothing from then on
    /// Running clocks that are due at another moment from then on: that of a field, or of the asking step's, where it is filled in.
    std::vector<ClockUse> moves;
    bool pauses = false; ///< all clocks that run rest
    bool resumes = false; ///< those that rest go on with what they had left
    bool reckons =
        false; ///< running clocks are reckoned anew, by the hours and days as they are now
    bool isAside = false; ///< not a step on the way: it may be offered apart from those
};

struct StateSpec {
    const char *code;
    bool final = false;
    int stage =
        0; ///< where it stands on the way, from 1, as the ticket page shows it; 0 for off the way
};

struct WorkflowSpec {
    const char *code; ///< "repair/1": name and version, pinned by every ticket
    const char *kind; ///< of the tickets that follow it
    std::vector<StateSpec> states; ///< the first is where a ticket starts
    std::vector<Branch> opening; ///< where a new ticket goes, by its fields
    std::vector<ActionSpec> actions; ///< in the order in which people are offered them

    const StateSpec *findState(QAnyStringView state) const;
    const ActionSpec *findAction(QAnyStringView action) const;
    bool isFinal(QAnyStringView state) const;
    /// What answers an asking action, with that itself in front; the action alone where it asks for nothing.
    std::vector<const char *> askedAndAnswered(const char *asking) const;
};

/// The workflow of this code, or null when this program doesn't know it.
const WorkflowSpec *findWorkflow(QAnyStringView code);
/// The workflow that new tickets of a kind follow.
const WorkflowSpec &workflowForKind(QAnyStringView kind);
std::span<const WorkflowSpec> allWorkflows();
/// The states in which a ticket of any workflow is over.
const std::vector<const char *> &finalStates();

/// The latest step of an asking action that nobody has answered yet; null where there is none.
const struct Step *findUnanswered(
    const WorkflowSpec &workflow, const Ticket &ticket, const char *asking);

} // namespace domain
