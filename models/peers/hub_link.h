// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/hub_pull.h"
#include "peers/hub_push.h"

#include <deque>

namespace peers
{

/// What goes to Exchange::take at once. One that is refused is parted until the very entry or key is found that is wrong.
struct HubPiece {
    QVector<HubRow> rows;
    QVector<record::SealedKey> keys;

    qsizetype size() const { return rows.size() + keys.size(); }
};

/// One connection and all that is known through it; gone with it.
struct HubLink {
    HubLink(const HubUrl &url, int patience_ms, Exchange &exchange,
        const std::function<QVector<Id>()> &desks, const Id &self)
        : database(url, patience_ms)
        , entries(database)
        , keys(database, exchange, desks, self)
        , push(database, entries, keys, exchange)
        , pull(entries, exchange)
    {
    }

    /// Two parts of a piece that was refused come next, in its place.
    void part(const HubPiece &piece);

    HubDatabase database;
    HubEntries entries;
    HubKeys keys;
    HubPush push;
    HubPull pull;
    std::deque<HubPiece> pieces; ///< that wait to be taken
    QSet<Id>
        refused; ///< feeds of which an entry was not taken; later ones of the same helping aren't tried
    bool hears = false; ///< notices come
};

} // namespace peers
