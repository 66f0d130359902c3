// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entry_place.h"
#include "record/entry.h"
#include "record/heads.h"
#include "store/sql.h"

#include <QHash>

namespace store
{

/// What stands where in the record: the places of entries, how far every feed is held, and what a desk had folded when it
/// appended something. Reads and writes the record's own tables, on the connection that it is given.
///
/// A feed that was written twice (a copied disk, files laid back by hand) is no line but a tree. Its entries up to the first
/// place where they part stay in the feed; what follows there, both the one and the other, counts as feeds of their own,
/// named by the hash that each begins with. So which feeds there are follows from the entries alone, in whatever order they came.
class EntryIndex
{
public:
    /// A feed with the number that this database gives it.
    struct Feed {
        qint64 number = 0;
        domain::Id id;
        domain::Id desk;
        QByteArray publicKey;
        domain::Id root; ///< the feed that its entries name: itself, unless it is a branch
        domain::Id branchOf; ///< null: it is no branch
        qint64 after = 0; ///< the last entry of that feed before it
    };
    /// An entry as it is kept.
    struct Stored {
        qint64 position = 0;
        domain::EntryPlace place;
        QByteArray hash;
        record::Entry entry;
    };

    /// An entry that is to be kept.
    struct NewEntry {
        const record::Entry &entry;
        qint64 depth = 0;
        QByteArray bytes, hash, signature;
        QVector<domain::EntryPlace> causes;
    };

    explicit EntryIndex(Database &record)
        : m_record(record)
    {
    }

    domain::EntryPlace placeAt(qint64 position);
    /// Throws SqlFailure where there is none, as only damage leaves such a gap.
    Stored entryAt(qint64 position);
    QByteArray hashAt(qint64 position);
    /// 0 where there is none.
    qint64 positionOf(const domain::Id &feed, qint64 sequence);
    /// 0 where there is none.
    qint64 depthOf(const domain::Id &feed, qint64 sequence);
    std::optional<Feed> feed(const domain::Id &id);
    Feed addFeed(const domain::Id &id, const domain::Id &desk, const QByteArray &publicKey);
    /// A branch whose first entry has this hash.
    Feed addBranch(const Feed &of, qint64 after, const QByteArray &firstHash);
    /// What a feed has behind an entry becomes a branch, and so does what was its branch there.
    Feed split(const Feed &feed, qint64 after);
    /// The feed that entries name and all of its branches; none where it isn't held.
    QVector<Feed> treeOf(const domain::Id &root);
    /// Where an entry stands, by the name that its bytes give; nowhere when it isn't held.
    domain::EntryPlace find(const record::FeedPosition &named);
    /// The places of all that an entry says to build on; nothing when one of them isn't held.
    std::optional<QVector<domain::EntryPlace>> causesOf(const record::Entry &entry);
    /// Whether an entry stands before another one in its feed, or in what that feed goes on from.
    bool isBehind(const domain::EntryPlace &one, const domain::EntryPlace &earlier);
    /// Where the entry before the one at this place stands, without its depth; nowhere before the first of all.
    domain::EntryPlace before(const Feed &feed, qint64 sequence);
    qsizetype feedCount();
    record::Heads heads();

    /// Puts an entry into the record at the position after the last.
    Stored append(const Feed &feed, const NewEntry &added);
    /// One more than the greatest of what lies behind an entry of this feed.
    qint64 depthFor(const Feed &feed, qint64 sequence, const QVector<domain::EntryPlace> &causes);
    /// Whether the desk that appended an entry had folded the other one by then.
    bool hadFolded(const domain::EntryPlace &one, const domain::EntryPlace &other);
    /// How far a feed had come to know another one, by the last thing that it named.
    qint64 namedBy(const domain::Id &feed, const domain::Id &other, qint64 sequence);
    /// After a rollback.
    void forget();

private:
    const QHash<domain::Id, Feed> &feeds();
    domain::Id idOf(qint64 number);
    Feed insert(Feed feed);
    void remember(const Feed &feed);
    void name(qint64 feed, qint64 other, qint64 sequence, qint64 reached);
    void nameAlong(qint64 feed, const Feed &other, qint64 sequence, qint64 reached);

    Database &m_record;
    std::optional<QHash<domain::Id, Feed>> m_feeds;
    QHash<qint64, domain::Id> m_ids;
    QMultiHash<domain::Id, domain::Id> m_branches; ///< by the feed that their entries name
};

} // namespace store
