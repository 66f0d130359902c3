// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/seeded_random.h"

#include "peers/exchange.h"
#include "record/cbor.h"
#include "record/entry.h"
#include "record/signing.h"

namespace bench
{

using domain::Id;

/// What both ends of a bench have in common; each fills in what it does.
class HubEnd : public peers::Exchange
{
public:
    peers::Introduction introduction() override
    {
        return {Id::named("company"), QByteArray(32, 'f'), m_desk, 1, m_heads};
    }
    record::Heads heads() override { return m_heads; }
    record::Parcel next(const record::Heads &, const Id &, qsizetype) override { return {}; }
    void take(const record::Parcel &, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        done({});
    }
    std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) override
    {
        return m_heads.sequenceOf(feed) == sequence ? std::optional(m_heads.hashOf(feed))
                                                    : std::nullopt;
    }
    bool holds(const record::FeedPosition &entry) override
    {
        return hashAt(entry.feed, entry.sequence) == entry.hash;
    }
    QVector<Id> lackingKeys(qsizetype) override { return {}; }
    QVector<record::SealedKey> keysFor(const Id &, const QVector<Id> &) override { return {}; }
    std::optional<domain::Refusal> refusalOf(const Id &) override { return {}; }

protected:
    explicit HubEnd(const char *desk)
        : m_desk(Id::named(desk))
    {
    }

    const Id m_desk;
    record::Heads m_heads;
};

/// A company's record that is made while it is asked for: as many feeds as desks, true chains, causes and signatures, and never
/// more of it in memory than the last parcel.
class HubSource final : public HubEnd
{
public:
    explicit HubSource(int feeds)
        : HubEnd("source")
        , m_key(record::SigningKey::fresh(m_random))
    {
        for (int i = 0; i < feeds; ++i)
            m_feeds << Id::named((QByteArray("feed ") + QByteArray::number(i)).constData());
        m_told.resize(feeds);
    }

    /// So many entries in all are there to be pushed.
    void goTo(qint64 size) { m_size = size; }
    qint64 written() const { return m_written; }
    QByteArray publicKey() const { return m_key.publicKey(); }

    record::Parcel next(const record::Heads &, const Id &, qsizetype bytes) override
    {
        // Each parcel is asked for when the one before lies in the hub.
        record::Parcel parcel;
        for (qsizetype size = 0; m_written < m_size && size < bytes; ++m_written) {
            parcel.entries << write();
            size += parcel.entries.constLast().bytes.size();
        }
        return parcel;
    }

private:
    record::SignedEntry write()
    {
        // Desks take their turns in runs, each having read what the one before wrote.
        const auto at = int(m_written / 8 % m_feeds.size());
        const Id &feed = m_feeds[at];
        record::Entry entry{.desk = m_desk,
            .feed = feed,
            .sequence = m_heads.sequenceOf(feed) + 1,
            .previous = m_heads.hashOf(feed),
            .actor = m_desk,
            .recorded_ms = 1'763'700'000'000 + m_written,
            .subject = m_desk};
        if (entry.sequence == 1)
            entry.previous = record::chainStart();
        const Id &before = m_feeds[(at + m_feeds.size() - 1) % m_feeds.size()];
        const qint64 read = m_heads.sequenceOf(before);
        if (read > std::exchange(m_told[at], read))
            entry.folded = {{before, read, m_heads.hashOf(before)}};
        entry.events = {domain::UnknownEvent{4711, body()}};
        const QByteArray bytes = record::encode(entry);
        const QByteArray hash = record::chain(entry.previous, bytes);
        m_heads.advance(feed, entry.sequence, hash);
        return {bytes, m_key.sign(hash)};
    }

    /// An event that a later program knows, of about the size that a ticket's have: one text of bytes.
    QByteArray body()
    {
        constexpr qsizetype size = 556;
        QByteArray bytes(size, Qt::Uninitialized);
        m_random.fill({reinterpret_cast<quint8 *>(bytes.data()), size_t(size)});
        QByteArray body;
        record::CborWriter out(&body);
        out.array(1);
        out.bytes(bytes);
        out.endArray();
        return body;
    }

    support::SeededRandom m_random;
    const record::SigningKey m_key;
    QVector<Id> m_feeds;
    QVector<qint64> m_told;
    qint64 m_size = 0, m_written = 0;
};

/// Takes everything, checks chain, causes and signature, and keeps the heads.
class HubSink final : public HubEnd
{
public:
    explicit HubSink(const HubSource &source)
        : HubEnd("sink")
        , m_publicKey(source.publicKey())
    {
    }

    void take(const record::Parcel &parcel, const Id &,
        std::function<void(const store::Receipt &)> done) override
    {
        store::Receipt receipt;
        for (const record::SignedEntry &signedEntry : parcel.entries) {
            const auto entry = record::decode(signedEntry.bytes);
            const QByteArray hash =
                entry ? record::chain(entry->previous, signedEntry.bytes) : QByteArray();
            if (!record::isSignedBy(m_publicKey, hash, signedEntry.signature)) {
                done({store::Receipt::Faulty, QStringLiteral("not signed")});
                return;
            }
            for (const record::FeedPosition &cause : entry->folded)
                m_tooEarly += m_heads.covers(cause.feed, cause.sequence) ? 0 : 1;
            m_heads.advance(entry->feed, entry->sequence, hash);
            ++receipt.fresh;
        }
        m_kept += receipt.fresh;
        done(receipt);
        if (onKept)
            onKept();
    }

    std::function<void()> onKept;

    qint64 kept() const { return m_kept; }
    qint64 tooEarly() const { return m_tooEarly; }

private:
    const QByteArray m_publicKey;
    qint64 m_kept = 0, m_tooEarly = 0;
};

} // namespace bench
