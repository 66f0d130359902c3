// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/grants.h"
#include "domain/refusal.h"

#include <functional>
#include <optional>
#include <span>

namespace domain
{

struct ActionSpec;

/// Who may do what. The tables say which roles an action, a register or a deed takes; the grants say who has
/// which role where; judging compares the two. The same judgement is passed when a command is decided and again
/// when its entry folds, so that an entry which skipped the first has no effect.

/// What neither a workflow nor a register names.
enum class Right : quint8 {
    TakeIn, ///< register a matter, wherever it lies: whoever is asked first takes it
    SeeContacts, ///< see personal data beyond the tickets that one works on
    SeeLooks, ///< see who looked at whose data
    SeeReports,
    ExportPerson, ///< hand out all that is held about one customer
    AskErasure,
    ApproveErasure,
    SettleConflicts, ///< say what holds where desks contradict each other
    DrawStock, ///< take supplies out and give them back
    KeepStock, ///< bring supplies in and count them
    KeepDesk, ///< backups, keys, restoring, migrations of this desk
};

struct RightSpec {
    Right right;
    const char *code; ///< its name in the tool
    const char *title; ///< English source, context "rights"
    quint16 roles;

    QString titleText() const;
};

std::span<const RightSpec> allRights();
const RightSpec &rightSpec(Right right);

/// Who acts, when, and with what standing.
struct Actor {
    Id person;
    qint64 at_ms = 0; ///< UTC
    bool isSigned = false; ///< the person's own signature stands beside the desk's
    EntryPlace place; ///< where the entry stands; nowhere while it is being decided
    Id desk; ///< at which it is done
};

/// What judging may look at: things as they stand before the entry.
struct Standing {
    const Grants &grants;
    std::function<const Ticket *(const Id &)> findTicket;
    std::function<std::optional<RegisterRow>(const Id &)> findRow;
};

/// Why the actor may not do all of this, or what of it is about one thing; nothing when it is allowed.
std::optional<Refusal> judge(std::span<const Event> events, const Actor &actor,
    const Standing &standing, const Id &about = {});

/// The roles that perform an action on this ticket. Whom a complaint is about doesn't handle it: where it is the grid chief, the
/// superior takes the chief's place.
quint16 performersOf(const ActionSpec &action, const Values &ticket);
/// Whether the actor may perform or type in this action on this ticket.
bool mayAct(
    const ActionSpec &action, const Values &ticket, const Actor &actor, const Grants &grants);
/// Whether the actor may add and change rows of this register somewhere.
bool mayKeep(Register reg, const Actor &actor, const Grants &grants);
bool mayDo(Right right, const Actor &actor, const Grants &grants);
/// What is said to somebody who lacks a right.
Refusal lackOf(Right right);
/// Whether the person may see the contact of a ticket's customer without giving a reason: those who see
/// contacts in its scope, and whoever works on it.
bool maySeeContact(const Values &ticket, const Actor &actor, const Grants &grants);

/// Whether an entry with these events wants the actor's own signature beside the desk's.
bool needSignature(std::span<const Event> events);

} // namespace domain
