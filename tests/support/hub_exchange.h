// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/seeded_random.h"

#include "peers/exchange.h"
#include "record/entry.h"
#include "record/sealing.h"
#include "record/signing.h"

#include <QCborValue>
#include <QHash>
#include <QSet>

#include <map>
#include <memory>

namespace support
{

using domain::Id;

/// The desks of one company as far as the hub's tests need them: who there is, with which key.
struct HubCompany {
    Id id = Id::named("company");
    QByteArray founding = QByteArray(32, 'f');
    QHash<Id, QByteArray> desks; ///< public signing keys
    QSet<Id> revoked;
};

/// A desk in memory behind the very interface that the hub sees. It believes nobody: bytes, chain, and signature are checked, a
/// parcel is kept wholly or not at all.
class HubExchange final : public peers::Exchange
{
public:
    HubExchange(const char *name, std::shared_ptr<HubCompany> company)
        : m_company(std::move(company))
        , m_desk(Id::named(name))
        , m_feed(Id::named((QByteArray("feed of ") + name).constData()))
        , m_random(qHash(QByteArray(name)))
        , m_key(record::SigningKey::fresh(m_random))
    {
        m_company->desks.insert(m_desk, m_key.publicKey());
    }

    bool isFull = false; ///< nothing more can be kept here

    const Id &desk() const { return m_desk; }
    const Id &feed() const { return m_feed; }
    /// Makes it another installation of the same desk: what a restored copy is before it notices.
    void writeAs(const HubExchange &other)
    {
        m_desk = other.m_desk;
        m_feed = other.m_feed;
        m_key = other.m_key;
    }

    /// A person's deed here: a sealed field of this owner, or of none, and some more bytes.
    void write(const Id &owner = {}, qsizetype filler = 200)
    {
        const record::Entry entry = begin(owner);
        domain::Values values;
        if (!owner.isNull())
            values.set(domain::customer::Name,
                record::seal(keyOf(owner), owner, domain::customer::Name, u"王小明"_qs, m_random));
        QByteArray noise(filler, Qt::Uninitialized);
        m_random.fill({reinterpret_cast<quint8 *>(noise.data()), size_t(filler)});
        append(entry,
            {domain::RegisterPut{owner, domain::Register::Customer, values, {}},
                domain::UnknownEvent{4711, QCborValue(noise).toCbor()}});
    }

    /// Two people agreed: this owner's key is destroyed on every desk that reads it.
    void erase(const Id &owner) { append(begin({}), {domain::Erased{Id::named("asked"), owner}}); }

private:
    record::Entry begin(const Id &owner)
    {
        const QVector<record::SignedEntry> &own = m_feeds[m_feed];
        return {.desk = m_desk,
            .feed = m_feed,
            .sequence = own.size() + 1,
            .previous = own.isEmpty() ? record::chainStart() : hashes(m_feed).constLast(),
            .actor = m_desk,
            .folded = foldedSince(),
            .recorded_ms = 1'763'700'000'000 + own.size(),
            .subject = owner};
    }

    void append(record::Entry entry, const QVector<domain::Event> &events)
    {
        entry.events = events;
        const QByteArray bytes = record::encode(entry);
        const QByteArray hash = record::chain(entry.previous, bytes);
        keep({bytes, m_key.sign(hash)}, entry, hash);
    }

public:
    peers::Introduction introduction() override
    {
        return {m_company->id, m_company->founding, m_desk, 1, heads()};
    }

    record::Heads heads() override
    {
        record::Heads heads;
        for (auto each = m_hashes.cbegin(); each != m_hashes.cend(); ++each)
            heads.advance(each.key(), each->size(), each->constLast());
        return heads;
    }

    record::Parcel next(const record::Heads &known, const Id &peer, qsizetype bytes) override
    {
        record::Parcel parcel;
        // Where everything before is covered is remembered, so that a long record isn't walked anew each time.
        qsizetype &from = m_walked[peer];
        if (from > 0 && !known.covers(m_order[from - 1].first, m_order[from - 1].second))
            from = 0;
        bool isPrefix = true;
        qsizetype size = 0;
        for (qsizetype i = from; i < m_order.size(); ++i) {
            const auto &[feed, sequence] = m_order[i];
            if (known.covers(feed, sequence)) {
                from = isPrefix ? i + 1 : from;
                continue;
            }
            isPrefix = false;
            const record::SignedEntry &entry = m_feeds[feed][sequence - 1];
            size += entry.bytes.size();
            if (!parcel.entries.isEmpty() && size > bytes)
                break;
            parcel.entries << entry;
        }
        return parcel;
    }

    void take(const record::Parcel &parcel, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        done(
            isFull ? store::Receipt{store::Receipt::Failed, u"the disk is full"_qs} : keep(parcel));
    }

    std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) override
    {
        const QVector<QByteArray> known = m_hashes.value(feed);
        return sequence > 0 && sequence <= known.size() ? std::optional(known[sequence - 1])
                                                        : std::nullopt;
    }

