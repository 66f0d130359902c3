// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/causes.h"

namespace simulation
{

using domain::EntryPlace;
using domain::Id;

Causes::Causes(store::Database &database)
{
    store::EntryIndex index(database);
    store::Statement each(database.handle(),
        "SELECT position FROM entries JOIN feeds ON feeds.id=entries.feed"
        " ORDER BY depth, feeds.uid, sequence");
    const auto add = [this](record::Heads &seen, const Id &feed, qint64 sequence) {
        seen.merge(m_seen.value({feed, sequence}));
        seen.advance(feed, sequence);
    };
    while (each.step()) {
        m_entries.append(index.entryAt(each.integer(0)));
        const store::EntryIndex::Stored &stored = m_entries.constLast();
        const EntryPlace last = index.before(*index.feed(stored.place.feed), stored.place.sequence);
        record::Heads seen;
        if (!last.isNowhere())
            add(seen, last.feed, last.sequence);
        for (const record::FeedPosition &named : stored.entry.folded) {
            const EntryPlace place = index.find(named);
            add(seen, place.feed, place.sequence);
        }
        m_seen.insert({stored.place.feed, stored.place.sequence}, seen);
    }
}

bool Causes::knew(const EntryPlace &one, const EntryPlace &other) const
{
    const auto seen = m_seen.constFind({one.feed, one.sequence});
    return seen != m_seen.cend() && seen->covers(other.feed, other.sequence);
}

} // namespace simulation
