// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

namespace domain
{

/// Where an entry stands: in which feed and as which of its entries, and how many entries lie behind it one after the other
/// (its depth: one more than the greatest of what its desk had folded). One that is still being decided stands
/// nowhere yet, which is behind everything.
struct EntryPlace {
    Id feed;
    qint64 sequence = 0;
    qint64 depth = 0;

    bool isNowhere() const { return sequence == 0; }
    bool operator==(const EntryPlace &) const = default;
};

/// The one order in which every desk folds: causes before what they caused, and what knew nothing of each other
/// the same way everywhere. Wall time has no part in it.
inline bool isBefore(const EntryPlace &one, const EntryPlace &other)
{
    if (one.isNowhere() || other.isNowhere())
        return !one.isNowhere();
    if (one.depth != other.depth)
        return one.depth < other.depth;
    return one.feed != other.feed ? one.feed < other.feed : one.sequence < other.sequence;
}

inline size_t qHash(const EntryPlace &place, size_t seed = 0)
{
    return qHashMulti(seed, place.feed, place.sequence);
}

} // namespace domain
