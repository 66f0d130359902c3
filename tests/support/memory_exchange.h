// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "record/entry.h"
#include "record/signing.h"
#include "support/seeded_random.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace support
{

/// What the desks of a company in memory know of each other beforehand.
struct MemoryCompany {
    domain::Id id = domain::Id::named("company");
    QByteArray founding = record::chain(record::chainStart(), "founding");
    QHash<domain::Id, QByteArray> publicKeys; ///< by desk: who is admitted
    QSet<domain::Id> revoked;
};

/// A desk that keeps its record in memory: true entries, hashes, signatures and causes, and nothing that people look at. It is
/// stricter than a real one: an entry that comes before its causes is a fault here, since no session may send it so. Only where
/// its cause lies on the other side of a feed that was written twice can nobody know beforehand; then it waits.
class MemoryExchange final : public peers::Exchange
{
public:
    MemoryExchange(MemoryCompany &company, const char *name);

    /// Appends an entry of about so many bytes about a customer, whose key this desk makes when there is none.
    void write(const domain::Id &owner, qsizetype bytes = 200);
    void write(int entries);
    /// The same with events of one's own.
    void append(const domain::Id &subject, const QVector<domain::Event> &events);
    /// From now on under another feed, as after a restore.
    void openEpoch(const char *name);
    /// Everything as it was after so many entries of the own feed and nothing else: a backup that was restored without care.
    void forgetOwnAfter(qint64 sequence);

    peers::Introduction introduction() override;
    record::Heads heads() override { return m_heads; }
    record::Parcel next(
        const record::Heads &known, const domain::Id &peer, qsizetype bytes) override;
    void take(const record::Parcel &parcel, const domain::Id &from,
        std::function<void(const store::Receipt &)> done) override;
    std::optional<QByteArray> hashAt(const domain::Id &feed, qint64 sequence) override;
    bool holds(const record::FeedPosition &entry) override;
    QVector<domain::Id> lackingKeys(qsizetype most) override;
    QVector<record::SealedKey> keysFor(
        const domain::Id &peer, const QVector<domain::Id> &owners) override;
    std::optional<domain::Refusal> refusalOf(const domain::Id &peer) override;
    void inStep() override
    {
        if (onInStep)
            onInStep();
    }

    /// Lets what was taken become durable, when `isSlow`: the next one, or all.
    bool settleOne();
    void settle();

    bool isSlow = false; ///< take() answers only on settle()
    std::optional<store::Receipt> answer; ///< instead of keeping the next parcel
    QSet<domain::Id> outOfScope; ///< desks that get no keys
    bool signsRuns = false; ///< gives but the last signature of each feed in a parcel
    int generosity = 1; ///< how many times as much next() gives as was asked for
    bool keysTravelWithEntries = true;
    qint64 clock_ms = 0; ///< 0: says nothing of its clock
    std::function<void()> onKept;
    std::function<void()> onInStep;

    domain::Id desk() const { return m_desk; }
    domain::Id feed() const { return m_feed; }
    const record::SigningKey &signingKey() const { return m_key; }
    /// An entry that it holds, as it came.
    QByteArray bytesAt(const domain::Id &feed, qint64 sequence) const;
    bool hasKey(const domain::Id &owner) const { return m_keys.contains(owner); }
    qsizetype count() const { return qsizetype(m_log.size()); }
    qsizetype waiting() const { return qsizetype(m_waiting.size()); }
    qint64 cameKnown = 0; ///< entries that came although they were held

private:
    struct Held {
        record::SignedEntry signedEntry;
        record::Entry entry;
        QByteArray hash;
        domain::Id feed; ///< as which it counts
    };

    struct Waiting {
        record::Parcel parcel;
        std::function<void(const store::Receipt &)> done;
    };

    void hold(Held held);
    void findFeeds();
    void number(qsizetype at);
    void forgetFrom(qsizetype at);
    store::Receipt keep(const record::Parcel &parcel);
    QString faultOf(const Held &held, bool isVouchedFor);
    bool buildsOnOtherSide(const Held &held);
    void takeEarly();

    MemoryCompany &m_company;
    SeededRandom m_random;
    const record::SigningKey m_key;
    const domain::Id m_desk;
    domain::Id m_feed;
    record::Heads m_heads, m_toldFolded;
    std::vector<Held> m_early; ///< what builds on the side of a feed that isn't here yet
    std::vector<Held> m_log; ///< in the order of arrival, which is causal
    QHash<QByteArray, qsizetype> m_places; ///< in the log, by hash
    QHash<QByteArray, int>
        m_followers; ///< of each entry in its feed, by hash; of a feed's beginning, by its id
    QHash<domain::Id, QMap<qint64, qsizetype>> m_feeds; ///< places in the log by sequence
    QHash<domain::Id, QByteArray> m_keys;
    QSet<domain::Id> m_owners;
    std::deque<Waiting> m_waiting;
};

} // namespace support
