// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feed_writer.h"

namespace store
{

FeedWriter::FeedWriter(Database &database, const Secrets &secrets)
    : m_database(database)
    , m_secrets(secrets)
    , m_key(*record::SigningKey::fromSeed(secrets.signingSeed))
{
    reload();
}

void FeedWriter::reload()
{
    m_feed = m_sequence = 0;
    m_hash = record::chainStart();
    Statement &last =
        m_database.prepared("SELECT position, depth FROM entries ORDER BY position DESC LIMIT 1");
    const bool any = last.step();
    m_position = any ? last.integer(0) : 0;
    m_depth = any ? last.integer(1) : 0;
    last.reset();
    Statement &feed = m_database.prepared("SELECT id FROM feeds WHERE uid=?");
    if (feed.bind(1, m_secrets.feed).step())
        m_feed = feed.integer(0);
    feed.reset();
    Statement &mine = m_database.prepared(
        "SELECT sequence, hash FROM entries WHERE feed=? ORDER BY sequence DESC LIMIT 1");
    if (mine.bind(1, m_feed).step()) {
        m_sequence = mine.integer(0);
        m_hash = mine.blob(1);
    }
    mine.reset();
}

QByteArray FeedWriter::hashAt(qint64 position)
{
    Statement &find = m_database.prepared("SELECT hash FROM entries WHERE position=?");
    const QByteArray hash = find.bind(1, position).step() ? find.blob(0) : QByteArray();
    find.reset();
    return hash;
}

qint64 FeedWriter::append(record::Entry &entry, const record::Signer *signer)
{
    if (!m_feed) {
        m_database.prepared("INSERT INTO feeds(uid, desk, public_key) VALUES(?,?,?)")
            .bind(1, m_secrets.feed)
            .bind(2, m_secrets.desk)
            .bind(3, m_key.publicKey())
            .run();
        m_feed = m_database.lastInsertId();
    }
    entry.desk = m_secrets.desk;
    entry.feed = m_secrets.feed;
    entry.sequence = ++m_sequence;
    entry.previous = m_hash;
    entry.rules = record::currentRules;
    if (signer) {
        entry.actorSignature = signer->sign(record::signedByActor(entry));
        if (entry.actorSignature.isEmpty())
            throw SignerGone();
    }
    const QByteArray bytes = record::encode(entry);
    m_hash = record::chain(m_hash, bytes);
    m_database.prepared("INSERT INTO entries VALUES(?,?,?,?,?,?,?)")
        .bind(1, ++m_position)
        .bind(2, m_feed)
        .bind(3, m_sequence)
        .bind(4, ++m_depth)
        .bind(5, m_hash)
        .bind(6, m_key.sign(m_hash))
        .bind(7, bytes)
        .run();
    return m_position;
}

} // namespace store
