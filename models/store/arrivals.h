// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/key_boxes.h"
#include "record/parcel.h"
#include "store/desk_folder.h"
#include "store/key_ring.h"
#include "store/projector.h"
#include "store/receipt.h"

#include <QSet>

namespace store
{

/// Takes in what other desks appended: checks hashes, signatures and admission, drops what is known, keeps what lacks its
/// causes until they come, and hands the rest to the projector in an order in which causes come first. It doesn't
/// decide again: facts are not renegotiated. Where a feed turns out to have been written twice, both sides are taken in
/// as feeds of their own. Runs inside the transaction that its caller holds; after a Faulty receipt the caller rolls back.
class Arrivals
{
public:
    Arrivals(Database &database, const DeskFolder &folder, const Secrets &secrets, KeyRing &keys,
        Projector &projector, domain::Random &random);

    /// Throws SqlFailure.
    Receipt take(const record::Parcel &parcel);
    /// Owners whose key came, so that their fields open now.
    const QVector<domain::Id> &opened() const { return m_opened; }
    /// Whether there was an entry of this desk's own feed that it didn't have: it is a copy, or came back from one.
    bool wasAhead() const { return m_wasAhead; }
    /// The desk appends to another feed from here on; what still comes of the one before is like anybody's.
    void openEpoch(const domain::Id &feed) { m_secrets.feed = feed; }

private:
    struct Arrived {
        record::Entry entry;
        QByteArray bytes;
        QByteArray hash;
        QByteArray signature; ///< empty where a later one of the same feed vouches for it
        bool isVouched = false; ///< its signature, or that of a later one, was checked
    };
    enum class Fate : quint8 { Appended, Known, Waits, Faulty };
    enum class Vouched : quint8 { Yes, NotYet, Falsely };
    using Feed = EntryIndex::Feed;
    using Tree = QVector<Feed>;

    Receipt faulty(const QString &why) const;
    std::optional<QString> read(const record::Parcel &parcel, QVector<Arrived> &arrived) const;
    Receipt placeAll(QVector<Arrived> arrived);
    Fate place(Arrived &arrived, QVector<Arrived> &all, qsizetype at);
    bool isHeld(const Arrived &arrived, const Tree &tree);
    std::optional<Feed> findBefore(const record::Entry &entry, const Tree &tree);
    Vouched vouch(QVector<Arrived> &all, qsizetype at, const QByteArray &publicKey) const;
    Fate beginFeed(const record::Entry &entry, const QVector<domain::EntryPlace> &causes,
        QByteArray &publicKey);
    Feed feedFor(const Arrived &arrived, const Feed &last, const Tree &tree);
    void part(const Feed &feed, qint64 after, const QByteArray &hash);
    void append(
        const Arrived &arrived, const Feed &feed, const QVector<domain::EntryPlace> &causes);
    void keepWaiting(const Arrived &arrived);
    qint64 takeWaiting();
    void takeKeys(const QVector<record::SealedKey> &keys, const QVector<Arrived> &arrived);
    using Sealed = QVector<std::pair<quint8, QByteArray>>; ///< sealed values, each with its field
    Sealed sealedHere(const domain::Id &owner);
    bool isErasedOwner(const domain::Id &owner);
    void noteOwners(const record::Entry &entry);

    Database &m_database;
    const DeskFolder m_folder;
    Secrets m_secrets; ///< only its epoch ever changes
    const record::KeyOpener m_opener;
    KeyRing &m_keys;
    Projector &m_projector;
    domain::Random &m_random;
    record::Heads m_heads;
    QHash<domain::Id, QSet<QByteArray>>
        m_loose; ///< what stands at a feed's end on the word of one still to come
    QSet<QByteArray> m_held; ///< what waits since the one that vouches for it has to
    bool m_lacksVoucher = false; ///< the signature of something that waits may have come by now
    /// Something waits although its causes are here, for what speaks for it; together with what comes next it may be whole.
    bool m_mayBeFreed = true;
    std::optional<QSet<domain::Id>> m_erased;
    QVector<domain::Id> m_opened;
    bool m_wasAhead = false;
};

} // namespace store
