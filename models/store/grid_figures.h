// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"
#include "store/ticket_sql.h"

namespace store
{

/// What is going on in one grid: what the map colours it by and its card says.
struct GridFigures {
    qint64 grid = 0; ///< its row's number; 0: of the tickets that lie in none
    int open = 0; ///< not over at the moment
    int late = 0; ///< of these with a clock that has run out
    int soon = 0; ///< of these with one that runs out soon
    int received = 0; ///< in the span before the moment
    int rated = 0; ///< of these with an answer about satisfaction
    int satisfied = 0; ///< of these with the upper three of its five steps
    int repeats =
        0; ///< of these about the same customer or address, and of the same category, as one before
};

/// Which moment, and what counts as near to it. All in UTC.
struct GridMoment {
    qint64 at_ms = 0;
    qint64 since_ms = 0; ///< where the span begins
    qint64 soonUntil_ms = 0;
};

/// The figures of every grid that has any. A past moment is counted by the clocks as they ran then. Throws SqlFailure.
QVector<GridFigures> findGridFigures(Database &database, const GridMoment &moment);

/// A ticket on the map.
struct TicketPoint {
    enum State : quint8 { Open, Late, Over };

    domain::Id ticket;
    domain::GeoPoint point;
    State state = Open;
    qint64 grid = 0; ///< the row of the grid that it is in; 0: none
};

/// The tickets of a query that have a point, the newest first, and what they were at a moment; those that came later are left out.
QVector<TicketPoint> findTicketPoints(Database &database, const QByteArray &source,
    const QVector<QVariant> &sourceBinds, const TicketSql &sql, qint64 at_ms, qint64 limit);

} // namespace store
