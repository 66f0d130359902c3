// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/entry_place.h"
#include "peers/exchange.h"
#include "record/entry.h"

#include <QTest>

namespace support
{

/// Two desks of one company, "one" and "other", for the contract that every Exchange keeps. The memory's and the real desk's run the
/// same functions: `addContractRows()` in a test's _data, and `QFETCH(Contract, contract); contract(stand);` in the test.
class ExchangeStand
{
public:
    virtual ~ExchangeStand() = default;
    virtual peers::Exchange &one() = 0;
    virtual peers::Exchange &other() = 0;
    /// Writes down so many entries, each about a customer of its own with sealed fields.
    virtual void writeAtOne(int entries) = 0;
    virtual void writeAtOther(int entries) = 0;
};

using Contract = void (*)(ExchangeStand &);

namespace contracts
{

inline store::Receipt taken(
    peers::Exchange &to, const record::Parcel &parcel, const domain::Id &from)
{
    std::optional<store::Receipt> receipt;
    to.take(parcel, from, [&](const store::Receipt &answer) { receipt = answer; });
    [&] { QTRY_VERIFY(receipt.has_value()); }();
    return receipt.value_or(store::Receipt{store::Receipt::Failed, QStringLiteral("no answer")});
}

inline domain::Id deskOf(peers::Exchange &exchange)
{
    return exchange.introduction().desk;
}

/// Hands over everything that `to` lacks, in parcels of about so many bytes; returns how many there were.
inline int handOver(peers::Exchange &from, peers::Exchange &to, qsizetype bytes = 4'096)
{
    int parcels = 0;
    for (; parcels < 10'000; ++parcels) {
        const record::Parcel parcel = from.next(to.heads(), deskOf(to), bytes);
        if (parcel.entries.isEmpty())
            break;
        const auto receipt = taken(to, parcel, deskOf(from));
        [&] { QVERIFY2(receipt.outcome == store::Receipt::Kept, qPrintable(receipt.why)); }();
        if (receipt.outcome != store::Receipt::Kept)
            break;
    }
    return parcels;
}

inline void introducesItself(ExchangeStand &stand)
{
    const auto one = stand.one().introduction(), other = stand.other().introduction();
    QVERIFY(!one.desk.isNull() && !other.desk.isNull());
    QVERIFY(one.desk != other.desk);
    QCOMPARE(one.company, other.company);
    QCOMPARE(one.founding, other.founding);
    QVERIFY(one.rules >= 1);
    QVERIFY(one.heads == stand.one().heads());
    QVERIFY(!stand.one().refusalOf(other.desk));
    QVERIFY(stand.one().refusalOf(domain::Id::named("a stranger")));
}

inline void headsGrowWithWhatIsWritten(ExchangeStand &stand)
{
    const record::Heads before = stand.one().heads();
    stand.writeAtOne(3);
    const record::Heads after = stand.one().heads();
    QVERIFY(after.covers(before));
    QVERIFY(!before.covers(after));
    for (auto each = after.all().cbegin(); each != after.all().cend(); ++each) {
        QCOMPARE(each->hash.size(), 32);
        QCOMPARE(stand.one().hashAt(each.key(), each->sequence), each->hash);
        QVERIFY(!stand.one().hashAt(each.key(), each->sequence + 1));
        QVERIFY(!stand.one().hashAt(each.key(), 0));
    }
    QVERIFY(!stand.one().hashAt(domain::Id::named("no feed"), 1));
}

inline void givesTheNextInOrderAndNothingTwice(ExchangeStand &stand)
{
    stand.writeAtOne(40);
    record::Heads known = stand.other().heads();
    for (int parcels = 0;; ++parcels) {
        QVERIFY(parcels < 1'000);
        const record::Parcel parcel = stand.one().next(known, deskOf(stand.other()), 2'000);
        if (parcel.entries.isEmpty())
            break;
        for (const record::SignedEntry &signedEntry : parcel.entries) {
            const auto entry = record::decode(signedEntry.bytes);
            QVERIFY(entry);
            QCOMPARE(peers::placeOf(signedEntry)->sequence, entry->sequence);
            QCOMPARE(entry->sequence, known.sequenceOf(entry->feed) + 1);
            for (const record::FeedPosition &cause : entry->folded)
                QVERIFY(known.covers(cause.feed, cause.sequence));
            known.advance(entry->feed, entry->sequence);
        }
    }
    QVERIFY(known.covers(stand.one().heads()));
}

inline void oneEntryIsGivenHoweverFewBytesAreWanted(ExchangeStand &stand)
{
    stand.writeAtOne(2);
    QCOMPARE(stand.one().next(stand.other().heads(), deskOf(stand.other()), 1).entries.size(), 1);
}

inline void whatWasTakenIsHeldWithItsHashes(ExchangeStand &stand)
{
    stand.writeAtOne(30);
    QVERIFY(handOver(stand.one(), stand.other()) > 1);
    QVERIFY(stand.other().heads().covers(stand.one().heads()));
    const record::Heads heads = stand.one().heads();
    for (auto each = heads.all().cbegin(); each != heads.all().cend(); ++each)
        QCOMPARE(stand.other().hashAt(each.key(), each->sequence), each->hash);
    QVERIFY(stand.one().next(stand.other().heads(), deskOf(stand.other()), 4'096).isEmpty());
}

inline void whatIsKnownIsKeptAgainWithoutHarm(ExchangeStand &stand)
{
    stand.writeAtOne(3);
    const record::Parcel parcel =
        stand.one().next(stand.other().heads(), deskOf(stand.other()), 1 << 20);
    const domain::Id from = deskOf(stand.one());
    const auto first = taken(stand.other(), parcel, from);
    QCOMPARE(first.outcome, store::Receipt::Kept);
    QCOMPARE(first.fresh, parcel.entries.size());
    const record::Heads heads = stand.other().heads();
    const auto again = taken(stand.other(), parcel, from);
    QCOMPARE(again.outcome, store::Receipt::Kept);
    QCOMPARE(again.fresh, 0);
    QVERIFY(stand.other().heads() == heads);
}

inline void oneBadEntrySpoilsItsParcel(ExchangeStand &stand)
{
    stand.writeAtOne(5);
    const record::Parcel good =
        stand.one().next(stand.other().heads(), deskOf(stand.other()), 1 << 20);
    const record::Heads before = stand.other().heads();
    for (int way = 0; way < 3; ++way) {
        record::Parcel bad = good;
        record::SignedEntry &last = bad.entries.last();
        if (way == 0)
            last.signature[5] = char(last.signature[5] ^ 1);
        else if (way == 1)
            last.bytes[last.bytes.size() - 1] = char(last.bytes.back() ^ 1);
        else
            last.bytes = "no entry at all";
        const auto receipt = taken(stand.other(), bad, deskOf(stand.one()));
        QCOMPARE(receipt.outcome, store::Receipt::Faulty);
        QVERIFY(!receipt.why.isEmpty());
        QVERIFY(stand.other().heads() == before);
    }
    QCOMPARE(taken(stand.other(), good, deskOf(stand.one())).outcome, store::Receipt::Kept);
}

inline void keysComeWithTheirEntriesOrWhenAskedFor(ExchangeStand &stand)
{
    stand.writeAtOne(5);
    record::Parcel parcel = stand.one().next(stand.other().heads(), deskOf(stand.other()), 1 << 20);
    parcel.keys.clear();
    const domain::Id from = deskOf(stand.one());
    QCOMPARE(taken(stand.other(), parcel, from).outcome, store::Receipt::Kept);
    QCOMPARE(stand.other().lackingKeys(2).size(), 2);
    const QVector<domain::Id> lacking = stand.other().lackingKeys(1'000);
    QCOMPARE(lacking.size(), 5);
    const auto keys = stand.one().keysFor(deskOf(stand.other()), lacking);
    QCOMPARE(keys.size(), 5);
    QCOMPARE(taken(stand.other(), {keys, {}}, from).outcome, store::Receipt::Kept);
    QVERIFY(stand.other().lackingKeys(1'000).isEmpty());
}

inline void bothWaysEndAlike(ExchangeStand &stand)
{
    stand.writeAtOne(7);
    stand.writeAtOther(5);
    handOver(stand.one(), stand.other());
    handOver(stand.other(), stand.one());
    stand.writeAtOne(2);
    handOver(stand.one(), stand.other());
    QVERIFY(stand.one().heads() == stand.other().heads());
}

struct Row {
    const char *name;
    Contract contract;
};

constexpr Row all[] = {
    {"introduces itself", introducesItself},
    {"heads grow with what is written", headsGrowWithWhatIsWritten},
    {"gives the next in order and nothing twice", givesTheNextInOrderAndNothingTwice},
    {"one entry is given however few bytes are wanted", oneEntryIsGivenHoweverFewBytesAreWanted},
    {"what was taken is held with its hashes", whatWasTakenIsHeldWithItsHashes},
    {"what is known is kept again without harm", whatIsKnownIsKeptAgainWithoutHarm},
    {"one bad entry spoils its parcel", oneBadEntrySpoilsItsParcel},
    {"keys come with their entries or when asked for", keysComeWithTheirEntriesOrWhenAskedFor},
    {"both ways end alike", bothWaysEndAlike},
};

} // namespace contracts

inline void addContractRows()
{
    QTest::addColumn<Contract>("contract");
    for (const contracts::Row &row : contracts::all)
        QTest::newRow(row.name) << row.contract;
}

} // namespace support

Q_DECLARE_METATYPE(support::Contract)
