// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

namespace domain
{

/// What the entry around an event says about it: who typed it in and when it was recorded.
struct EntryFacts {
    Id actor;
    qint64 recorded_ms = 0;
    qint64 position = 0; ///< where the entry stands in this desk's database
};

/// Whether this is what is left of an erased customer.
bool isErased(const RegisterRow &row);

/// What an event did to the state.
enum class Effect : quint8 {
    Applied,
    Void, ///< it no longer applies here: it stays on record, changes nothing, and raises a conflict
};

/// fold: (state, event) → state. Pure; reads no clock; never fails, whatever it is given.
Effect fold(Ticket &ticket, const TicketOpened &event, const EntryFacts &facts);
Effect fold(Ticket &ticket, const StepTaken &event, const EntryFacts &facts);
Effect fold(RegisterRow &row, const RegisterPut &event);
Effect fold(RegisterRow &row, const RegisterRemoved &event);
Effect fold(RegisterRow &row, const StockMoved &event);
Effect fold(RegisterRow &row, const Erased &event, const EntryFacts &facts);

} // namespace domain
