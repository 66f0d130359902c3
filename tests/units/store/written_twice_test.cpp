// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/ticket_fields.h"
#include "store/parked.h"

#include <QTest>

#include <algorithm>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

/// A disk is copied and both computers go on as the same desk, or files are laid back by hand: one feed is written twice. Nothing
/// of either side may be lost, and nobody who followed one of them may be kept out.
class WrittenTwiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSidesCountEverywhere();
    void whoFollowedOneSideIsUnderstood();
    void theOrderOfArrivalChangesNothing_data();
    void theOrderOfArrivalChangesNothing();
    void theDeskGoesOnInAnotherFeed();
    void aCopyOfACopy();
    void threeCopiesOfOneDisk();
    void aDeskCopiedBeforeItsFirstDeed();
    void twoWhoDidTheSameThingContradictEachOther();
    void aRevocationHoldsForTheSideThatWasRead();
    void rightsGivenOnOneSide();
    void aDeskLetInOnOneSide();
    void aSideWithoutItsSignatureWaitsForIt();
    void aNewDeskBeginsWithAll();
    void peopleAreTold();

private:
    static QVector<store::WrittenTwice> sides(DesksTogether &desks, int number)
    {
        store::Database database(
            desks.desk(number).folder().database(), store::Database::Access::ReadOnly);
        return store::findParked(database).writtenTwice;
    }
    static bool haveAll(DesksTogether &desks, const QVector<Id> &tickets)
    {
        for (int i = 0; i < desks.count(); ++i) {
            for (const Id &ticket : tickets) {
                if (!desks.ticket(i, ticket))
                    return false;
            }
        }
        return true;
    }
};

void WrittenTwiceTest::bothSidesCountEverywhere()
{
    DesksTogether desks(3);
    QVector<Id> tickets{desks.openTicket(1, u"共同"_s)};
    const int twin = desks.copy(1);
    tickets << desks.openTicket(1, u"原机一"_s) << desks.openTicket(1, u"原机二"_s);
    tickets << desks.openTicket(twin, u"拷贝一"_s);
    desks.meet(0, 1);
    desks.meet(2, twin);
    desks.meet(0, 2);
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(desks.faults(), QString());
}

