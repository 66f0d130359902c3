// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_exchange.h"

#include "domain/registers.h"
#include "domain/rules.h"

#include <algorithm>

namespace support
{

using namespace record;
using domain::Id;

namespace
{
quint64 seedOf(const char *name)
{
    return qHash(QByteArrayView(name), 1);
}
} // namespace

MemoryExchange::MemoryExchange(MemoryCompany &company, const char *name)
    : m_company(company)
    , m_random(seedOf(name))
    , m_key(SigningKey::fresh(m_random))
    , m_desk(Id::named(name))
    , m_feed(Id::named(QByteArray(name).append(" feed").constData()))
{
    company.publicKeys.insert(m_desk, m_key.publicKey());
}

void MemoryExchange::write(const Id &owner, qsizetype bytes)
{
    if (!m_keys.contains(owner) && !m_owners.contains(owner)) {
        QByteArray key(32, Qt::Uninitialized);
        m_random.fill({reinterpret_cast<quint8 *>(key.data()), size_t(key.size())});
        m_keys.insert(owner, key);
    }
    append(owner,
        {domain::RegisterPut{owner, domain::Register::Customer,
            {{domain::customer::Name, QByteArray(bytes, 's')}}, {}}});
}

void MemoryExchange::append(const Id &subject, const QVector<domain::Event> &events)
{
    Entry entry{.desk = m_desk,
        .feed = m_feed,
        .sequence = m_heads.sequenceOf(m_feed) + 1,
        .previous = m_heads.hashOf(m_feed),
        .actor = Id::named("wang"),
        .recorded_ms = 1'763'700'000'000,
        .subject = subject,
        .events = events};
    if (entry.sequence == 1)
        entry.previous = chainStart();
    for (auto each = m_heads.all().cbegin(); each != m_heads.all().cend(); ++each) {
        if (each.key() != m_feed && !m_toldFolded.covers(each.key(), each->sequence))
            entry.folded.append({each.key(), each->sequence});
    }
    m_toldFolded = m_heads;
    Held held{{encode(entry), {}}, entry, {}};
    held.hash = chain(entry.previous, held.signedEntry.bytes);
    held.signedEntry.signature = m_key.sign(held.hash);
    hold(std::move(held));
}

void MemoryExchange::write(int entries)
{
    for (int i = 0; i < entries; ++i)
        write(Id::named("customer"));
}

void MemoryExchange::openEpoch(const char *name)
{
    m_feed = Id::named(name);
    m_toldFolded = {};
}

void MemoryExchange::forgetOwnAfter(qint64 sequence)
{
    const QVector<qsizetype> own = m_feeds.value(m_feed).first(sequence);
    std::vector<Held> log;
    for (const qsizetype at : own)
        log.push_back(m_log[size_t(at)]);
    m_log.clear();
    m_feeds.clear();
    m_heads = m_toldFolded = {};
    for (Held &held : log)
        hold(std::move(held));
}

void MemoryExchange::hold(Held held)
{
    m_heads.advance(held.entry.feed, held.entry.sequence, held.hash);
    m_feeds[held.entry.feed].append(qsizetype(m_log.size()));
    m_owners.insert(held.entry.subject);
    m_log.push_back(std::move(held));
}

peers::Introduction MemoryExchange::introduction()
{
    return {m_company.id, m_company.founding, m_desk, domain::newestRules, m_heads, 0, 0, clock_ms};
}

Parcel MemoryExchange::next(const Heads &known, const Id &peer, qsizetype bytes)
{
    Parcel parcel;
    QSet<Id> owners;
    QHash<Id, qsizetype> lasts;
    qsizetype size = 0;
    const auto isSigned = [&](qsizetype at) { return !parcel.entries[at].signature.isEmpty(); };
    for (const Held &held : m_log) {
        if (known.covers(held.entry.feed, held.entry.sequence))
            continue;
        size += held.signedEntry.bytes.size() + held.signedEntry.signature.size();
        if (size > bytes * generosity && !parcel.entries.isEmpty()
            && std::ranges::all_of(lasts, isSigned))
            break;
        if (const auto last = lasts.constFind(held.entry.feed); signsRuns && last != lasts.cend())
            parcel.entries[*last].signature.clear();
        lasts.insert(held.entry.feed, parcel.entries.size());
        parcel.entries.append(held.signedEntry);
        owners.insert(held.entry.subject);
    }
    if (keysTravelWithEntries)
        parcel.keys = keysFor(peer, {owners.cbegin(), owners.cend()});
    return parcel;
}

QString MemoryExchange::faultOf(const Held &held, const Heads &heads, bool isVouchedFor) const
{
    const Entry &entry = held.entry;
    if (heads.sequenceOf(entry.feed) + 1 != entry.sequence)
        return QStringLiteral("an entry is missing before it");
    const QByteArray before = entry.sequence == 1 ? chainStart() : heads.hashOf(entry.feed);
    if (before != entry.previous)
        return QStringLiteral("it is chained to another entry");
    if (!isVouchedFor
        && !isSignedBy(
            m_company.publicKeys.value(entry.desk), held.hash, held.signedEntry.signature))
        return QStringLiteral("its desk did not sign it");
    for (const FeedPosition &cause : entry.folded) {
        if (!heads.covers(cause.feed, cause.sequence))
            return QStringLiteral("it came before its causes");
    }
    return {};
}

store::Receipt MemoryExchange::keep(const Parcel &parcel)
{
    if (answer)
        return *std::exchange(answer, {});
    store::Receipt receipt;
    Heads heads = m_heads;
    std::vector<Held> fresh;
    QHash<Id, qsizetype> lasts;
    for (qsizetype at = 0; at < parcel.entries.size(); ++at) {
        if (const auto entry = decode(parcel.entries[at].bytes))
            lasts.insert(entry->feed, at);
    }
    for (qsizetype at = 0; at < parcel.entries.size(); ++at) {
        const SignedEntry &signedEntry = parcel.entries[at];
        const auto entry = decode(signedEntry.bytes);
        if (!entry)
            return {store::Receipt::Faulty, QStringLiteral("that is no entry")};
        Held held{signedEntry, *entry, chain(entry->previous, signedEntry.bytes)};
        if (heads.covers(entry->feed, entry->sequence)) {
            if (const auto ours = hashAt(entry->feed, entry->sequence); ours && *ours != held.hash)
                return {store::Receipt::Faulty, QStringLiteral("another entry stands there")};
            ++cameKnown;
            continue;
        }
        if (const QString fault = faultOf(
                held, heads, signedEntry.signature.isEmpty() && lasts.value(entry->feed) > at);
            !fault.isEmpty())
            return {store::Receipt::Faulty, fault};
        heads.advance(entry->feed, entry->sequence, held.hash);
        fresh.push_back(std::move(held));
    }
    for (const SealedKey &key : parcel.keys) {
        const QByteArray plain = openKey(m_key.seed(), key.owner, key.box);
        if (plain.isEmpty())
            return {store::Receipt::Faulty, QStringLiteral("that key is not for this desk")};
        m_keys.insert(key.owner, plain);
    }
    receipt.fresh = qint64(fresh.size());
    for (Held &held : fresh)
        hold(std::move(held));
    return receipt;
}

void MemoryExchange::take(
    const Parcel &parcel, const Id &, std::function<void(const store::Receipt &)> done)
{
    m_waiting.push_back({parcel, std::move(done)});
    if (!isSlow)
        settle();
}

bool MemoryExchange::settleOne()
{
    if (m_waiting.empty())
        return false;
    const Waiting waiting = std::move(m_waiting.front());
    m_waiting.pop_front();
    const store::Receipt receipt = keep(waiting.parcel);
    waiting.done(receipt);
    if (receipt.fresh > 0 && onKept)
        onKept();
    return true;
}

void MemoryExchange::settle()
{
    while (settleOne()) { }
}

std::optional<QByteArray> MemoryExchange::hashAt(const Id &feed, qint64 sequence)
{
    const auto found = m_feeds.constFind(feed);
    if (found == m_feeds.cend() || sequence < 1 || sequence > found->size())
        return {};
    return m_log[size_t(found->at(sequence - 1))].hash;
}

QByteArray MemoryExchange::bytesAt(const Id &feed, qint64 sequence) const
{
    return m_log[size_t(m_feeds.value(feed).at(sequence - 1))].signedEntry.bytes;
}

QVector<Id> MemoryExchange::lackingKeys(qsizetype most)
{
    QVector<Id> lacking;
    for (const Held &held : m_log) {
        if (lacking.size() >= most)
            break;
        const Id &owner = held.entry.subject;
        if (!m_keys.contains(owner) && !lacking.contains(owner))
            lacking.append(owner);
    }
    return lacking;
}

QVector<SealedKey> MemoryExchange::keysFor(const Id &peer, const QVector<Id> &owners)
{
    QVector<SealedKey> keys;
    if (outOfScope.contains(peer))
        return keys;
    const QByteArray to = m_company.publicKeys.value(peer);
    for (const Id &owner : owners) {
        if (!m_keys.contains(owner))
            continue;
        const QByteArray box = sealKeyFor(to, owner, m_keys.value(owner));
        if (!box.isEmpty())
            keys.append({owner, box});
    }
    return keys;
}

std::optional<domain::Refusal> MemoryExchange::refusalOf(const Id &peer)
{
    if (m_company.publicKeys.contains(peer) && !m_company.revoked.contains(peer))
        return {};
    domain::Refusal refusal;
    refusal.what = QStringLiteral("This desk was revoked.");
    return refusal;
}

} // namespace support
