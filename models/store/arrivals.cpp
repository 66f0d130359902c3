// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/arrivals.h"

#include "record/signing.h"
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
        m_wasAhead = m_lacksVoucher = false;
        Attempt attempt(m_database);
        const Receipt receipt = placeAll(arrived);
        if (receipt.outcome == Receipt::Kept && !m_loose.isEmpty()) {
            for (const QSet<QByteArray> &loose : std::as_const(m_loose))
                m_held.unite(loose);
            m_projector.forget();
            continue;
        }
        attempt.keep();
        m_mayBeFreed = (m_mayBeFreed || m_lacksVoucher || !m_held.isEmpty())
            && m_database.value("SELECT 1 FROM waiting LIMIT 1").isValid();
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
            keepWaiting(arrived[i]);
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
    if (receipt.fresh > 0 || m_lacksVoucher || m_mayBeFreed)
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
    const Tree tree = index.treeOf(entry.feed);
    if (isHeld(arrived, tree))
        return Fate::Known;
    const auto last = findBefore(entry, tree);
    const bool isNext = last || (tree.isEmpty() && entry.sequence == 1);
    const auto causes = isNext ? index.causesOf(entry) : std::nullopt;
    if (!causes || m_held.contains(arrived.hash))
        return Fate::Waits;
    if (last && last->desk != entry.desk)
        return Fate::Faulty;
    QByteArray publicKey = last ? last->publicKey : QByteArray();
    if (entry.sequence == 1) {
        if (const Fate fate = beginFeed(entry, *causes, publicKey); fate != Fate::Appended)
            return fate;
    }
    const Vouched vouched = arrived.isVouched ? Vouched::Yes : vouch(all, at, publicKey);
    m_lacksVoucher = m_lacksVoucher || vouched == Vouched::NotYet;
    if (vouched != Vouched::Yes)
        return vouched == Vouched::NotYet ? Fate::Waits : Fate::Faulty;
    append(arrived,
        last ? feedFor(arrived, *last, tree) : index.addFeed(entry.feed, entry.desk, publicKey),
        *causes);
    return Fate::Appended;
}

bool Arrivals::isHeld(const Arrived &arrived, const Tree &tree)
{
    EntryIndex &index = m_projector.index();
    const qint64 sequence = arrived.entry.sequence;
    return std::ranges::any_of(tree, [&](const Feed &feed) {
        return sequence > feed.after && m_heads.covers(feed.id, sequence)
            && index.hashAt(index.positionOf(feed.id, sequence)) == arrived.hash;
    });
}

/// The feed in which the entry before this one stands.
std::optional<Arrivals::Feed> Arrivals::findBefore(const record::Entry &entry, const Tree &tree)
{
    EntryIndex &index = m_projector.index();
    const qint64 before = entry.sequence - 1;
    for (const Feed &feed : tree) {
        if (before == 0)
            return feed.branchOf.isNull() ? std::optional(feed) : std::nullopt;
        if (before <= feed.after || !m_heads.covers(feed.id, before))
            continue;
        const QByteArray hash = m_heads.sequenceOf(feed.id) == before
            ? m_heads.hashOf(feed.id)
            : index.hashAt(index.positionOf(feed.id, before));
        if (hash == entry.previous)
            return feed;
    }
    return {};
}

/// The feed that goes on with an entry: the one that holds the entry before, or a branch where it goes on otherwise already.
Arrivals::Feed Arrivals::feedFor(const Arrived &arrived, const Feed &last, const Tree &tree)
{
    const qint64 after = arrived.entry.sequence - 1;
    const bool goesOn = m_heads.sequenceOf(last.id) > after;
    const bool branches = std::ranges::any_of(
        tree, [&](const Feed &one) { return one.branchOf == last.id && one.after == after; });
    if (!goesOn && !branches)
        return last;
    if (goesOn)
        part(last, after, arrived.entry.previous);
    return m_projector.index().addBranch(last, after, arrived.hash);
}

