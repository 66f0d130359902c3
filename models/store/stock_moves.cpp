// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stock_moves.h"

#include "store/committed.h"
#include "store/entry_index.h"

#include <QSet>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

QSet<qint64> withoutEffect(Database &database, const Id &supply)
{
    Statement raised(database.handle(), "SELECT entry, reason FROM conflicts WHERE subject=?");
    raised.bind(1, supply);
    QSet<qint64> entries;
    while (raised.step()) {
        if (!hasEffect(ConflictReason(raised.integer(1))))
            entries.insert(raised.integer(0));
    }
    return entries;
}

QString numberOf(Database &database, const Id &ticket)
{
    if (ticket.isNull())
        return {};
    Statement find(database.handle(), "SELECT number FROM tickets WHERE uid=?");
    return find.bind(1, ticket).step() ? find.text(0) : QString();
}

} // namespace

QVector<StockMoveLine> findStockMoves(Database &database, const Id &supply)
{
    EntryIndex index(database);
    QVector<EntryIndex::Stored> entries;
    Statement history(database.handle(), "SELECT entry FROM history WHERE entity=?");
    history.bind(1, supply);
    while (history.step())
        entries.append(index.entryAt(history.integer(0)));
    std::ranges::sort(entries, isBefore, &EntryIndex::Stored::place);
    const QSet<qint64> gone = withoutEffect(database, supply);
    QVector<StockMoveLine> lines;
    for (const EntryIndex::Stored &stored : std::as_const(entries)) {
        for (const Event &event : stored.entry.events) {
            const auto *moved = std::get_if<StockMoved>(&event);
            if (!moved || moved->supply != supply)
                continue;
            lines.append({stored.position, *moved, stored.entry.actor, stored.entry.recorded_ms,
                numberOf(database, moved->ticket), !gone.contains(stored.position)});
        }
    }
    return lines;
}

} // namespace store
