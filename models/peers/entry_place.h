// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/parcel.h"

#include <QByteArray>

#include <optional>

namespace peers
{

using domain::Id;

/// Where an entry stands in the record.
struct EntryPlace {
    Id feed;
    qint64 sequence = 0;
    bool isInBranch = false;
};

/// Read from the front of an entry's bytes alone, since whoever keeps them checks the rest; nothing when these are no entry's.
std::optional<EntryPlace> placeOf(const record::SignedEntry &entry);
/// Whether an entry is the next one of its feed for somebody who holds it so far. A branch begins in the middle.
inline bool isNext(const EntryPlace &place, qint64 held)
{
    return held + 1 == place.sequence || (place.isInBranch && held == 0);
}

} // namespace peers
