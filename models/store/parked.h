// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QVector>

namespace store
{

/// What came from other desks and stands aside: entries whose causes are still to come, branches of a feed that an
/// administrator has to look at, and owners whose key hasn't come.
struct ParkedFeed {
    domain::Id feed;
    domain::Id desk; ///< whose feed it is, as its entries say
    qint64 entries = 0;
    bool isBranch = false; ///< the same places hold other entries here

    bool operator==(const ParkedFeed &) const = default;
};

struct Parked {
    QVector<ParkedFeed> feeds;
    qint64 ownersWithoutKey = 0;

    bool operator==(const Parked &) const = default;
};

/// Throws SqlFailure.
Parked findParked(Database &database);

} // namespace store
