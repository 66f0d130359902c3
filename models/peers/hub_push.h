// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/hub_entries.h"
#include "peers/hub_keys.h"

namespace peers
{

/// Brings to the hub what it lacks: a helping of entries, their feeds and the keys of their sealed fields in one transaction, and what
/// is new goes out as a notice with it. Counted as held there only after the commit; the same pushed twice, or by many at
/// once, changes nothing.
class HubPush
{
public:
    HubPush(HubDatabase &database, HubEntries &entries, HubKeys &keys, Exchange &exchange);

    /// What the hub holds, all of it; perhaps less than before, where somebody took something out.
    void begin(const record::Heads &heads);
    /// Some of it.
    void know(const record::Heads &heads) { m_known.merge(heads); }
    /// Nothing of this feed goes there: hub and desk hold different entries.
    void skip(const Id &feed);
    bool isSkipped(const Id &feed) const { return m_skipped.contains(feed); }

    struct Pushed {
        QVector<HubRow> rows;
        QSet<Id> forked; ///< nothing was pushed, because the hub holds other entries of these feeds
        bool isEmpty() const { return rows.isEmpty() && forked.isEmpty(); }
    };
    Pushed next(qsizetype bytes, const std::function<void(const QVector<HubRow> &)> &announce);

private:
    struct Batch;
    void reckonDepths(Batch &batch);

    HubDatabase &m_database;
    HubEntries &m_entries;
    HubKeys &m_keys;
    Exchange &m_exchange;
    record::Heads m_known;
    QSet<Id> m_skipped;
};

} // namespace peers
