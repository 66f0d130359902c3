// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/causes.h"

namespace simulation
{

using domain::EntryPlace;
using domain::Id;

Causes::Causes(store::Database &database)
{
    store::EntryIndex index(database);
    QHash<Id, record::Heads> vectors;
    store::Statement each(database.handle(),
        "SELECT position FROM entries JOIN feeds ON feeds.id=entries.feed"
        " ORDER BY depth, feeds.uid, sequence");
    while (each.step()) {
        m_entries.append(index.entryAt(each.integer(0)));
        const store::EntryIndex::Stored &stored = m_entries.constLast();
        record::Heads &vector = vectors[stored.place.feed];
        for (const record::FeedPosition &named : stored.entry.folded)
            vector.advance(named.feed, named.sequence);
        m_seen.insert({stored.place.feed, stored.place.sequence}, vector);
        vector.advance(stored.place.feed, stored.place.sequence);
    }
}

bool Causes::knew(const EntryPlace &one, const EntryPlace &other) const
{
    const auto seen = m_seen.constFind({one.feed, one.sequence});
    return seen != m_seen.cend() && seen->covers(other.feed, other.sequence);
}

} // namespace simulation
