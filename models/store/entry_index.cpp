// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entry_index.h"

#include "store/words.h"

#include <sqlite3.h>

namespace store
{

using namespace domain;

const QHash<Id, EntryIndex::Feed> &EntryIndex::feeds()
{
    if (!m_feeds) {
        m_feeds.emplace();
        m_ids.clear();
        Statement each(m_record.handle(), "SELECT id, uid, desk, public_key FROM feeds");
        while (each.step()) {
            m_feeds->insert(each.id(1), {each.integer(0), each.id(1), each.id(2), each.blob(3)});
            m_ids.insert(each.integer(0), each.id(1));
        }
    }
    return *m_feeds;
}

/// A feed that another one on this connection has added since is learnt when it is asked for.
Id EntryIndex::idOf(qint64 number)
{
    feeds();
    if (!m_ids.contains(number)) {
        forget();
        feeds();
    }
    return m_ids.value(number);
}

qsizetype EntryIndex::feedCount()
{
    return feeds().size();
}

std::optional<EntryIndex::Feed> EntryIndex::feed(const Id &id)
{
    if (!feeds().contains(id))
        forget();
    const auto found = feeds().constFind(id);
    return found == feeds().cend() ? std::nullopt : std::optional(*found);
}

EntryIndex::Feed EntryIndex::addFeed(const Id &id, const Id &desk, const QByteArray &publicKey)
{
    feeds();
    m_record.prepared("INSERT INTO feeds(uid, desk, public_key) VALUES(?,?,?)")
        .bind(1, id)
        .bind(2, desk)
        .bind(3, publicKey)
        .run();
    const Feed added{m_record.lastInsertId(), id, desk, publicKey};
    m_feeds->insert(id, added);
    m_ids.insert(added.number, id);
    return added;
}

EntryPlace EntryIndex::placeAt(qint64 position)
{
    Statement &find =
        m_record.prepared("SELECT feed, sequence, depth FROM entries WHERE position=?");
    EntryPlace place;
    if (find.bind(1, position).step())
        place = {idOf(find.integer(0)), find.integer(1), find.integer(2)};
    find.reset();
    return place;
}

EntryIndex::Stored EntryIndex::entryAt(qint64 position)
{
    Statement &find = m_record.prepared(
        "SELECT feed, sequence, depth, hash, bytes FROM entries WHERE position=?");
    Stored stored{position, {}, {}, {}};
    std::optional<record::Entry> entry;
    if (find.bind(1, position).step()) {
        stored.place = {idOf(find.integer(0)), find.integer(1), find.integer(2)};
        stored.hash = find.blob(3);
        entry = record::decode(find.blob(4));
    }
    find.reset();
    if (!entry)
        throw SqlFailure(SQLITE_CORRUPT, Words::tr("entry %1 can't be read").arg(position));
    stored.entry = std::move(*entry);
    return stored;
}

QByteArray EntryIndex::hashAt(qint64 position)
{
    Statement &find = m_record.prepared("SELECT hash FROM entries WHERE position=?");
    const QByteArray hash = find.bind(1, position).step() ? find.blob(0) : QByteArray();
    find.reset();
    return hash;
}

qint64 EntryIndex::positionOf(const Id &feed, qint64 sequence)
{
    const auto known = this->feed(feed);
    Statement &find = m_record.prepared("SELECT position FROM entries WHERE feed=? AND sequence=?");
    find.bind(1, known ? known->number : 0).bind(2, sequence);
    const qint64 position = find.step() ? find.integer(0) : 0;
    find.reset();
    return position;
}

qint64 EntryIndex::depthOf(const Id &feed, qint64 sequence)
{
    const auto known = this->feed(feed);
    Statement &find = m_record.prepared("SELECT depth FROM entries WHERE feed=? AND sequence=?");
    find.bind(1, known ? known->number : 0).bind(2, sequence);
    const qint64 depth = find.step() ? find.integer(0) : 0;
    find.reset();
    return depth;
}

record::Heads EntryIndex::heads()
{
    record::Heads heads;
    for (const Feed &feed : feeds()) {
        Statement &last = m_record.prepared(
            "SELECT sequence, hash FROM entries WHERE feed=? ORDER BY sequence DESC LIMIT 1");
        if (last.bind(1, feed.number).step())
            heads.advance(feed.id, last.integer(0), last.blob(1));
        last.reset();
    }
    return heads;
}

qint64 EntryIndex::append(const record::Entry &entry, const QByteArray &bytes,
    const QByteArray &hash, const QByteArray &signature, qint64 depth)
{
    const Feed own = feeds().value(entry.feed);
    m_record
        .prepared("INSERT INTO entries(feed, sequence, depth, hash, signature, bytes)"
                  " VALUES(?,?,?,?,?,?)")
        .bind(1, own.number)
        .bind(2, entry.sequence)
        .bind(3, depth)
        .bind(4, hash)
        .bind(5, signature)
        .bind(6, bytes)
        .run();
    const qint64 position = m_record.lastInsertId();
    for (const record::FeedPosition &named : entry.folded) {
        m_record
            .prepared("INSERT OR IGNORE INTO named(feed, other, sequence, reached) VALUES(?,?,?,?)")
            .bind(1, own.number)
            .bind(2, feeds().value(named.feed).number)
            .bind(3, entry.sequence)
            .bind(4, named.sequence)
            .run();
    }
    return position;
}

qint64 EntryIndex::namedBy(const Id &feed, const Id &other, qint64 sequence)
{
    Statement &last = m_record.prepared("SELECT reached FROM named WHERE feed=? AND other=? AND "
                                        "sequence<=? ORDER BY sequence DESC LIMIT 1");
    last.bind(1, feeds().value(feed).number).bind(2, feeds().value(other).number).bind(3, sequence);
    const qint64 reached = last.step() ? last.integer(0) : 0;
    last.reset();
    return reached;
}

bool EntryIndex::hadFolded(const EntryPlace &one, const EntryPlace &other)
{
    if (one.feed == other.feed)
        return other.sequence <= one.sequence;
    return other.depth < one.depth && namedBy(one.feed, other.feed, one.sequence) >= other.sequence;
}

void EntryIndex::forget()
{
    m_feeds.reset();
    m_ids.clear();
}

} // namespace store