    bool holds(const record::FeedPosition &entry) override
    {
        return hashAt(entry.feed, entry.sequence) == entry.hash;
    }

    QVector<Id> lackingKeys(qsizetype most) override
    {
        QVector<Id> lacking;
        for (const Id &owner : std::as_const(m_owners)) {
            if (!m_keys.contains(owner) && lacking.size() < most)
                lacking << owner;
        }
        return lacking;
    }

    QVector<record::SealedKey> keysFor(const Id &peer, const QVector<Id> &owners) override
    {
        QVector<record::SealedKey> keys;
        for (const Id &owner : owners) {
            if (m_keys.contains(owner))
                keys.append({owner,
                    record::sealKeyFor(m_company->desks.value(peer), owner, m_keys[owner])});
        }
        return keys;
    }

    std::optional<domain::Refusal> refusalOf(const Id &peer) override
    {
        if (m_company->desks.contains(peer) && !m_company->revoked.contains(peer))
            return {};
        return domain::Refusal{{}, u"unknown desk"_qs, {}};
    }

    qsizetype entries() const { return m_order.size(); }
    QByteArray keyHeld(const Id &owner) const { return m_keys.value(owner); }
    QVector<QByteArray> hashes(const Id &feed) const { return m_hashes.value(feed); }
    /// Entries that came before one of their causes.
    qsizetype tooEarly() const { return m_tooEarly; }

private:
    QByteArray keyOf(const Id &owner)
    {
        QByteArray &key = m_keys[owner];
        if (key.isEmpty())
            key = record::freshSealingKey(m_random);
        return key;
    }

    QVector<record::FeedPosition> foldedSince()
    {
        QVector<record::FeedPosition> folded;
        for (auto each = m_hashes.cbegin(); each != m_hashes.cend(); ++each) {
            if (each.key() != m_feed && m_folded.value(each.key()) < each->size())
                folded.append({each.key(), each->size(), each->constLast()});
            m_folded[each.key()] = each->size();
        }
        return folded;
    }

    store::Receipt keep(const record::Parcel &parcel)
    {
        for (const record::SealedKey &key : parcel.keys) {
            if (record::openKey(m_key.seed(), key.owner, key.box).isEmpty())
                return {store::Receipt::Faulty, u"a key that doesn't open"_qs};
        }
        QHash<Id, QByteArray> tips;
        for (const record::SignedEntry &signedEntry : parcel.entries) {
            const auto entry = record::decode(signedEntry.bytes);
            if (!entry)
                return {store::Receipt::Faulty, u"no entry"_qs};
            const QByteArray hash = record::chain(entry->previous, signedEntry.bytes);
            if (!record::isSignedBy(
                    m_company->desks.value(entry->desk), hash, signedEntry.signature))
                return {store::Receipt::Faulty, u"a signature that isn't the desk's"_qs};
        }
        for (const record::SealedKey &key : parcel.keys)
            m_keys[key.owner] = record::openKey(m_key.seed(), key.owner, key.box);
        store::Receipt receipt;
        for (const record::SignedEntry &signedEntry : parcel.entries) {
            const auto entry = *record::decode(signedEntry.bytes);
            const QVector<QByteArray> known = m_hashes.value(entry.feed);
            if (entry.sequence <= known.size())
                continue;
            if (entry.sequence != known.size() + 1)
                return {store::Receipt::Failed, u"a gap"_qs};
            for (const record::FeedPosition &cause : entry.folded)
                m_tooEarly += m_hashes.value(cause.feed).size() < cause.sequence ? 1 : 0;
            keep(signedEntry, entry, record::chain(entry.previous, signedEntry.bytes));
            ++receipt.fresh;
        }
        return receipt;
    }

    void keep(
        const record::SignedEntry &signedEntry, const record::Entry &entry, const QByteArray &hash)
    {
        m_feeds[entry.feed] << signedEntry;
        m_hashes[entry.feed] << hash;
        m_order.append({entry.feed, entry.sequence});
        if (!entry.subject.isNull() && !m_erased.contains(entry.subject))
            m_owners << entry.subject;
        for (const domain::Event &event : entry.events) {
            if (const auto *erased = std::get_if<domain::Erased>(&event)) {
                m_erased << erased->customer;
                m_owners.remove(erased->customer);
                m_keys.remove(erased->customer);
            }
        }
    }

    std::shared_ptr<HubCompany> m_company;
    Id m_desk, m_feed;
    SeededRandom m_random;
    record::SigningKey m_key;
    QHash<Id, QVector<record::SignedEntry>> m_feeds;
    QMap<Id, QVector<QByteArray>> m_hashes;
    QVector<std::pair<Id, qint64>> m_order;
    QHash<Id, qint64> m_folded;
    QHash<Id, qsizetype> m_walked;
    QHash<Id, QByteArray> m_keys;
    QSet<Id> m_owners, m_erased;
    qsizetype m_tooEarly = 0;
};

} // namespace support
