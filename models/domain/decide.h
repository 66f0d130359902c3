// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/event.h"
#include "domain/refusal.h"
#include "domain/rights.h"
#include "domain/rules.h"
#include "domain/standards.h"

#include <QDate>
#include <QTimeZone>

#include <vector>

namespace domain
{

struct ActionSpec;

/// What deciding may look at beside the ticket itself. The store answers from its tables; a test
/// answers from a few lines.
class Surroundings
{
public:
    virtual ~Surroundings() = default;

    /// Who asks, and whether the own signature can be had.
    virtual Actor who() const = 0;
    virtual const Grants &grants() const = 0;
    /// The desk at which this is decided.
    virtual Id desk() const = 0;
    /// By which rules the company works, and which this program knows.
    virtual RulesHere rules() const = 0;
    /// How far this desk has folded every feed.
    virtual Reach reach() const = 0;
    virtual QTimeZone zone() const = 0;
    /// The next free ticket number of this desk for a day of the company's calendar.
    virtual QString nextNumber(QDate day) const = 0;
    /// The grid of a place, by its point, street, community and address; null when none is known, or not which of several.
    virtual Id gridFor(const Values &ticket) const = 0;
    /// Why a well-formed area can't be that of a grid, such as a border that crosses itself; nothing when it can.
    virtual std::optional<Refusal> faultOf(const Shape &area) const = 0;
    /// What the company promises, and in which hours it counts.
    virtual const Standards &standards() const = 0;
    /// The customer on file whom a draft describes; null when there is none.
    virtual Id findCustomer(const CustomerDraft &draft) const = 0;
    /// The row that carries this code in its register; null when there is none.
    virtual Id rowWithCode(Register reg, const QString &code) const = 0;
    virtual bool exists(Register reg, const Id &row) const = 0;
    /// The row as it is, a removed one too; nothing when there is none.
    virtual std::optional<RegisterRow> findRow(const Id &row) const = 0;
    /// All rows of a register that are there, for a short one.
    virtual QVector<RegisterRow> rowsOf(Register reg) const = 0;
    /// The numbers of the customer's tickets that are not over, a few of them.
    virtual QStringList openTicketsOf(const Id &customer) const = 0;
    /// The row that this one is filed under: the customer of premises, the file that one was merged into;
    /// null when it stands alone.
    virtual Id rowAbove(const Id &row) const = 0;
    /// The rows of a register that are filed under this one, removed ones apart.
    virtual QVector<Id> rowsUnder(Register reg, const Id &row) const = 0;
    virtual qint64 ticketsOf(const Id &customer) const = 0;
    /// Whether a conflict about this thing waits to be settled.
    virtual bool isOpenConflict(const Id &conflict, const Id &subject) const = 0;
    virtual std::optional<Ticket> findTicket(const Id &ticket) const = 0;
    /// The number of the ticket that came from this place under this number; empty when none did.
    virtual QString numberFromSource(const QString &source, const QString &sourceId) const = 0;

    Id actor() const { return who().person; }
    qint64 now_ms() const { return who().at_ms; }
};

using Events = std::vector<Event>;

/// Either the events of one entry or a refusal; never both, never neither.
using Decision = std::variant<Events, Refusal>;

/// decide: (state, command, surroundings) → events or a refusal. Pure: no clock, no disk, no chance.
Decision decide(const FoundCompany &command, const Surroundings &around);
Decision decide(const OpenTicket &command, const Surroundings &around);
Decision decide(const Ticket &ticket, const ActOnTicket &command, const Surroundings &around);
Decision decide(const PutRow &command, const Surroundings &around);
Decision decide(const RemoveRow &command, const Surroundings &around);
Decision decide(const GrantRole &command, const Surroundings &around);
Decision decide(const RevokeGrant &command, const Surroundings &around);
Decision decide(const PutAccount &command, const Surroundings &around);
Decision decide(const LookAt &command, const Ticket *ticket, const Surroundings &around);
Decision decide(const AskErasure &command, const Surroundings &around);
Decision decide(const AnswerErasure &command, const Surroundings &around);
Decision decide(const InviteDesk &command, const Surroundings &around);
Decision decide(const AdmitDesk &command, const Surroundings &around);
Decision decide(const RevokeDesk &command, const Surroundings &around);

Decision decide(const ActivateRules &command, const Surroundings &around);
Decision decide(const DrawGrids &command, const Surroundings &around);
/// `ticket` is the one that it is for, if it is for one.
Decision decide(const MoveStock &command, const Ticket *ticket, const Surroundings &around);
/// `ticket` is what the conflict is about, if that is a ticket.
Decision decide(const SettleConflict &command, const Ticket *ticket, const Surroundings &around);

/// The actions that the ticket's state allows now, in the workflow's order, whoever asks.
std::vector<const ActionSpec *> findActions(const Ticket &ticket);
/// Of these, what the actor may perform or type in. The window's buttons and the tool's `ticket actions`
/// show exactly these.
std::vector<const ActionSpec *> findActions(
    const Ticket &ticket, const Actor &actor, const Grants &grants);

/// The clocks that a new ticket with these values would carry from `from_ms` on: what is promised to the
/// caller before anything is saved.
QVector<ClockStart> promisesFor(const Values &ticket, qint64 from_ms, const Surroundings &around);

/// Checks one value against its field: type, list and plain errors. Nothing when it is in order.
std::optional<Refusal> checkValue(const FieldSpec &spec, const QVariant &value);

} // namespace domain
