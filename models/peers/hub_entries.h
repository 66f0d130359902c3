// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/hub_database.h"
#include "record/entry.h"
#include "record/heads.h"
#include "record/parcel.h"

#include <QHash>
#include <QSet>

namespace peers
{

/// An entry as the hub has it. Nothing in it is believed before it was checked against its bytes.
struct HubRow {
    Id feed;
    qint64 sequence = 0;
    qint64 depth = 0; ///< as its pusher reckoned it: for sorting, no more
    QByteArray hash;
    record::SignedEntry entry;
    QVector<Id> erased; ///< owners whose data it erases, once it was checked
};

/// Where an entry lies and how big it is, without its bytes.
struct HubPlace {
    qint64 sequence = 0;
    qint64 depth = 0;
    qint64 bytes = 0;
    bool isSigned = true; ///< else the next signed one behind it in its feed vouches for it
};

/// A feed of which the hub holds entries.
struct HubFeed {
    Id desk;
    Id root; ///< the feed that its entries name; another one where it is a branch
    qint64 after = 0; ///< a branch goes on behind this entry
};

/// How far the hub holds feeds.
struct HubHeads {
    record::Heads heads;
    QHash<Id, HubFeed> feeds;
};

/// A stretch of one feed, both ends in it.
struct HubStretch {
    Id feed;
    qint64 first = 0;
    qint64 last = 0;
};

/// Questions about the hub's entries. Each costs as many lookups as it names feeds or entries, however many the hub holds.
class HubEntries
{
public:
    explicit HubEntries(HubDatabase &database)
        : m_database(database)
    {
    }

    /// The last entry of every feed. They are found, not kept: there is nothing that could say otherwise than the entries.
    HubHeads heads();
    HubHeads headsOf(const QVector<Id> &feeds);
    QByteArray hashAt(const Id &feed, qint64 sequence);
    /// What comes behind each of these, at most so many of each feed, ascending.
    QHash<Id, QVector<HubPlace>> placesBehind(
        const QVector<record::FeedPosition> &after, qsizetype most);
    QVector<HubRow> read(const QVector<HubStretch> &stretches);
    QVector<qint64> depthsAt(const QVector<record::FeedPosition> &places);

    void addFeeds(const QHash<Id, HubFeed> &feeds);
    /// Feeds of which the hub holds another entry at the place of one of these; empty when all stand there now. Within a transaction.
    QSet<Id> add(const QVector<HubRow> &rows);

private:
    HubDatabase &m_database;
};

} // namespace peers
