// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/arrivals.h"

#include "record/sealing.h"
#include "record/signing.h"
#include "store/erased.h"
#include "store/schema.h"
#include "store/words.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

/// What waits for its causes is sent again anyway, so there is no harm in forgetting more than this.
constexpr qint64 mostWaiting = 20'000;

/// The key that a company's first entry gives to the desk that founds it.
QByteArray keyOfFounder(const record::Entry &entry)
{
    for (const Event &event : entry.events) {
        const auto *put = std::get_if<RegisterPut>(&event);
        if (put && put->reg == Register::Desk && put->row == entry.desk)
            return put->values[desk::PublicKey].toByteArray();
    }
    return {};
}

void addSealed(
    const record::Entry &entry, QHash<Id, QVector<std::pair<quint8, QByteArray>>> &byOwner)
{
    for (const Event &event : entry.events) {
        for (const auto &value : sealedIn(event)) {
            if (const auto owner = record::ownerOf(value.second))
                byOwner[*owner].append(value);
        }
    }
}

} // namespace

Arrivals::Arrivals(Database &database, const DeskFolder &folder, const Secrets &secrets,
    KeyRing &keys, Projector &projector, Random &random)
    : m_database(database)
    , m_folder(folder)
    , m_secrets(secrets)
    , m_opener(secrets.signingSeed)
    , m_keys(keys)
    , m_projector(projector)
    , m_random(random)
{
}

Receipt Arrivals::take(const record::Parcel &parcel)
{
    m_opened.clear();
    m_held.clear();
    QVector<Arrived> arrived;
    if (const auto why = read(parcel, arrived))
        return faulty(*why);
    takeKeys(parcel.keys, arrived);
    // A feed that ended on an entry without a signature could be handed on to nobody.
    for (;;) {
        m_heads = m_projector.index().heads();
        m_loose.clear();
        m_wasAhead = false;
        Attempt attempt(m_database);
        const Receipt receipt = placeAll(arrived);
        if (receipt.outcome == Receipt::Kept && !m_loose.isEmpty()) {
            for (const QSet<QByteArray> &loose : std::as_const(m_loose))
                m_held.unite(loose);
            m_projector.forget();
            continue;
        }
        attempt.keep();
        return receipt;
    }
}

Receipt Arrivals::placeAll(QVector<Arrived> arrived)
{
    Receipt receipt;
    for (qsizetype i = 0; i < arrived.size(); ++i) {
        switch (place(arrived[i], arrived, i)) {
        case Fate::Appended:
            ++receipt.fresh;
            break;
        case Fate::Waits:
            ++receipt.waiting;
            keepWaiting(arrived[i], false);
            break;
        case Fate::Branches:
            keepWaiting(arrived[i], true);
            break;
        case Fate::Known:
            break;
        case Fate::Faulty:
            return faulty(Words::tr(
                "Entry %1 of feed %2 is not what its desk signed, or its desk was never let in.")
                              .arg(arrived[i].entry.sequence)
                              .arg(arrived[i].entry.feed.toHex()));
        }
    }
    if (receipt.fresh > 0)
        receipt.fresh += takeWaiting();
    return receipt;
}

Receipt Arrivals::faulty(const QString &why) const
{
    return {Receipt::Faulty, why, 0, 0};
}

std::optional<QString> Arrivals::read(const record::Parcel &parcel, QVector<Arrived> &arrived) const
{
    for (const record::SignedEntry &travelled : parcel.entries) {
        auto entry = record::decode(travelled.bytes);
        if (!entry)
            return Words::tr("An entry can't be read.");
        if (entry->sequence < 1 || entry->feed.isNull())
            return Words::tr("An entry says of itself that it stands nowhere.");
        const QByteArray hash = record::chain(entry->previous, travelled.bytes);
        arrived.append({std::move(*entry), travelled.bytes, hash, travelled.signature});
    }
    return {};
}

