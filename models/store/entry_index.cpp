// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entry_index.h"

#include "store/words.h"

#include <sqlite3.h>

#include <algorithm>

namespace store
{

using namespace domain;

const QHash<Id, EntryIndex::Feed> &EntryIndex::feeds()
{
    if (!m_feeds) {
        m_feeds.emplace();
        m_ids.clear();
        m_branches.clear();
        QVector<std::pair<Feed, qint64>> branches;
        Statement each(
            m_record.handle(), "SELECT id, uid, desk, public_key, branch_of, after FROM feeds");
        while (each.step()) {
            const Feed feed{each.integer(0), each.id(1), each.id(2), each.blob(3), each.id(1), {},
                each.integer(5)};
            if (each.isNull(4))
                remember(feed);
            else
                branches.append({feed, each.integer(4)});
            m_ids.insert(feed.number, feed.id);
        }
        // A branch may stand before the one that it branches off.
        for (bool hasMore = true; hasMore;) {
            hasMore = false;
            for (const auto &[branch, number] : std::as_const(branches)) {
                const auto of = m_feeds->constFind(m_ids.value(number));
                if (of == m_feeds->cend() || m_feeds->contains(branch.id))
                    continue;
                remember({branch.number, branch.id, branch.desk, branch.publicKey, of->root, of->id,
                    branch.after});
                hasMore = true;
            }
        }
    }
    return *m_feeds;
}

void EntryIndex::remember(const Feed &feed)
{
    m_feeds->insert(feed.id, feed);
    m_ids.insert(feed.number, feed.id);
    if (!feed.branchOf.isNull())
        m_branches.insert(feed.root, feed.id);
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
    return insert({0, id, desk, publicKey, id, {}, 0});
}

EntryIndex::Feed EntryIndex::addBranch(const Feed &of, qint64 after, const QByteArray &firstHash)
{
    const Feed branch =
        insert({0, record::branchOf(firstHash), of.desk, of.publicKey, of.root, of.id, after});
    // It begins with the knowledge of what it goes on from.
    nameAlong(branch.number, of, after, after);
    Statement others(m_record.handle(), "SELECT DISTINCT other FROM named WHERE feed=?");
    others.bind(1, of.number);
    while (others.step()) {
        if (const qint64 reached = namedBy(of.id, idOf(others.integer(0)), after))
            name(branch.number, others.integer(0), after, reached);
    }
    return branch;
}

EntryIndex::Feed EntryIndex::insert(Feed feed)
{
    feeds();
    m_record
        .prepared(
            "INSERT INTO feeds(uid, desk, public_key, branch_of, after) VALUES(?1,?2,?3,?4,?5)")
        .bind(1, feed.id)
        .bind(2, feed.desk)
        .bind(3, feed.publicKey)
        .bind(4, feed.branchOf.isNull() ? QVariant() : m_feeds->value(feed.branchOf).number)
        .bind(5, feed.after)
        .run();
    feed.number = m_record.lastInsertId();
    remember(feed);
    return feed;
}

EntryIndex::Feed EntryIndex::split(const Feed &feed, qint64 after)
{
    const Feed rest = addBranch(feed, after, hashAt(positionOf(feed.id, after + 1)));
    const auto move = [&](const char *sql) {
        m_record.prepared(sql).bind(1, feed.number).bind(2, after).bind(3, rest.number).run();
    };
    move("UPDATE entries SET feed=?3 WHERE feed=?1 AND sequence>?2");
    move("UPDATE feeds SET branch_of=?3 WHERE branch_of=?1 AND after>?2");
    move("UPDATE named SET feed=?3 WHERE feed=?1 AND sequence>?2");
    // Whoever had read further than the place where it parts had read this side of it.
    move("INSERT INTO named(feed, other, sequence, reached)"
         " SELECT feed, ?3, sequence, reached FROM named WHERE other=?1 AND reached>?2");
    m_record.prepared("UPDATE named SET reached=?2 WHERE other=?1 AND reached>?2")
        .bind(1, feed.number)
        .bind(2, after)
        .run();
    forget();
    return *this->feed(rest.id);
}

QVector<EntryIndex::Feed> EntryIndex::treeOf(const Id &root)
{
    const auto trunk = feed(root);
    if (!trunk)
        return {};
    QVector<Feed> tree{*trunk};
    for (const Id &branch : m_branches.values(root))
        tree.append(m_feeds->value(branch));
    return tree;
}

EntryPlace EntryIndex::find(const record::FeedPosition &named)
{
    EntryPlace place;
    for (const Feed &feed : treeOf(named.feed)) {
        Statement &there =
            m_record.prepared("SELECT hash, depth FROM entries WHERE feed=? AND sequence=?");
        if (there.bind(1, feed.number).bind(2, named.sequence).step()
            && there.blob(0) == named.hash)
            place = {feed.id, named.sequence, there.integer(1)};
        there.reset();
        if (!place.isNowhere())
            break;
    }
    return place;
}

std::optional<QVector<EntryPlace>> EntryIndex::causesOf(const record::Entry &entry)
{
    QVector<EntryPlace> causes;
    for (const record::FeedPosition &named : entry.folded) {
        causes.append(find(named));
        if (causes.constLast().isNowhere())
            return {};
    }
    return causes;
}

bool EntryIndex::isBehind(const EntryPlace &one, const EntryPlace &earlier)
{
    qint64 last = one.sequence;
    for (auto feed = this->feed(one.feed); feed; feed = this->feed(feed->branchOf)) {
        if (feed->id == earlier.feed)
            return earlier.sequence <= last;
        if (feed->branchOf.isNull())
            return false;
        last = feed->after;
    }
    return false;
}

EntryPlace EntryIndex::before(const Feed &feed, qint64 sequence)
{
    if (sequence - 1 > feed.after || feed.branchOf.isNull())
        return {feed.id, sequence - 1, 0};
    return before(m_feeds->value(feed.branchOf), sequence);
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

qint64 EntryIndex::depthFor(const Feed &feed, qint64 sequence, const QVector<EntryPlace> &causes)
{
    const EntryPlace last = before(feed, sequence);
    qint64 depth = depthOf(last.feed, last.sequence);
    for (const EntryPlace &cause : causes)
        depth = std::max(depth, cause.depth);
    return depth + 1;
}

EntryIndex::Stored EntryIndex::append(const Feed &feed, const NewEntry &added)
{
    const qint64 sequence = added.entry.sequence;
    m_record
        .prepared("INSERT INTO entries(feed, sequence, depth, hash, signature, bytes)"
                  " VALUES(?,?,?,?,?,?)")
        .bind(1, feed.number)
        .bind(2, sequence)
        .bind(3, added.depth)
        .bind(4, added.hash)
        .bind(5, added.signature)
        .bind(6, added.bytes)
        .run();
    const qint64 position = m_record.lastInsertId();
    for (const EntryPlace &cause : added.causes)
        nameAlong(feed.number, feeds().value(cause.feed), sequence, cause.sequence);
    return {position, {feed.id, sequence, added.depth}, added.hash, added.entry};
}

void EntryIndex::name(qint64 feed, qint64 other, qint64 sequence, qint64 reached)
{
    m_record
        .prepared("INSERT INTO named(feed, other, sequence, reached) VALUES(?,?,?,?)"
                  " ON CONFLICT DO UPDATE SET reached=max(reached, excluded.reached)")
        .bind(1, feed)
        .bind(2, other)
        .bind(3, sequence)
        .bind(4, reached)
        .run();
}

/// Who has read a branch has read what it goes on from.
void EntryIndex::nameAlong(qint64 feed, const Feed &other, qint64 sequence, qint64 reached)
{
    name(feed, other.number, sequence, reached);
    if (!other.branchOf.isNull())
        nameAlong(feed, m_feeds->value(other.branchOf), sequence, other.after);
}

qint64 EntryIndex::namedBy(const Id &feed, const Id &other, qint64 sequence)
{
    const auto one = this->feed(feed), two = this->feed(other);
    if (!one || !two)
        return 0;
    Statement &last = m_record.prepared("SELECT reached FROM named WHERE feed=? AND other=? AND "
                                        "sequence<=? ORDER BY sequence DESC LIMIT 1");
    last.bind(1, one->number).bind(2, two->number).bind(3, sequence);
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
    m_branches.clear();
}

} // namespace store
