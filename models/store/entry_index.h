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
class EntryIndex
{
public:
    /// A feed with the number that this database gives it.
    struct Feed {
        qint64 number = 0;
        domain::Id id;
        domain::Id desk;
        QByteArray publicKey;
    };
    /// An entry as it is kept.
    struct Stored {
        qint64 position = 0;
        domain::EntryPlace place;
        QByteArray hash;
        record::Entry entry;
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
    qsizetype feedCount();
    record::Heads heads();

    /// Puts a signed entry into the record at the position after the last; gives the position.
    qint64 append(const record::Entry &entry, const QByteArray &bytes, const QByteArray &hash,
        const QByteArray &signature, qint64 depth);
    /// Whether the desk that appended an entry had folded the other one by then.
    bool hadFolded(const domain::EntryPlace &one, const domain::EntryPlace &other);
    /// How far a feed had come to know another one, by the last thing that it named.
    qint64 namedBy(const domain::Id &feed, const domain::Id &other, qint64 sequence);
    /// After a rollback.
    void forget();

private:
    const QHash<domain::Id, Feed> &feeds();
    domain::Id idOf(qint64 number);

    Database &m_record;
    std::optional<QHash<domain::Id, Feed>> m_feeds;
    QHash<qint64, domain::Id> m_ids;
};

} // namespace store
