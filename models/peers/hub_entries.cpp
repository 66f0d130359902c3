// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_entries.h"

#include <algorithm>

namespace peers
{

using namespace Qt::StringLiterals;
using record::FeedPosition;

namespace
{

/// LATERAL … LIMIT lets no planner choose another way than one lookup by key for each row on the left, whatever its statistics say.
const QString lastOfFeed =
    u", LATERAL (SELECT e.sequence, e.hash FROM hub_entries e WHERE e.feed = f.feed"
    " ORDER BY e.sequence DESC LIMIT 1) h"_s;

HubHeads readHeads(QSqlQuery &rows)
{
    HubHeads read;
    while (rows.next()) {
        const Id feed = idAt(rows, 0);
        read.heads.advance(feed, rows.value(1).toLongLong(), bytesAt(rows, 2));
        read.feeds.insert(feed, {idAt(rows, 3), idAt(rows, 4), rows.value(5).toLongLong()});
    }
    return read;
}

struct Columns {
    HubArray feeds, sequences, depths, hashes, signatures, bytes;

    explicit Columns(const QVector<HubRow> &rows)
    {
        for (const HubRow &row : rows) {
            feeds.add(row.feed);
            sequences.add(row.sequence);
            depths.add(row.depth);
            hashes.add(row.hash);
            signatures.add(row.entry.signature);
            bytes.add(row.entry.bytes);
        }
    }
};

} // namespace

HubHeads HubEntries::heads()
{
    return readHeads(m_database.run(
        u"SELECT f.feed, h.sequence, h.hash, f.desk, f.root, f.after FROM hub_feeds f"_s
        + lastOfFeed));
}

HubHeads HubEntries::headsOf(const QVector<Id> &feeds)
{
    HubArray ids;
    for (const Id &feed : feeds)
        ids.add(feed);
    return readHeads(m_database.run(
        u"SELECT f.feed, h.sequence, h.hash, f.desk, f.root, f.after FROM"
        " unnest(CAST(? AS bytea[])) AS n(feed) JOIN hub_feeds f ON f.feed = n.feed"_s
            + lastOfFeed,
        {ids.value()}));
}

QByteArray HubEntries::hashAt(const Id &feed, qint64 sequence)
{
    QSqlQuery &row =
        m_database.run(u"SELECT hash FROM hub_entries WHERE feed = ? AND sequence = ?"_s,
            {feed.toBytes(), sequence});
    return row.next() ? bytesAt(row, 0) : QByteArray();
}

QHash<Id, QVector<HubPlace>> HubEntries::placesBehind(
    const QVector<FeedPosition> &after, qsizetype most)
{
    HubArray feeds, sequences;
    for (const FeedPosition &place : after) {
        feeds.add(place.feed);
        sequences.add(place.sequence);
    }
    QSqlQuery &rows = m_database.run(
        u"SELECT f.feed, p.sequence, p.depth, p.size, p.is_signed FROM"
        " unnest(CAST(? AS bytea[]), CAST(? AS bigint[])) AS f(feed, known), LATERAL"
        " (SELECT e.sequence, e.depth, length(e.bytes) AS size,"
        " length(e.signature) > 0 AS is_signed FROM hub_entries e"
        " WHERE e.feed = f.feed AND e.sequence > f.known ORDER BY e.sequence LIMIT ?) p"_s,
        {feeds.value(), sequences.value(), qint64(most)});
    QHash<Id, QVector<HubPlace>> places;
    while (rows.next()) {
        places[idAt(rows, 0)].append({rows.value(1).toLongLong(), rows.value(2).toLongLong(),
            rows.value(3).toLongLong(), rows.value(4).toBool()});
    }
    for (QVector<HubPlace> &lane : places)
        std::ranges::sort(lane, {}, &HubPlace::sequence);
    return places;
}

QVector<HubRow> HubEntries::read(const QVector<HubStretch> &stretches)
{
    HubArray feeds, firsts, lasts;
    qint64 most = 0;
    for (const HubStretch &stretch : stretches) {
        feeds.add(stretch.feed);
        firsts.add(stretch.first);
        lasts.add(stretch.last);
        most = std::max(most, stretch.last - stretch.first + 1);
    }
    QSqlQuery &rows = m_database.run(
        u"SELECT f.feed, p.sequence, p.depth, p.hash, p.signature, p.bytes FROM"
        " unnest(CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS bigint[]))"
        " AS f(feed, low, high), LATERAL"
        " (SELECT e.sequence, e.depth, e.hash, e.signature, e.bytes FROM hub_entries e"
        " WHERE e.feed = f.feed AND e.sequence BETWEEN f.low AND f.high"
        " ORDER BY e.sequence LIMIT ?) p"_s,
        {feeds.value(), firsts.value(), lasts.value(), most});
    QVector<HubRow> found;
    while (rows.next()) {
        found.append({idAt(rows, 0), rows.value(1).toLongLong(), rows.value(2).toLongLong(),
            bytesAt(rows, 3), {bytesAt(rows, 5), bytesAt(rows, 4)}});
    }
    return found;
}

QVector<qint64> HubEntries::depthsAt(const QVector<FeedPosition> &places)
{
    if (places.isEmpty())
        return {};
    HubArray feeds, sequences;
    for (const FeedPosition &place : places) {
        feeds.add(place.feed);
        sequences.add(place.sequence);
    }
    QSqlQuery &rows = m_database.run(
        u"SELECT f.feed, f.sequence, p.depth FROM"
        " unnest(CAST(? AS bytea[]), CAST(? AS bigint[])) AS f(feed, sequence), LATERAL"
        " (SELECT e.depth FROM hub_entries e WHERE e.feed = f.feed AND e.sequence = f.sequence"
        " LIMIT 1) p"_s,
        {feeds.value(), sequences.value()});
    QHash<std::pair<Id, qint64>, qint64> depths;
    while (rows.next())
        depths.insert({idAt(rows, 0), rows.value(1).toLongLong()}, rows.value(2).toLongLong());
    QVector<qint64> found;
    for (const FeedPosition &place : places)
        found << depths.value({place.feed, place.sequence});
    return found;
}

void HubEntries::addFeeds(const QHash<Id, HubFeed> &feeds)
{
    if (feeds.isEmpty())
        return;
    HubArray ids, desks, roots, afters;
    QVector<Id> sorted = feeds.keys();
    std::ranges::sort(sorted);
    for (const Id &id : sorted) {
        const HubFeed feed = feeds[id];
        ids.add(id);
        desks.add(feed.desk);
        roots.add(feed.root);
        afters.add(feed.after);
    }
    m_database.run(
        u"INSERT INTO hub_feeds (feed, desk, root, after) SELECT * FROM"
        " unnest(CAST(? AS bytea[]), CAST(? AS bytea[]), CAST(? AS bytea[]), CAST(? AS bigint[]))"
        " ON CONFLICT DO NOTHING"_s,
        {ids.value(), desks.value(), roots.value(), afters.value()});
}

QSet<Id> HubEntries::add(const QVector<HubRow> &rows)
{
    // In the order of their keys: two who push the same wait for each other in one direction only.
    QVector<HubRow> sorted = rows;
    std::ranges::sort(sorted, [](const HubRow &one, const HubRow &other) {
        return std::tie(one.feed, one.sequence) < std::tie(other.feed, other.sequence);
    });
    const Columns columns(sorted);
    const QSqlQuery &done = m_database.run(
        u"INSERT INTO hub_entries (feed, sequence, depth, hash, signature, bytes) SELECT * FROM"
        " unnest(CAST(? AS bytea[]), CAST(? AS bigint[]), CAST(? AS bigint[]),"
        " CAST(? AS bytea[]), CAST(? AS bytea[]), CAST(? AS bytea[])) ON CONFLICT DO NOTHING"_s,
        {columns.feeds.value(), columns.sequences.value(), columns.depths.value(),
            columns.hashes.value(), columns.signatures.value(), columns.bytes.value()});
    if (done.numRowsAffected() == rows.size())
        return {};
    QSqlQuery &others = m_database.run(
        u"SELECT DISTINCT m.feed FROM unnest(CAST(? AS bytea[]), CAST(? AS bigint[]),"
        " CAST(? AS bytea[])) AS m(feed, sequence, hash), LATERAL"
        " (SELECT e.hash FROM hub_entries e WHERE e.feed = m.feed AND e.sequence = m.sequence"
        " LIMIT 1) h WHERE h.hash <> m.hash"_s,
        {columns.feeds.value(), columns.sequences.value(), columns.hashes.value()});
    QSet<Id> forked;
    while (others.next())
        forked << idAt(others, 0);
    return forked;
}

} // namespace peers
