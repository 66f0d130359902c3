// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/heads.h"
#include "record/key_boxes.h"
#include "record/parcel.h"
#include "store/desk_folder.h"
#include "store/entry_index.h"
#include "store/key_ring.h"

#include <QSet>

namespace store
{

/// Reads what others may lack, for the exchange between desks. On a connection and a thread of its own.
class EntryReader
{
public:
    /// Throws SqlFailure when the database can't be opened.
    EntryReader(const DeskFolder &folder, const Secrets &secrets);

    /// All of these throw SqlFailure.
    record::Heads heads();
    std::optional<QByteArray> hashAt(const domain::Id &feed, qint64 sequence);
    /// Whether an entry is here, in the feed that is named or in a branch of it.
    bool holds(const record::FeedPosition &entry);
    /// The next entries that `known` doesn't cover, in the order in which this desk took them in, about as many bytes at
    /// most; with the keys for which `peer` is in scope and that it wasn't handed before.
    record::Parcel next(const record::Heads &known, const domain::Id &peer, qsizetype bytes);
    QVector<domain::Id> lackingKeys(qsizetype most);
    QVector<record::SealedKey> keysFor(const domain::Id &peer, const QVector<domain::Id> &owners);

    /// Why another desk may not exchange with this one; nothing when it may.
    std::optional<domain::Refusal> refusalOf(const domain::Id &desk);
    domain::Id company();
    /// The hash of the company's first entry.
    QByteArray founding();

private:
    struct Travelling {
        domain::Id feed;
        record::SignedEntry entry;
    };
    std::optional<domain::RegisterRow> findDesk(const domain::Id &desk); ///< one that may
    qint64 firstLacking(const record::Heads &known);
    QVector<Travelling> collect(const record::Heads &known, qsizetype bytes);
    bool isInScope(const domain::RegisterRow &desk, const domain::Id &owner);

    Database m_database;
    const Secrets m_secrets;
    EntryIndex m_index;
    record::Heads m_heads; ///< as far as the record was read last
    qint64 m_readTo = 0;
    qint64 m_branches = 0; ///< how many there were when it was read
    KeyRing m_keys;
    QHash<QByteArray, record::KeySealer>
        m_sealers; ///< by the public key of the desk that they seal for
    QHash<domain::Id, QSet<domain::Id>> m_handed; ///< by peer, the owners whose keys it was handed
};

} // namespace store
