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
        "SELECT w.feed, count(*), f.desk, min(w.bytes) FROM waiting w"
        " LEFT JOIN feeds f ON f.uid=w.feed GROUP BY w.feed");
    while (each.step()) {
        ParkedFeed feed{each.id(0), {}, each.integer(1)};
        if (!each.isNull(2))
            feed.desk = each.id(2);
        else if (const auto entry = record::decode(each.blob(3)))
            feed.desk = entry->desk;
        parked.feeds.append(feed);
    }
    Statement branches(database.handle(),
        "SELECT feeds.desk, entries.bytes FROM feeds JOIN entries ON entries.feed=feeds.id AND"
        " entries.sequence=feeds.after+1 WHERE branch_of IS NOT NULL ORDER BY feeds.uid");
    while (branches.step()) {
        if (const auto entry = record::decode(branches.blob(1)))
            parked.writtenTwice.append({branches.id(0), entry->sequence, entry->recorded_ms});
    }
    parked.ownersWithoutKey = database.value("SELECT count(*) FROM lacking_keys").toLongLong();
    return parked;
}

} // namespace store
