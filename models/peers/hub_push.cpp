// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_push.h"

#include "peers/hub.h"
#include "peers/hub_words.h"

namespace peers
{

using namespace Qt::StringLiterals;
using record::FeedPosition;

namespace
{

/// More than a company ever writes; what claims to be deeper came from a desk gone wild and is sorted last.
constexpr qint64 deepest = qint64(1) << 60;
/// As a head: whatever there is of the feed isn't wanted.
constexpr qint64 beyondAll = qint64(1) << 60;

} // namespace

/// Entries about to be pushed, taken apart.
struct HubPush::Batch {
    QVector<HubRow> rows;
    QVector<record::Entry> entries;
    QHash<Id, HubFeed> feeds; ///< those that may be new to the hub
    QSet<Id> owners;

    void add(const record::SignedEntry &signedEntry)
    {
        const auto entry = record::decode(signedEntry.bytes);
        if (!entry)
            throw HubFailure{HubFailure::Refused,
                HubWords::tr("This desk's own record has an entry that can't be read; check it.")};
        const QByteArray hash = record::chain(entry->previous, signedEntry.bytes);
        const bool isBranch = !signedEntry.branch.isNull();
        const Id feed = isBranch ? signedEntry.branch : entry->feed;
        if (!isBranch)
            feeds.insert(feed, {entry->desk, feed, 0});
        else if (feed == record::branchOf(hash))
            feeds.insert(feed, {entry->desk, entry->feed, entry->sequence - 1});
        owners += ownersIn(*entry);
        rows.append({feed, entry->sequence, 0, hash, signedEntry, erasedIn(*entry)});
        entries.append(*entry);
    }
};

HubPush::HubPush(HubDatabase &database, HubEntries &entries, HubKeys &keys, Exchange &exchange)
    : m_database(database)
    , m_entries(entries)
    , m_keys(keys)
    , m_exchange(exchange)
{
}

void HubPush::begin(const record::Heads &heads)
{
    m_known = heads;
    for (const Id &feed : std::as_const(m_skipped))
        m_known.advance(feed, beyondAll);
}

void HubPush::skip(const Id &feed)
{
    m_skipped << feed;
    m_known.advance(feed, beyondAll);
}

HubPush::Pushed HubPush::next(
    qsizetype bytes, const std::function<void(const QVector<HubRow> &)> &announce)
{
    const record::Parcel parcel = m_exchange.next(m_known, hubPeer(), bytes);
    if (parcel.entries.isEmpty())
        return {};
    Batch batch;
    for (const record::SignedEntry &entry : parcel.entries)
        batch.add(entry);
    reckonDepths(batch);
    QSet<Id> forked;
    try {
        m_database.inTransaction([&] {
            m_entries.addFeeds(batch.feeds);
            m_keys.put(batch.owners);
            forked = m_entries.add(batch.rows);
            if (!forked.isEmpty())
                throw HubFailure{HubFailure::Again, {}};
            announce(batch.rows);
        });
    } catch (const HubFailure &) {
        if (forked.isEmpty())
            throw;
        return {{}, forked};
    }
    for (const HubRow &row : std::as_const(batch.rows))
        m_known.advance(row.feed, row.sequence, row.hash);
    m_keys.settled(batch.owners);
    return {batch.rows, {}};
}

/// The hub holds the causes of whatever it is given, so depths follow from those it holds.
void HubPush::reckonDepths(Batch &batch)
{
    QHash<std::pair<Id, qint64>, qint64> depths;
    for (const HubRow &row : std::as_const(batch.rows))
        depths.insert({row.feed, row.sequence}, 0);
    QVector<FeedPosition> asked;
    const auto causesOf = [&batch](qsizetype at) {
        const record::Entry &entry = batch.entries[at];
        QVector<FeedPosition> causes = entry.folded;
        // A branch's first entry goes on from the feed that its entries name.
        const Id &feed = batch.rows[at].feed;
        const bool isFirst = batch.feeds.value(feed).after == entry.sequence - 1;
        if (entry.sequence > 1)
            causes.append({isFirst ? entry.feed : feed, entry.sequence - 1, {}});
        return causes;
    };
    for (qsizetype i = 0; i < batch.entries.size(); ++i) {
        for (const FeedPosition &cause : causesOf(i)) {
            if (!depths.contains({cause.feed, cause.sequence}))
                asked << cause;
        }
    }
    const QVector<qint64> found = m_entries.depthsAt(asked);
    for (qsizetype i = 0; i < asked.size(); ++i)
        depths.insert({asked[i].feed, asked[i].sequence}, found[i]);
    for (qsizetype i = 0; i < batch.rows.size(); ++i) {
        qint64 greatest = 0;
        for (const FeedPosition &cause : causesOf(i))
            greatest = std::max(greatest, depths.value({cause.feed, cause.sequence}));
        HubRow &row = batch.rows[i];
        row.depth = std::min(greatest, deepest) + 1;
        depths.insert({row.feed, row.sequence}, row.depth);
    }
}

} // namespace peers