Arrivals::Fate Arrivals::place(Arrived &arrived, QVector<Arrived> &all, qsizetype at)
{
    const record::Entry &entry = arrived.entry;
    EntryIndex &index = m_projector.index();
    if (m_heads.covers(entry.feed, entry.sequence)) {
        const qint64 known = index.positionOf(entry.feed, entry.sequence);
        return index.hashAt(known) == arrived.hash ? Fate::Known : Fate::Branches;
    }
    if (entry.sequence != m_heads.sequenceOf(entry.feed) + 1 || !hasCauses(entry)
        || m_held.contains(arrived.hash))
        return Fate::Waits;
    if (entry.sequence > 1 && entry.previous != m_heads.hashOf(entry.feed))
        return Fate::Branches;
    QByteArray publicKey;
    if (const auto feed = index.feed(entry.feed)) {
        if (feed->desk != entry.desk)
            return Fate::Faulty;
        publicKey = feed->publicKey;
    } else if (const Fate fate = beginFeed(entry, publicKey); fate != Fate::Appended) {
        return fate;
    }
    if (!arrived.isVouched && !vouch(all, at, publicKey))
        return Fate::Faulty;
    if (!index.feed(entry.feed))
        index.addFeed(entry.feed, entry.desk, publicKey);
    append(arrived);
    return Fate::Appended;
}

/// Of entries that hang together the last one's signature vouches for all before it.
bool Arrivals::vouch(QVector<Arrived> &all, qsizetype at, const QByteArray &publicKey) const
{
    QVector<qsizetype> run{at};
    for (qsizetype i = at + 1; i < all.size(); ++i) {
        const Arrived &last = all[run.constLast()];
        const Arrived &next = all[i];
        if (next.entry.feed != last.entry.feed)
            continue;
        if (next.entry.sequence != last.entry.sequence + 1 || next.entry.previous != last.hash)
            break;
        run.append(i);
    }
    while (!run.isEmpty() && all[run.constLast()].signature.isEmpty())
        run.removeLast();
    if (run.isEmpty())
        return false;
    const Arrived &last = all[run.constLast()];
    if (!record::isSignedBy(publicKey, last.hash, last.signature))
        return false;
    for (qsizetype i : run)
        all[i].isVouched = true;
    // Signatures between were not checked, so they are not kept as if they had been.
    for (qsizetype i : run.first(run.size() - 1))
        all[i].signature.clear();
    return true;
}

/// A feed begins where its desk has been let in, and in the knowledge of that.
Arrivals::Fate Arrivals::beginFeed(const record::Entry &entry, QByteArray &publicKey)
{
    if (entry.previous != record::chainStart())
        return Fate::Faulty;
    if (m_heads.isEmpty()) {
        const QByteArray founding =
            localValue(m_database, QStringLiteral("founding")).toByteArray();
        publicKey = keyOfFounder(entry);
        const bool isFounding =
            founding.isEmpty() || founding == record::chain(entry.previous, record::encode(entry));
        return isFounding ? Fate::Appended : Fate::Faulty;
    }
    const auto admission = m_projector.admissionOf(entry.desk);
    if (!admission)
        return Fate::Waits;
    const bool knowsIt = std::ranges::any_of(entry.folded, [&](const record::FeedPosition &named) {
        return named.feed == admission->feed && named.sequence >= admission->sequence;
    });
    const auto row = loadRow(m_database, entry.desk);
    publicKey = row ? row->row.values[desk::PublicKey].toByteArray() : QByteArray();
    return knowsIt ? Fate::Appended : Fate::Faulty;
}

bool Arrivals::hasCauses(const record::Entry &entry) const
{
    return std::ranges::all_of(entry.folded, [this](const record::FeedPosition &named) {
        return m_heads.covers(named.feed, named.sequence);
    });
}

void Arrivals::append(const Arrived &arrived)
{
    const record::Entry &entry = arrived.entry;
    EntryIndex &index = m_projector.index();
    qint64 depth = index.depthOf(entry.feed, entry.sequence - 1);
    for (const record::FeedPosition &named : entry.folded)
        depth = std::max(depth, index.depthOf(named.feed, named.sequence));
    const qint64 position =
        index.append(entry, arrived.bytes, arrived.hash, arrived.signature, depth + 1);
    m_heads.advance(entry.feed, entry.sequence, arrived.hash);
    m_wasAhead = m_wasAhead || entry.feed == m_secrets.feed;
    m_projector.take(entry, position);
    if (arrived.signature.isEmpty())
        m_loose[entry.feed].insert(arrived.hash);
    else
        m_loose.remove(entry.feed);
    noteOwners(entry);
}