/// Desk 2 only ever saw the copy, desk 0 only the original; what desk 2 says of the copy's ticket must get through.
void WrittenTwiceTest::whoFollowedOneSideIsUnderstood()
{
    DesksTogether desks(3);
    desks.openTicket(1, u"共同"_s);
    const int twin = desks.copy(1);
    const Id here = desks.openTicket(1, u"原机"_s);
    const Id there = desks.openTicket(twin, u"拷贝"_s);
    desks.openTicket(twin, u"拷贝二"_s);
    desks.meet(0, 1);
    desks.meet(2, twin);
    desks.correct(0, here, u"原机改"_s);
    desks.correct(2, there, u"拷贝改"_s);
    // Only desk 2's own words: they wait for the side that desk 0 doesn't hold.
    desks.meet(0, 2);
    desks.meetAll();
    QVERIFY(haveAll(desks, {here, there}));
    for (int i = 0; i < desks.count(); ++i) {
        QCOMPARE(desks.title(i, here), u"原机改"_s);
        QCOMPARE(desks.title(i, there), u"拷贝改"_s);
        QVERIFY(desks.conflicts(i, there).isEmpty());
    }
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::theOrderOfArrivalChangesNothing_data()
{
    QTest::addColumn<QVector<int>>("order");
    QVector<int> order{1, 2, 3, 4};
    do {
        QTest::addRow("%d %d %d %d", order[0], order[1], order[2], order[3]) << order;
    } while (std::ranges::next_permutation(order).found);
}

void WrittenTwiceTest::theOrderOfArrivalChangesNothing()
{
    QFETCH(QVector<int>, order);
    DesksTogether desks(3);
    const Id common = desks.openTicket(1, u"共同"_s);
    desks.meetAll();
    const int twin = desks.copy(1), third = desks.copy(1);
    QCOMPARE(twin, 3);
    QCOMPARE(third, 4);
    // All of them say something of the same ticket, and read it from one another.
    for (int i = 1; i < desks.count(); ++i)
        desks.correct(i, common, u"第%1处"_s.arg(i));
    desks.meet(2, twin);
    desks.correct(2, common, u"第2处又"_s);
    desks.correct(1, common, u"第1处又"_s);
    for (const int from : order)
        desks.hand(from, 0);
    desks.meetAll();
    QCOMPARE(desks.faults(), QString());
    QCOMPARE(desks.conflicts(0, common).size(), desks.conflicts(twin, common).size());
}

void WrittenTwiceTest::theDeskGoesOnInAnotherFeed()
{
    DesksTogether desks(2);
    desks.openTicket(1, u"共同"_s);
    const int twin = desks.copy(1);
    desks.openTicket(1, u"原机"_s);
    desks.openTicket(twin, u"拷贝"_s);
    const Id before = desks.desk(1).secrets().feed;
    desks.meet(0, 1);
    desks.meet(0, twin);
    desks.meet(0, 1);
    // From here on they write apart, so that it doesn't happen again; and their numbers stay apart.
    const Id one = desks.openTicket(1, u"原机再"_s), other = desks.openTicket(twin, u"拷贝再"_s);
    QVERIFY(desks.ticket(1, one)->values.text(field::Number)
        != desks.ticket(twin, other)->values.text(field::Number));
    const qsizetype known = sides(desks, 0).size();
    desks.meetAll();
    QCOMPARE(sides(desks, 0).size(), known);
    store::EntryReader reader(desks.desk(0).folder(), desks.desk(0).secrets());
    QVERIFY(reader.heads().sequenceOf(before) > 0);
    QVERIFY(haveAll(desks, {one, other}));
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::aCopyOfACopy()
{
    DesksTogether desks(2);
    QVector<Id> tickets{desks.openTicket(1, u"一"_s)};
    const int early = desks.copy(1);
    tickets << desks.openTicket(1, u"二"_s);
    const int late = desks.copy(1);
    tickets << desks.openTicket(1, u"三"_s) << desks.openTicket(late, u"三又"_s);
    tickets << desks.openTicket(early, u"二又"_s);
    // The later parting is known first, the earlier one goes through what was one side of it.
    desks.meet(0, 1);
    desks.meet(0, late);
    desks.meet(0, early);
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::threeCopiesOfOneDisk()
{
    DesksTogether desks(2);
    QVector<Id> tickets{desks.openTicket(1, u"一"_s)};
    const int second = desks.copy(1), third = desks.copy(1);
    for (const int i : {1, second, third})
        tickets << desks.openTicket(i, u"第%1台"_s.arg(i)) << desks.openTicket(i, u"再"_s);
    for (const int i : {third, 1, second})
        desks.meet(0, i);
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(sides(desks, 0).size(), 3);
    QCOMPARE(desks.faults(), QString());
}

/// An image of a freshly installed computer is laid onto two: even the first entries differ.
void WrittenTwiceTest::aDeskCopiedBeforeItsFirstDeed()
{
    DesksTogether desks(3);
    const int twin = desks.copy(2);
    const Id one = desks.openTicket(2, u"一台"_s), other = desks.openTicket(twin, u"另一台"_s);
    desks.meet(0, 2);
    desks.meet(1, twin);
    desks.meet(0, 1);
    desks.meetAll();
    QVERIFY(haveAll(desks, {one, other}));
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::twoWhoDidTheSameThingContradictEachOther()
{
    DesksTogether desks(2);
    const Id ticket = desks.openTicket(1, u"漏水"_s);
    const int twin = desks.copy(1);
    desks.correct(1, ticket, u"厨房漏水"_s);
    desks.correct(twin, ticket, u"卫生间漏水"_s);
    desks.meet(0, 1);
    QVERIFY(desks.conflicts(0, ticket).isEmpty());
    desks.meet(0, twin);
    desks.meetAll();
    for (int i = 0; i < desks.count(); ++i)
        QCOMPARE(desks.conflicts(i, ticket).size(), 1);
    QCOMPARE(desks.faults(), QString());
}

/// The administrator had read the original up to the end; of the copy, the thief's, nothing counts.
void WrittenTwiceTest::aRevocationHoldsForTheSideThatWasRead()
{
    DesksTogether desks(3);
    const Id ticket = desks.openTicket(1, u"漏水"_s);
    desks.meetAll();
    const int twin = desks.copy(1);
    desks.correct(1, ticket, u"厨房漏水"_s);
    desks.meet(0, 1);
    desks.submit(0, RevokeDesk{desks.desk(1).secrets().desk, u"被盗"_s});
    desks.correct(twin, ticket, u"伪造"_s);
    desks.correct(twin, ticket, u"再伪造"_s);
    const Id forged = desks.openTicket(twin, u"伪造的工单"_s);
    desks.meet(2, twin);
    QCOMPARE(desks.title(2, ticket), u"再伪造"_s);
    desks.meet(0, 2);
    desks.meet(0, 2);
    for (const int i : {0, 2}) {
        QCOMPARE(desks.title(i, ticket), u"厨房漏水"_s);
        QVERIFY(!desks.ticket(i, forged));
        QVERIFY2(desks.fault(i).isEmpty(), qPrintable(desks.fault(i)));
    }
    QCOMPARE(desks.digest(0).projection, desks.digest(2).projection);
}

void WrittenTwiceTest::rightsGivenOnOneSide()
{
    DesksTogether desks(3);
    const Id ticket = desks.openTicket(1, u"漏水"_s);
    const Id li = desks.hire(u"li"_s);
    desks.meetAll();
    const int twin = desks.copy(1);
    const Id grant = desks.desk(twin).freshId();
    desks.openTicket(1, u"原机"_s);
    desks.submit(twin, GrantRole{grant, li, u"clerk"_s});
    desks.meet(2, twin);
    desks.sitDown(2, u"li"_s);
    desks.correct(2, ticket, u"厨房漏水"_s);
    desks.meet(0, 1);
    desks.meet(0, 2);
    desks.meetAll();
    QCOMPARE(desks.title(0, ticket), u"厨房漏水"_s);
    QCOMPARE(desks.faults(), QString());
}

/// Whoever meets the other side first must still believe the new desk.
void WrittenTwiceTest::aDeskLetInOnOneSide()
{
    DesksTogether desks(2);
    const int twin = desks.copy(0);
    QVector<Id> tickets{desks.openTicket(twin, u"拷贝"_s)};
    desks.join();
    const int fresh = desks.count() - 1;
    tickets << desks.openTicket(fresh, u"新工位"_s);
    desks.meet(1, twin);
    desks.meet(1, fresh);
    desks.meet(1, 0);
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(desks.faults(), QString());
}

/// In a parcel the last of a feed's entries speaks for those before; where it parts, what speaks for the part before
/// may come in the next parcel.
void WrittenTwiceTest::aSideWithoutItsSignatureWaitsForIt()
{
    DesksTogether desks(4);
    for (int i = 0; i < 4; ++i)
        desks.openTicket(1, u"共同%1"_s.arg(i));
    const int twin = desks.copy(1);
    QVector<Id> tickets;
    for (int i = 0; i < 4; ++i)
        tickets << desks.openTicket(1, u"原机%1"_s.arg(i));
    tickets << desks.openTicket(twin, u"拷贝"_s);
    desks.hand(1, 2); // in one parcel, so under one signature
    desks.hand(twin, 2);
    QVERIFY(desks.fault(2).isEmpty());
    // Handed on one by one.
    store::EntryReader reader(desks.desk(2).folder(), desks.desk(2).secrets());
    const auto all = reader.next({}, desks.desk(3).secrets().desk, 1 << 30);
    for (const record::SignedEntry &entry : all.entries)
        desks.take(3, {{}, {entry}});
    desks.hand(2, 3, 100);
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::aNewDeskBeginsWithAll()
{
    DesksTogether desks(2);
    QVector<Id> tickets{desks.openTicket(1, u"共同"_s)};
    const int twin = desks.copy(1);
    tickets << desks.openTicket(1, u"原机"_s) << desks.openTicket(twin, u"拷贝"_s);
    desks.meet(0, 1);
    desks.meet(0, twin);
    desks.meetAll();
    desks.join();
    desks.meetAll();
    QVERIFY(haveAll(desks, tickets));
    QCOMPARE(desks.faults(), QString());
}

void WrittenTwiceTest::peopleAreTold()
{
    DesksTogether desks(2);
    desks.openTicket(1, u"共同"_s);
    const int twin = desks.copy(1);
    desks.openTicket(1, u"原机"_s);
    desks.clock.passMinutes(1);
    desks.openTicket(twin, u"拷贝"_s);
    desks.meet(0, 1);
    QVERIFY(sides(desks, 0).isEmpty());
    desks.meet(0, twin);
    const auto known = sides(desks, 0);
    QCOMPARE(known.size(), 2);
    for (const store::WrittenTwice &side : known)
        QCOMPARE(side.desk, desks.desk(1).secrets().desk);
    QCOMPARE(std::abs(known[0].at_ms - known[1].at_ms), 60'000);
}

QTEST_GUILESS_MAIN(WrittenTwiceTest)
#include "written_twice_test.moc"
