// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parked.h"

#include "record/entry.h"

namespace store
{

Parked findParked(Database &database)
{
    Parked parked;
    // The bytes are those of one entry of the feed: all of them name the same desk.
    Statement each(database.handle(),
        "SELECT w.feed, w.is_branch, count(*), f.desk, min(w.bytes) FROM waiting w"
        " LEFT JOIN feeds f ON f.uid=w.feed GROUP BY w.feed, w.is_branch");
    while (each.step()) {
        ParkedFeed feed{each.id(0), {}, each.integer(2), each.integer(1) != 0};
        if (!each.isNull(3))
            feed.desk = each.id(3);
        else if (const auto entry = record::decode(each.blob(4)))
            feed.desk = entry->desk;
        parked.feeds.append(feed);
    }
    parked.ownersWithoutKey = database.value("SELECT count(*) FROM lacking_keys").toLongLong();
    return parked;
}

} // namespace store