void Arrivals::keepWaiting(const Arrived &arrived, bool isBranch)
{
    const qint64 count = m_database.value("SELECT count(*) FROM waiting").toLongLong();
    if (count >= mostWaiting)
        return;
    m_database.prepared("INSERT OR IGNORE INTO waiting VALUES(?,?,?,?,?,?)")
        .bind(1, arrived.entry.feed)
        .bind(2, arrived.entry.sequence)
        .bind(3, arrived.hash)
        .bind(4, arrived.signature)
        .bind(5, arrived.bytes)
        .bind(6, isBranch ? 1 : 0)
        .run();
}

/// What waited may have its causes now; each that comes in may be the cause of others.
qint64 Arrivals::takeWaiting()
{
    qint64 taken = 0;
    for (bool hasMore = true; hasMore;) {
        record::Parcel parcel;
        Statement each(m_database.handle(),
            "SELECT bytes, signature FROM waiting WHERE is_branch=0 ORDER BY feed, sequence");
        while (each.step())
            parcel.entries.append({each.blob(0), each.blob(1)});
        QVector<Arrived> waiting;
        if (parcel.isEmpty() || read(parcel, waiting))
            return taken;
        hasMore = false;
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            const Fate fate = place(waiting[i], waiting, i);
            if (fate == Fate::Waits)
                continue;
            hasMore = hasMore || fate == Fate::Appended;
            taken += fate == Fate::Appended;
            m_database.prepared("DELETE FROM waiting WHERE feed=? AND sequence=? AND hash=?")
                .bind(1, waiting[i].entry.feed)
                .bind(2, waiting[i].entry.sequence)
                .bind(3, waiting[i].hash)
                .run();
            if (fate == Fate::Branches)
                keepWaiting(waiting[i], true);
        }
    }
    return taken;
}

void Arrivals::takeKeys(const QVector<record::SealedKey> &keys, const QVector<Arrived> &arrived)
{
    if (keys.isEmpty())
        return;
    QHash<Id, Sealed> brought;
    for (const Arrived &one : arrived)
        addSealed(one.entry, brought);
    QSet<Id> owners;
    for (const record::SealedKey &sealed : keys) {
        const QByteArray key = m_opener.open(sealed.owner, sealed.box);
        const auto opens = [&key](const std::pair<quint8, QByteArray> &value) {
            return record::unseal(key, value.first, value.second).has_value();
        };
        // A key that opens nothing of its owner's is no key of theirs; the true one is asked for again.
        if (key.size() != record::sealingKeyBytes || isErasedOwner(sealed.owner)
            || !(std::ranges::any_of(brought.value(sealed.owner), opens)
                || std::ranges::any_of(sealedHere(sealed.owner), opens)))
            continue;
        if (m_keys.add(sealed.owner, key, m_random) && !m_opened.contains(sealed.owner))
            m_opened.append(sealed.owner);
        owners.insert(sealed.owner);
    }
    for (const Id &owner : owners) {
        m_keys.setLacking(owner, std::ranges::any_of(sealedHere(owner), [this](const auto &value) {
            return !m_keys.unseal(value.first, value.second);
        }));
    }
}

/// Everything on record that is sealed for an owner.
Arrivals::Sealed Arrivals::sealedHere(const Id &owner)
{
    Statement about(m_database.handle(),
        "SELECT entry FROM history WHERE entity=?1 OR entity IN"
        " (SELECT uid FROM registers WHERE under=?1) OR entity IN"
        " (SELECT uid FROM tickets WHERE customer = (SELECT id FROM registers WHERE uid=?1))");
    about.bind(1, owner);
    QHash<Id, Sealed> found;
    while (about.step())
        addSealed(m_projector.index().entryAt(about.integer(0)).entry, found);
    return found.value(owner);
}

bool Arrivals::isErasedOwner(const Id &owner)
{
    if (!m_erased) {
        auto remembered = erasedOwners(m_folder);
        const auto *owners = std::get_if<QSet<Id>>(&remembered);
        m_erased = owners ? *owners : QSet<Id>();
    }
    const auto row = loadRow(m_database, owner);
    return m_erased->contains(owner) || (row && isErased(row->row));
}

void Arrivals::noteOwners(const record::Entry &entry)
{
    for (const Event &event : entry.events) {
        for (const auto &[field, sealed] : sealedIn(event)) {
            const auto owner = record::ownerOf(sealed);
            if (owner && !m_keys.unseal(field, sealed) && !isErasedOwner(*owner))
                m_keys.setLacking(*owner, true);
        }
    }
}

} // namespace store
