// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/grid_figures.h"

#include <QHash>

namespace store
{

using namespace domain;

namespace
{

// ?1 is the moment, ?2 where the span before it begins, ?3 until when something is due soon.
const char *const isOpenThen = "happened_at <= ?1 AND (closed_at IS NULL OR closed_at > ?1)";
const char *const runsThen = "ticket = tickets.id AND started_at <= ?1"
                             " AND (stopped_at IS NULL OR stopped_at > ?1)";

/// The earliest time that any clock of the ticket ran towards at the moment; null when none ran.
QByteArray dueThen()
{
    return QByteArray("(SELECT min(due_at) FROM clocks WHERE ") + runsThen + ')';
}

using ByGrid = QHash<qint64, GridFigures>;

void countOpen(Database &database, const GridMoment &moment, ByGrid &figures)
{
    Statement &open = database.prepared(
        QByteArray(
            "SELECT coalesce(grid, 0), count(*), total(due < ?1), total(due >= ?1 AND due < ?3)"
            " FROM (SELECT grid, ")
        + dueThen() + " AS due FROM tickets WHERE " + isOpenThen + ") GROUP BY 1");
    open.bind(1, moment.at_ms).bind(3, moment.soonUntil_ms);
    while (open.step()) {
        GridFigures &grid = figures[open.integer(0)];
        grid.open = int(open.integer(1));
        grid.late = int(open.integer(2));
        grid.soon = int(open.integer(3));
    }
    open.reset();
}

void countReceived(Database &database, const GridMoment &moment, ByGrid &figures)
{
    Statement &received = database.prepared(
        "SELECT coalesce(grid, 0), count(*), count(satisfaction), total(satisfaction >= 3)"
        " FROM tickets WHERE happened_at > ?2 AND happened_at <= ?1 GROUP BY 1");
    received.bind(1, moment.at_ms).bind(2, moment.since_ms);
    while (received.step()) {
        GridFigures &grid = figures[received.integer(0)];
        grid.received = int(received.integer(1));
        grid.rated = int(received.integer(2));
        grid.satisfied = int(received.integer(3));
    }
    received.reset();
}

void countRepeats(Database &database, const GridMoment &moment, ByGrid &figures)
{
    // An address that is sealed is the customer's, who is named beside it.
    Statement &repeats = database.prepared(
        "SELECT coalesce(grid, 0), sum(times - 1) FROM"
        " (SELECT grid, count(*) AS times FROM tickets WHERE happened_at > ?2 AND happened_at <= ?1"
        "  AND category IS NOT NULL AND coalesce(customer, address) IS NOT NULL"
        "  GROUP BY grid, category, coalesce(customer, address) HAVING times > 1) GROUP BY 1");
    repeats.bind(1, moment.at_ms).bind(2, moment.since_ms);
    while (repeats.step())
        figures[repeats.integer(0)].repeats = int(repeats.integer(1));
    repeats.reset();
}

TicketPoint::State stateOf(const Statement &found, qint64 at_ms)
{
    const bool isOver = !found.isNull(3) && found.integer(3) <= at_ms;
    if (isOver)
        return TicketPoint::Over;
    return !found.isNull(5) && found.integer(5) < at_ms ? TicketPoint::Late : TicketPoint::Open;
}

} // namespace

QVector<GridFigures> findGridFigures(Database &database, const GridMoment &moment)
{
    ByGrid figures;
    countOpen(database, moment, figures);
    countReceived(database, moment, figures);
    countRepeats(database, moment, figures);
    QVector<GridFigures> all;
    for (auto at = figures.begin(); at != figures.end(); ++at) {
        at->grid = at.key();
        all.append(*at);
    }
    return all;
}

QVector<TicketPoint> findTicketPoints(Database &database, const QByteArray &source,
    const QVector<QVariant> &sourceBinds, const TicketSql &sql, qint64 at_ms, qint64 limit)
{
    Statement find(database.handle(),
        "SELECT tickets.uid, tickets.lon, tickets.lat, tickets.closed_at, tickets.grid, "
            + dueThen() + " FROM " + source
            + " WHERE tickets.lon IS NOT NULL AND tickets.lat IS NOT NULL AND "
            + "tickets.happened_at <= ?1 AND " + sql.where
            + " ORDER BY tickets.happened_at DESC LIMIT ?");
    find.bind(1, at_ms);
    int at = 2;
    for (const QVariant &value : sourceBinds)
        find.bind(at++, value);
    at = sql.bindTo(find, at);
    find.bind(at, limit);
    QVector<TicketPoint> points;
    while (find.step()) {
        if (const auto point = GeoPoint::fromDegrees(find.real(1), find.real(2)))
            points.append({find.id(0), *point, stateOf(find, at_ms), find.integer(4)});
    }
    return points;
}

} // namespace store
