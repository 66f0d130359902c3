// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/entry.h"
#include "record/signing.h"
#include "store/desk_folder.h"
#include "store/entry_index.h"

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

    /// Completes the envelope and writes it in the transaction that the caller holds. With a signer the actor's own
    /// signature goes into it; throws SignerGone when there comes none.
    EntryIndex::Stored append(record::Entry entry, const record::Signer *signer = nullptr);
    /// After a rollback, and after others' entries were taken in: where the feeds stand is read anew.
    void reload();
    /// From here on this desk appends to a new feed.
    void openEpoch(const domain::Id &feed);
    qint64 position() const { return m_position; }
    qint64 sequence() const { return m_sequence; }
    /// The hash of the entry at a position, for what a person saw; empty when there is none.
    QByteArray hashAt(qint64 position);

private:
    QVector<record::FeedPosition> findNews();

    Database &m_database;
    EntryIndex m_index;
    Secrets m_secrets; ///< only its epoch ever changes
    record::SigningKey m_key;
    bool m_hasFeed = false;
    bool m_mayHaveNews = true; ///< others may have appended what the own feed hasn't named yet
    qint64 m_sequence = 0;
    qint64 m_depth = 0;
    qint64 m_position = 0;
    QByteArray m_hash;
};

} // namespace store
