// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feed_writer.h"

namespace store
{

FeedWriter::FeedWriter(Database &database, const Secrets &secrets)
    : m_database(database)
    , m_index(database)
    , m_secrets(secrets)
    , m_key(*record::SigningKey::fromSeed(secrets.signingSeed))
{
    reload();
}

void FeedWriter::reload()
{
    m_index.forget();
    m_sequence = 0;
    m_hash = record::chainStart();
    m_position = m_database.value("SELECT max(position) FROM entries").toLongLong();
    m_depth = m_database.value("SELECT max(depth) FROM entries").toLongLong();
    const auto feed = m_index.feed(m_secrets.feed);
    m_hasFeed = feed.has_value();
    m_mayHaveNews = true;
    Statement &mine = m_database.prepared(
        "SELECT sequence, hash FROM entries WHERE feed=? ORDER BY sequence DESC LIMIT 1");
    if (mine.bind(1, feed ? feed->number : 0).step()) {
        m_sequence = mine.integer(0);
        m_hash = mine.blob(1);
    }
    mine.reset();
}

/// What was folded of other feeds since the own one named them last.
QVector<record::FeedPosition> FeedWriter::findNews()
{
    QVector<record::FeedPosition> news;
    if (!std::exchange(m_mayHaveNews, false))
        return news;
    const record::Heads heads = m_index.heads();
    for (auto head = heads.all().cbegin(); head != heads.all().cend(); ++head) {
        const auto feed = m_index.feed(head.key());
        if (feed && feed->root != m_secrets.feed
            && m_index.namedBy(m_secrets.feed, head.key(), m_sequence) < head->sequence)
            news.append({feed->root, head->sequence, head->hash});
    }
    return news;
}

void FeedWriter::openEpoch(const domain::Id &feed)
{
    m_secrets.feed = feed;
    reload();
}

QByteArray FeedWriter::hashAt(qint64 position)
{
    return m_index.hashAt(position);
}

EntryIndex::Stored FeedWriter::append(record::Entry entry, const record::Signer *signer)
{
    if (!m_hasFeed)
        m_index.addFeed(m_secrets.feed, m_secrets.desk, m_key.publicKey());
    m_hasFeed = true;
    entry.desk = m_secrets.desk;
    entry.feed = m_secrets.feed;
    entry.folded = findNews();
    entry.sequence = ++m_sequence;
    entry.previous = m_hash;
    if (signer) {
        entry.actorSignature = signer->sign(record::signedByActor(entry));
        if (entry.actorSignature.isEmpty())
            throw SignerGone();
    }
    const QByteArray bytes = record::encode(entry);
    m_hash = record::chain(m_hash, bytes);
    // Whatever is here was folded before, so it lies behind.
    EntryIndex::Stored stored = m_index.append(*m_index.feed(m_secrets.feed),
        {entry, ++m_depth, bytes, m_hash, m_key.sign(m_hash),
            m_index.causesOf(entry).value_or(QVector<domain::EntryPlace>())});
    m_position = stored.position;
    return stored;
}

} // namespace store
