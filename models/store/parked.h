// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql.h"

#include <QVector>

namespace store
{

/// Entries that came from other desks and wait for their causes.
struct ParkedFeed {
    domain::Id feed;
    domain::Id desk; ///< whose feed it is, as its entries say
    qint64 entries = 0;

    bool operator==(const ParkedFeed &) const = default;
};

/// One of the sides in which a feed goes on that was written twice.
struct WrittenTwice {
    domain::Id desk;
    qint64 sequence = 0; ///< of the first entry that the sides don't share
    qint64 at_ms = 0; ///< when it was recorded, by the clock of its desk

    bool operator==(const WrittenTwice &) const = default;
};

/// What is not as simple as it should be between desks: what stands aside, owners whose key hasn't come, and feeds that two
/// computers wrote (a copied disk, files laid back by hand). Of these everything counts; people should know that there are two.
struct Parked {
    QVector<ParkedFeed> feeds;
    QVector<WrittenTwice> writtenTwice;
    qint64 ownersWithoutKey = 0;

    bool operator==(const Parked &) const = default;
};

/// Throws SqlFailure.
Parked findParked(Database &database);

} // namespace store
