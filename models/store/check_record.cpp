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
            " entries.signature, entries.bytes, feeds.uid, feeds.desk, feeds.public_key"
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
        if (m_each.id(6) != m_feed || m_previous.isEmpty()) {
            m_feed = m_each.id(6);
            m_previous = record::chainStart();
            m_sequence = 0;
        }
        const QByteArray bytes = m_each.blob(5), hash = m_each.blob(3);
        const auto entry = record::decode(bytes);
        if (!entry)
            return Words::tr("An entry can't be read.");
        if (entry->feed != m_feed || entry->desk != m_each.id(7)
            || entry->sequence != m_each.integer(1) || entry->sequence != ++m_sequence
            || entry->previous != m_previous)
            return Words::tr("An entry stands in the wrong place.");
        if (record::chain(m_previous, bytes) != hash)
            return Words::tr("An entry was changed: its hash is not that of its content.");
        if (!isSigned(hash))
            return Words::tr("An entry's signature is not the desk's.");
        if (m_each.integer(2) != depthOf(*entry))
            return Words::tr("An entry's depth is wrong.");
        m_previous = hash;
        return {};
    }

private:
    /// What came with others in one parcel is signed by the last of them, whose hash holds all before.
    bool isSigned(const QByteArray &hash)
    {
        const QByteArray signature = m_each.blob(4);
        if (!signature.isEmpty())
            return record::isSignedBy(m_each.blob(8), hash, signature);
        Statement &later = m_database.prepared(
            "SELECT 1 FROM entries WHERE feed=(SELECT feed FROM entries WHERE position=?1)"
            " AND sequence>?2 AND length(signature)>0 LIMIT 1");
        const bool isThere = later.bind(1, position()).bind(2, m_each.integer(1)).step();
        later.reset();
        return isThere;
    }

    /// One more than the greatest of what its desk had folded.
    qint64 depthOf(const record::Entry &entry)
    {
        qint64 depth = m_index.depthOf(entry.feed, entry.sequence - 1);
        for (const record::FeedPosition &named : entry.folded)
            depth = std::max(depth, m_index.depthOf(named.feed, named.sequence));
        return depth + 1;
    }

    Statement m_each;
    Database &m_database;
    EntryIndex m_index;
    domain::Id m_feed;
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