void Arrivals::part(const Feed &feed, qint64 after, const QByteArray &hash)
{
    const Feed rest = m_projector.index().split(feed, after);
    m_heads.part(feed.id, after, hash, rest.id);
    if (m_loose.contains(feed.id))
        m_loose.insert(rest.id, m_loose.take(feed.id));
    m_projector.parted(rest);
}

/// Of entries that hang together the last one's signature vouches for all before it. It may come with a later parcel, and
/// beside the true ones others may lie that nobody signed.
Arrivals::Vouched Arrivals::vouch(
    QVector<Arrived> &all, qsizetype at, const QByteArray &publicKey) const
{
    QHash<QByteArray, qsizetype> behind{{all[at].hash, at}}; // what hangs together with it, by hash
    QVector<qsizetype> isSigned;
    qint64 last = all[at].entry.sequence;
    for (qsizetype i = at; i < all.size(); ++i) {
        const Arrived &next = all[i];
        if (next.entry.feed != all[at].entry.feed)
            continue;
        if (next.entry.sequence > last + 1)
            break;
        if (i != at && !behind.contains(next.entry.previous))
            continue;
        behind.insert(next.hash, i);
        last = std::max(last, next.entry.sequence);
        if (!next.signature.isEmpty())
            isSigned.append(i);
    }
    for (auto voucher = isSigned.crbegin(); voucher != isSigned.crend(); ++voucher) {
        if (!record::isSignedBy(publicKey, all[*voucher].hash, all[*voucher].signature))
            continue;
        all[*voucher].isVouched = true;
        for (qsizetype i = *voucher; i != at;) {
            i = behind.value(all[i].entry.previous);
            all[i].isVouched = true;
            all[i].signature.clear(); // it wasn't checked, so it isn't kept as if it had been
        }
        return Vouched::Yes;
    }
    return isSigned.isEmpty() ? Vouched::NotYet : Vouched::Falsely;
}

/// A feed begins where its desk has been let in, and in the knowledge of that.
Arrivals::Fate Arrivals::beginFeed(
    const record::Entry &entry, const QVector<EntryPlace> &causes, QByteArray &publicKey)
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
    const bool knowsIt = std::ranges::any_of(causes,
        [&](const EntryPlace &cause) { return m_projector.index().isBehind(cause, *admission); });
    const auto row = loadRow(m_database, entry.desk);
    publicKey = row ? row->row.values[desk::PublicKey].toByteArray() : QByteArray();
    return knowsIt ? Fate::Appended : Fate::Faulty;
}

void Arrivals::append(const Arrived &arrived, const Feed &feed, const QVector<EntryPlace> &causes)
{
    const record::Entry &entry = arrived.entry;
    EntryIndex &index = m_projector.index();
    const EntryIndex::Stored stored = index.append(feed,
        {entry, index.depthFor(feed, entry.sequence, causes), arrived.bytes, arrived.hash,
            arrived.signature, causes});
    m_heads.advance(feed.id, entry.sequence, arrived.hash);
    m_wasAhead = m_wasAhead || entry.feed == m_secrets.feed;
    m_projector.take(stored);
    if (arrived.signature.isEmpty())
        m_loose[feed.id].insert(arrived.hash);
    else
        m_loose.remove(feed.id);
    noteOwners(entry);
}

void Arrivals::keepWaiting(const Arrived &arrived)
{
    const qint64 count = m_database.value("SELECT count(*) FROM waiting").toLongLong();
    if (count >= mostWaiting)
        return;
    m_database.prepared("INSERT OR IGNORE INTO waiting VALUES(?,?,?,?,?)")
        .bind(1, arrived.entry.feed)
        .bind(2, arrived.entry.sequence)
        .bind(3, arrived.hash)
        .bind(4, arrived.signature)
        .bind(5, arrived.bytes)
        .run();
}

/// What waited may have its causes now; each that comes in may be the cause of others.
qint64 Arrivals::takeWaiting()
{
    qint64 taken = 0;
    for (bool hasMore = true; hasMore;) {
        record::Parcel parcel;
        Statement each(
            m_database.handle(), "SELECT bytes, signature FROM waiting ORDER BY feed, sequence");
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
        }
    }
    return taken;
}

} // namespace store
