// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/grants.h"

#include <functional>
#include <optional>

namespace domain
{

/// Who is to be told of what happened on other desks, or at this one by others. A notice is no record of its own: it follows
/// from an entry and one row of a table, which says of which deed whom it tells, with which words. A new kind of
/// notice costs its row.

/// Whom a row tells, by the ticket as it lies there.
enum class Told : quint8 {
    Assignee, ///< whom it is with
    FormerAssignee, ///< whom it was with before
    UnitLeader, ///< who leads the team or heads the department that it was sent to
    FirstReceiver, ///< who took it in
    Responsible, ///< who answers for it
    HandedTo, ///< who is to take it over, or to answer an instruction
    Superior, ///< who stands above the grid: the head of its department, the managers
    Supervisor, ///< who watches over quality
    GridChief, ///< who answers for its grid, the acting chief too
    OnDuty, ///< who is on duty just then for its team or its grid
    Author, ///< who appended one of the entries of a conflict
};

/// What of a deed a row is about.
enum class Telling : quint8 {
    Always,
    Assigns, ///< it names a person
    AssignsUnit, ///< it names a team or department
    SendsBack, ///< the work begins again
    IsEmergency, ///< the ticket is one
};

struct NoticeRule {
    const char *deed; ///< an action of a workflow, or one of the deeds below
    Telling when;
    Told told;
    const char *words; ///< English source, context "notices"; names nobody

    QString text() const;
};

/// Deeds beside the actions of workflows.
namespace deed
{
inline constexpr const char *open = "open"; ///< a matter was taken in
inline constexpr const char *differ = "differ"; ///< two desks recorded different things
inline constexpr const char *noEffect = "no_effect"; ///< what was recorded had no effect
inline constexpr const char *settled = "settled"; ///< a conflict was settled
inline constexpr const char *soon = "soon"; ///< a clock runs out soon (escalation.h)
inline constexpr const char *late = "late"; ///< a clock ran out
} // namespace deed

std::span<const NoticeRule> noticeRules();

/// What telling looks at beside the event.
struct NoticeScene {
    QString workflow;
    const Values &ticket; ///< the fields that it keeps, as they are now
    Id formerAssignee;
    Id gridChief; ///< by the register of grids
    const Grants &grants;
    qint64 at_ms = 0; ///< when the entry was recorded
    QVector<Id> authors; ///< of a conflict's entries
    /// Whether somebody is on duty at that moment for where the ticket lies; empty: nobody is.
    std::function<bool(const Id &)> isOnDuty = {};
};

/// Whether any row is about such an event at all: a first look, before anything is read.
bool mayBeTold(const Event &event);
/// The row by which this person is told, the first in the table's order; null: not told. What somebody did is no
/// notice to the same person, and what is recorded of days gone by is none to anybody.
const NoticeRule *noticeFor(const Id &person, const Event &event, const NoticeScene &scene);
/// Whether a person is one of these, as the ticket stands.
bool isTold(Told told, const Id &person, const NoticeScene &scene);
/// Whom a code of the list `EscalateTo` means.
std::optional<Told> toldBy(QAnyStringView code);
/// The same for what is no event of the ticket's own: a conflict raised or settled.
const NoticeRule *noticeFor(const Id &person, QAnyStringView deed, const NoticeScene &scene);

} // namespace domain
