// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/entry.h"
#include "record/signing.h"
#include "store/desk_folder.h"
#include "store/sql.h"

namespace store
{

/// Whoever was to sign an entry went away; thrown inside this layer only, like SqlFailure.
struct SignerGone {
};

/// Appends this desk's own entries to its feed: numbers them, chains and signs them.
class FeedWriter
{
public:
    FeedWriter(Database &database, const Secrets &secrets);

    /// Completes the envelope and writes it in the transaction that the caller holds; gives its position. With a
    /// signer the actor's own signature goes into it; throws SignerGone when there comes none.
    qint64 append(record::Entry &entry, const record::Signer *signer = nullptr);
    /// After a rollback: where the feed stands is read anew.
    void reload();
    qint64 position() const { return m_position; }
    qint64 sequence() const { return m_sequence; }
    /// The hash of the entry at a position, for what a person saw; empty when there is none.
    QByteArray hashAt(qint64 position);

private:
    Database &m_database;
    const Secrets m_secrets;
    record::SigningKey m_key;
    qint64 m_feed = 0;
    qint64 m_sequence = 0;
    qint64 m_depth = 0;
    qint64 m_position = 0;
    QByteArray m_hash;
};

} // namespace store
