// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/event.h"
#include "domain/refusal.h"

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

    virtual Id actor() const = 0;
    virtual qint64 now_ms() const = 0;
    virtual QTimeZone zone() const = 0;
    /// The next free ticket number of this desk for a day of the company's calendar.
    virtual QString nextNumber(QDate day) const = 0;
    /// The grid of a place, by street, community and address; null when none is known.
    virtual Id gridFor(const Values &ticket) const = 0;
    /// The company's standard for a clock on such a ticket, in minutes; 0 when it promises nothing.
    virtual int minutesFor(QStringView clock, const Values &ticket) const = 0;
    /// The customer on file whom a draft describes; null when there is none.
    virtual Id findCustomer(const CustomerDraft &draft) const = 0;
    /// The row that carries this code in its register; null when there is none.
    virtual Id rowWithCode(Register reg, const QString &code) const = 0;
    virtual bool exists(Register reg, const Id &row) const = 0;
    /// The row that this one is filed under: the customer of premises, the file that one was merged into;
    /// null when it stands alone.
    virtual Id rowAbove(const Id &row) const = 0;
    /// The rows of a register that are filed under this one, removed ones apart.
    virtual QVector<Id> rowsUnder(Register reg, const Id &row) const = 0;
    virtual qint64 ticketsOf(const Id &customer) const = 0;
    /// The number of the ticket that came from this place under this number; empty when none did.
    virtual QString numberFromSource(const QString &source, const QString &sourceId) const = 0;
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

/// The actions that the ticket's state allows now, in the workflow's order. The window's buttons and
/// the tool's `ticket actions` show exactly these.
std::vector<const ActionSpec *> findActions(const Ticket &ticket);

/// The clocks that a new ticket with these values would carry from `from_ms` on: what is promised to the
/// caller before anything is saved.
QVector<ClockStart> promisesFor(const Values &ticket, qint64 from_ms, const Surroundings &around);

/// Checks one value against its field: type, list and plain errors. Nothing when it is in order.
std::optional<Refusal> checkValue(const FieldSpec &spec, const QVariant &value);

} // namespace domain
