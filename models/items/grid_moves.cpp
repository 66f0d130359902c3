// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grid_moves.h"

#include "domain/ticket_fields.h"
#include "geo/grid_index.h"
#include "items/scopes.h"

#include <limits>

namespace items
{

using namespace domain;

QVector<GridMove> findGridMoves(store::Reader &reader, const QVector<GridArea> &areas)
{
    const geo::GridIndex index(areas);
    const qint64 now_ms = reader.now_ms();
    QVector<GridMove> moves;
    for (const store::TicketPoint &ticket : reader.findTicketPoints(
             queryForScope(u"open", {}, now_ms), now_ms, std::numeric_limits<qint64>::max())) {
        const auto found = index.find(ticket.point);
        if (found.size() != 1)
            continue;
        const Id to = index.grid(found.front());
        if (reader.rows().idOf(ticket.grid) != to)
            moves.append({ticket.ticket, to});
    }
    return moves;
}

QVector<Command> commandsFor(const QVector<GridMove> &moves, const QString &reason)
{
    QVector<Command> commands;
    for (const GridMove &move : moves) {
        Values values{{field::Grid, QVariant::fromValue(move.to)}};
        values.set(field::Reason, reason);
        commands.append(ActOnTicket{move.ticket, QStringLiteral("correct"), values, {}, 0, 0, {}});
    }
    return commands;
}

} // namespace items
