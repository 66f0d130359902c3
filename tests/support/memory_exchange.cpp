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
    // Somebody else wrote on there: as a real desk does, this one goes on in another feed.
    if (m_followers.value(m_heads.hashOf(m_feed)) > 0 || m_followers.value(m_feed.toBytes()) > 1)
        openEpoch(m_feed.toHex().toLatin1().constData());
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
            entry.folded.append(
                {m_log[size_t(m_places[each->hash])].entry.feed, each->sequence, each->hash});
    }
    m_toldFolded = m_heads;
    Held held{{encode(entry), {}, {}}, entry, {}, {}};
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
    std::vector<Held> log;
    for (const qsizetype at : m_feeds.value(m_feed)) {
        if (m_log[size_t(at)].entry.sequence <= sequence)
            log.push_back(m_log[size_t(at)]);
    }
    forgetFrom(0);
    m_toldFolded = {};
    for (Held &held : log)
        hold(std::move(held));
}

void MemoryExchange::hold(Held held)
{
    const QByteArray hash = held.hash;
    m_owners.insert(held.entry.subject);
    m_places.insert(hash, qsizetype(m_log.size()));
    const QByteArray before =
        held.entry.sequence > 1 ? held.entry.previous : held.entry.feed.toBytes();
    m_log.push_back(std::move(held));
    if (++m_followers[before] > 1)
        findFeeds();
    else
        number(qsizetype(m_log.size()) - 1);
}

/// Where an entry has two followers, each of them begins a feed.
void MemoryExchange::number(qsizetype at)
{
    Held &held = m_log[size_t(at)];
    const record::Entry &entry = held.entry;
    const bool isFirst = entry.sequence == 1;
    const bool isBranch = m_followers[isFirst ? entry.feed.toBytes() : entry.previous] > 1;
    held.feed = isBranch ? branchOf(held.hash)
        : isFirst        ? entry.feed
                         : m_log[size_t(m_places[entry.previous])].feed;
    held.signedEntry.branch = held.feed == entry.feed ? Id() : held.feed;
    m_heads.advance(held.feed, entry.sequence, held.hash);
    m_feeds[held.feed].insert(entry.sequence, at);
}

void MemoryExchange::findFeeds()
{
    m_feeds.clear();
    m_heads = {};
    for (qsizetype at = 0; at < qsizetype(m_log.size()); ++at)
        number(at);
}

void MemoryExchange::forgetFrom(qsizetype at)
{
    const std::vector<Held> kept(m_log.begin(), m_log.begin() + at);
    m_log.clear();
    m_places.clear();
    m_followers.clear();
    findFeeds();
    for (const Held &held : kept)
        hold(held);
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
        if (known.covers(held.feed, held.entry.sequence))
            continue;
        size += held.signedEntry.bytes.size() + held.signedEntry.signature.size();
        if (size > bytes * generosity && !parcel.entries.isEmpty()
            && std::ranges::all_of(lasts, isSigned))
            break;
        if (const auto last = lasts.constFind(held.feed); signsRuns && last != lasts.cend())
            parcel.entries[*last].signature.clear();
        lasts.insert(held.feed, parcel.entries.size());
        parcel.entries.append(held.signedEntry);
        owners.insert(held.entry.subject);
    }
    if (keysTravelWithEntries)
        parcel.keys = keysFor(peer, {owners.cbegin(), owners.cend()});
    return parcel;
}

QString MemoryExchange::faultOf(const Held &held, bool isVouchedFor)
{
    const Entry &entry = held.entry;
    if (entry.sequence == 1 && entry.previous != chainStart())
        return QStringLiteral("it is chained to another entry");
    if (entry.sequence > 1 && !holds({entry.feed, entry.sequence - 1, entry.previous}))
        return QStringLiteral("an entry is missing before it");
    if (!isVouchedFor
        && !isSignedBy(
            m_company.publicKeys.value(entry.desk), held.hash, held.signedEntry.signature))
        return QStringLiteral("its desk did not sign it");
    if (!std::ranges::all_of(entry.folded, [this](const auto &cause) { return holds(cause); }))
        return QStringLiteral("it came before its causes");
    return {};
}

bool MemoryExchange::buildsOnOtherSide(const Held &held)
{
    const Entry &entry = held.entry;
    const auto isBefore = [&entry](const Held &early) { return early.hash == entry.previous; };
    return std::ranges::any_of(m_early, isBefore)
        || std::ranges::any_of(entry.folded, [this](const FeedPosition &cause) {
               return !holds(cause) && m_heads.covers(cause.feed, cause.sequence);
           });
}

void MemoryExchange::takeEarly()
{
    for (bool hasMore = true; hasMore;) {
        hasMore = false;
        for (Held &early : std::exchange(m_early, {})) {
            if (!faultOf(early, true).isEmpty()) {
                m_early.push_back(std::move(early));
                continue;
            }
            hasMore = true;
            if (!m_places.contains(early.hash))
                hold(std::move(early));
        }
    }
}

store::Receipt MemoryExchange::keep(const Parcel &parcel)
{
    if (answer)
        return *std::exchange(answer, {});
    store::Receipt receipt;
    const auto before = qsizetype(m_log.size());
    const auto refuse = [&](const QString &why) {
        forgetFrom(before);
        return store::Receipt{store::Receipt::Faulty, why, 0, 0};
    };
    QHash<Id, qsizetype> lasts;
    for (qsizetype at = 0; at < parcel.entries.size(); ++at) {
        if (const auto entry = decode(parcel.entries[at].bytes))
            lasts.insert(entry->feed, at);
    }
    for (qsizetype at = 0; at < parcel.entries.size(); ++at) {
        const SignedEntry &signedEntry = parcel.entries[at];
        const auto entry = decode(signedEntry.bytes);
        if (!entry)
            return refuse(QStringLiteral("that is no entry"));
        Held held{signedEntry, *entry, chain(entry->previous, signedEntry.bytes), {}};
        if (m_places.contains(held.hash)) {
            ++cameKnown;
            continue;
        }
        const bool isVouchedFor = signedEntry.signature.isEmpty() && lasts.value(entry->feed) > at;
        if (buildsOnOtherSide(held)) {
            m_early.push_back(std::move(held));
            continue;
        }
        if (const QString fault = faultOf(held, isVouchedFor); !fault.isEmpty())
            return refuse(fault);
        hold(std::move(held));
        takeEarly();
    }
    for (const SealedKey &key : parcel.keys) {
        const QByteArray plain = openKey(m_key.seed(), key.owner, key.box);
        if (plain.isEmpty())
            return refuse(QStringLiteral("that key is not for this desk"));
        m_keys.insert(key.owner, plain);
    }
    receipt.fresh = qint64(m_log.size()) - before;
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
    const auto places = m_feeds.value(feed);
    const auto at = places.constFind(sequence);
    return at == places.cend() ? std::nullopt : std::optional(m_log[size_t(*at)].hash);
}

bool MemoryExchange::holds(const FeedPosition &entry)
{
    const auto at = m_places.constFind(entry.hash);
    return at != m_places.cend() && m_log[size_t(*at)].entry.sequence == entry.sequence;
}

QByteArray MemoryExchange::bytesAt(const Id &feed, qint64 sequence) const
{
    return m_log[size_t(m_feeds.value(feed).value(sequence))].signedEntry.bytes;
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
