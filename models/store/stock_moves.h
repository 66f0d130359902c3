// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "store/sql.h"

namespace store
{

/// One move of a supply as its history shows it.
struct StockMoveLine {
    qint64 position = 0; ///< of its entry
    domain::StockMoved moved;
    domain::Id actor;
    qint64 recorded_ms = 0;
    QString ticket; ///< the number of the ticket that it was for; empty: for none
    bool counts = true; ///< whether it is part of what is in stock
};

/// Everything that came in and went out of a supply, in the order of the record. Throws SqlFailure.
QVector<StockMoveLine> findStockMoves(Database &database, const domain::Id &supply);

} // namespace store
