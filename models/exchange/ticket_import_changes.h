// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ticket_import_row.h"

#include "store/ticket_rows.h"

namespace store
{
class Reader;
}

namespace exchange
{

// What a row says anew about a ticket that was taken in before.
struct TicketChanges {
    QVector<domain::Command> commands; // in the order in which they must be carried out
    std::optional<RowProblem> problem; // why it can't be done by an import
};

// Compares a known ticket with its row. Cells that are blank say nothing; a value that somebody on this
// side has replaced stays replaced, so that the same file again changes nothing. Fields become one
// correction; another state is reached by the workflow's own steps where the row holds what they ask for. The customer's own
// data belong to the register of customers and are left alone.
TicketChanges changesOf(
    const store::NumberedTicket &known, const TicketRow &row, store::Reader &reader);

} // namespace exchange
