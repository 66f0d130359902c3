// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ticket.h"
#include "store/register_rows.h"

namespace store
{

/// A ticket together with its number in this database.
struct NumberedTicket {
    qint64 number = 0;
    domain::Ticket ticket;
};

std::optional<NumberedTicket> loadTicket(
    Database &database, RowNumbers &rows, const domain::Id &id);
std::optional<NumberedTicket> loadTicket(Database &database, RowNumbers &rows, qint64 number);

/// Writes a new ticket with its steps and clocks; returns its number.
qint64 insertTicket(Database &database, RowNumbers &rows, const domain::Ticket &ticket);
/// Writes what folding changed from `before` to `after`, the text index of a corrected text included.
void updateTicket(Database &database, RowNumbers &rows, const NumberedTicket &before,
    const domain::Ticket &after);

/// A ticket that nobody had the right to take in goes.
void removeTicket(Database &database, const NumberedTicket &ticket);

/// Whether a field of this type names a row of a register; its column keeps the number of that row.
bool refersToRow(domain::FieldType type);
/// A field's value as its column keeps it, and back.
QVariant toColumn(const domain::FieldSpec &spec, const QVariant &value, RowNumbers &rows);
QVariant fromColumn(const domain::FieldSpec &spec, const QVariant &column, RowNumbers &rows);

} // namespace store
