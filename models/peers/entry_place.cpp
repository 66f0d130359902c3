// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/entry_place.h"

#include "record/cbor.h"

namespace peers
{

std::optional<EntryPlace> placeOf(const record::SignedEntry &entry)
{
    // Format, desk, feed and sequence take 2 + 17 + 17 + 9 bytes; no longer string has to be touched.
    record::CborReader in(entry.bytes);
    in.array();
    in.number();
    in.id();
    EntryPlace place;
    place.feed = in.id();
    place.sequence = in.number();
    if (!in.ok() || place.sequence < 1)
        return {};
    place.isInBranch = !entry.branch.isNull();
    if (place.isInBranch)
        place.feed = entry.branch;
    return place;
}

} // namespace peers
