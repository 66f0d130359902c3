// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/entry.h"
#include "record/signing.h"
#include "store/check_parts.h"
#include "store/entry_index.h"
#include "store/words.h"

namespace store
{

namespace
{

Finding checkFeeds(const Checked &checked)
{
    const auto strange =
        checked.database
            .value("SELECT count(*) FROM entries WHERE feed NOT IN (SELECT id FROM feeds)")
            .toLongLong();
    if (strange)
        return Damage{
            Words::tr("%1 entries belong to no feed.").arg(strange), QStringLiteral("entries")};
    return {};
}

/// Walks along the feeds, one after the other, and says what is wrong with the entry that it has come to.
class FeedWalk
{
public:
    explicit FeedWalk(Database &database)
        : m_each(database.handle(),
            "SELECT entries.position, entries.sequence, entries.depth, entries.hash,"
            " entries.signature, entries.bytes, feeds.uid, feeds.public_key"
            " FROM entries JOIN feeds ON feeds.id = entries.feed"
            " ORDER BY entries.feed, entries.sequence")
        , m_database(database)
        , m_index(database)
    {
    }

    bool next() { return m_each.step(); }
    qint64 position() const { return m_each.integer(0); }

    QString fault()
    {
        if (m_each.id(6) != m_feed.id || m_previous.isEmpty())
            begin();
        const QByteArray bytes = m_each.blob(5), hash = m_each.blob(3);
        const auto entry = record::decode(bytes);
        if (!entry)
            return Words::tr("An entry can't be read.");
        if (entry->feed != m_feed.root || entry->desk != m_feed.desk
            || entry->sequence != m_each.integer(1) || entry->sequence != ++m_sequence
            || entry->previous != m_previous)
            return Words::tr("An entry stands in the wrong place.");
        if (record::chain(m_previous, bytes) != hash)
            return Words::tr("An entry was changed: its hash is not that of its content.");
        if (!isSigned(hash))
            return Words::tr("An entry's signature is not the desk's.");
        const auto causes = m_index.causesOf(*entry);
        if (!causes)
            return Words::tr("An entry builds on another one that isn't here.");
        if (m_each.integer(2) != m_index.depthFor(m_feed, m_sequence, *causes))
            return Words::tr("An entry's depth is wrong.");
        m_previous = hash;
        return {};
    }

private:
    /// A branch goes on behind an entry of another feed, and is named by its first one.
    void begin()
    {
        m_feed = *m_index.feed(m_each.id(6));
        m_previous = record::chainStart();
        m_sequence = m_feed.after;
        const domain::EntryPlace last = m_index.before(m_feed, m_feed.after + 1);
        if (!last.isNowhere())
            m_previous = m_index.hashAt(m_index.positionOf(last.feed, last.sequence));
    }

    /// What came with others in one parcel is signed by the last of them, whose hash holds all before.
    bool isSigned(const QByteArray &hash)
    {
        const QByteArray signature = m_each.blob(4);
        if (!signature.isEmpty())
            return record::isSignedBy(m_each.blob(7), hash, signature);
        return isSignedLater(m_feed);
    }

    /// Its branches go on from a feed's last entry, so theirs will do as well.
    bool isSignedLater(const EntryIndex::Feed &feed)
    {
        Statement &later = m_database.prepared(
            "SELECT 1 FROM entries WHERE feed=? AND sequence>? AND length(signature)>0 LIMIT 1");
        const bool isThere = later.bind(1, feed.number).bind(2, m_sequence).step();
        later.reset();
        return isThere || std::ranges::any_of(m_index.treeOf(feed.root), [&](const auto &branch) {
            return branch.branchOf == feed.id && branch.after >= m_sequence
                && isSignedLater(branch);
        });
    }

    Statement m_each;
    Database &m_database;
    EntryIndex m_index;
    EntryIndex::Feed m_feed;
    QByteArray m_previous;
    qint64 m_sequence = 0;
};

Finding checkEntries(const Checked &checked)
{
    const qint64 all = checked.database.value("SELECT count(*) FROM entries").toLongLong();
    qint64 done = 0;
    for (FeedWalk walk(checked.database); walk.next();) {
        if (const QString fault = walk.fault(); !fault.isEmpty())
            return Damage{fault, Words::tr("entry %1").arg(walk.position())};
        if (++done % 1000 == 0)
            checked.progress(Words::tr("entries"), done, all);
    }
    if (done != all)
        return Damage{
            Words::tr("Entries are missing from their feeds."), QStringLiteral("entries")};
    return {};
}

} // namespace

Finding checkRecord(const Checked &checked)
{
    auto damage = checkFeeds(checked);
    return damage ? damage : checkEntries(checked);
}

} // namespace store
