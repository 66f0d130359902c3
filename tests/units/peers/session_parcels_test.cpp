// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/line.h"

#include <QTest>

using namespace peers;
using namespace support;

// Parcels under way, what is acknowledged of them, and the keys that belong to them.
class SessionParcelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atMostAWindowIsOnItsWay();
    void theSmallerWindowOfBothCounts();
    void aLargeParcelGoesAlone();
    void runsUnderOneSignatureArriveWhole();
    void aVeryLargeEntryGoesAlone();
    void onlyWhatIsDurableIsAcknowledged();
    void aSessionMayGoWhileAParcelIsBeingKept();
    void keysThatWereLeftBehindAreAskedFor();
    void keysComeInHelpings();
    void aPeerWithoutTheKeyIsAskedOnce();
    void aFullDiskEndsItForNow();
    void aFaultyParcelEndsItForGood();
};

void SessionParcelsTest::atMostAWindowIsOnItsWay()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(200);
    b.isSlow = true;
    Line line(a, b, {.window = 3, .parcelBytes = 4'096});
    line.start();
    line.carry();
    QCOMPARE(b.waiting(), 3);
    QCOMPARE(line.left->state().phase, Session::Phase::CatchingUp);
    while (b.settleOne()) {
        line.carry();
        QVERIFY(b.waiting() <= 3);
    }
    QVERIFY(line.isInStep());
    QCOMPARE(b.count(), 200);
}

void SessionParcelsTest::theSmallerWindowOfBothCounts()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(200);
    b.isSlow = true;
    Line line(a, b, {.window = 8, .parcelBytes = 4'096});
    line.right = std::make_unique<Session>(b, Id(), Limits{.window = 2, .parcelBytes = 8'192},
        [&line](const QByteArray &bytes) { line.toLeft += bytes; });
    line.start();
    line.carry();
    QCOMPARE(b.waiting(), 2);
    QVERIFY(!line.right->hasEnded());
}

void SessionParcelsTest::aLargeParcelGoesAlone()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(500);
    a.generosity = 10;
    b.isSlow = true;
    Line line(a, b, {.window = 4, .parcelBytes = 4'096});
    line.start();
    line.carry();
    QCOMPARE(b.waiting(), 1);
    while (b.settleOne()) {
        line.carry();
        QVERIFY(b.waiting() <= 1);
    }
    QVERIFY(line.isInStep());
    QCOMPARE(b.count(), 500);
}

void SessionParcelsTest::runsUnderOneSignatureArriveWhole()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b"), c(company, "c");
    a.signsRuns = b.signsRuns = true;
    a.write(200);
    for (const auto &[from, to] : {std::pair{&a, &b}, std::pair{&b, &c}}) {
        Line line(*from, *to, {.parcelBytes = 8'192});
        line.start();
        line.carry();
        QVERIFY(line.isInStep());
        QVERIFY(line.left->traffic().entryBytesOut < 200 * 550);
    }
    QVERIFY(c.heads() == a.heads());
}

void SessionParcelsTest::aVeryLargeEntryGoesAlone()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(3);
    a.write(Id::named("customer"), 15 << 20);
    a.write(3);
    meet(a, b);
    QCOMPARE(b.count(), 7);
}

void SessionParcelsTest::onlyWhatIsDurableIsAcknowledged()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(5);
    b.isSlow = true;
    Line line(a, b);
    line.start();
    line.carry();
    QVERIFY(!line.left->peerHeads().covers(a.heads()));
    QCOMPARE(line.left->state().toSend, 5);
    b.settle();
    line.carry();
    QVERIFY(line.left->peerHeads().covers(a.heads()));
    QCOMPARE(line.left->state().toSend, 0);
}

void SessionParcelsTest::aSessionMayGoWhileAParcelIsBeingKept()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(5);
    b.isSlow = true;
    Line line(a, b);
    line.start();
    line.carry();
    QCOMPARE(b.waiting(), 1);
    line.right.reset();
    b.settle();
    QCOMPARE(b.count(), 5);
    b.isSlow = false;
    meet(a, b);
}

void SessionParcelsTest::keysThatWereLeftBehindAreAskedFor()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.keysTravelWithEntries = false;
    a.write(Id::named("zhang"));
    a.write(Id::named("li"));
    meet(a, b);
    QVERIFY(b.hasKey(Id::named("zhang")) && b.hasKey(Id::named("li")));
}

void SessionParcelsTest::keysComeInHelpings()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b"), c(company, "c");
    a.keysTravelWithEntries = b.keysTravelWithEntries = false;
    for (int i = 0; i < 25; ++i)
        a.write(Id::named(qPrintable(QString::number(i))));
    // b has the entries and only some of the keys; c asks it first for those that it doesn't have.
    a.outOfScope = {b.desk()};
    meet(a, b);
    QCOMPARE(b.lackingKeys(100).size(), 25);
    b.write(Id::named("of its own"));
    Line line(b, c, {.keysAtOnce = 10});
    line.start();
    line.carry();
    QVERIFY(c.hasKey(Id::named("of its own")));
    QCOMPARE(c.lackingKeys(100).size(), 25);
    Line second(a, c, {.keysAtOnce = 10});
    second.start();
    second.carry();
    QVERIFY(c.lackingKeys(100).isEmpty());
    QCOMPARE(second.right->traffic().keysIn, 25);
}

void SessionParcelsTest::aPeerWithoutTheKeyIsAskedOnce()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.outOfScope = {b.desk()};
    a.write(Id::named("zhang"));
    const Limits limits;
    Line line(a, b, limits);
    line.start(0);
    line.carry();
    QVERIFY(!b.hasKey(Id::named("zhang")));
    const qint64 quiet = line.right->traffic().bytesOut;
    a.write(Id::named("zhang"));
    line.left->somethingNew();
    line.carry();
    line.tick(limits.askPause_ms + 1);
    const qint64 afterOne = line.right->traffic().bytesOut;
    QVERIFY(afterOne - quiet < 200);
    line.carry();
    // After a while it may have got the right to it.
    a.outOfScope.clear();
    a.keysTravelWithEntries = false;
    for (qint64 now = 0; now <= limits.askAgain_ms + 10'000; now += 10'000) {
        line.tick(now);
        line.carry();
    }
    a.write(Id::named("zhang"));
    line.left->somethingNew();
    line.carry();
    QVERIFY(b.hasKey(Id::named("zhang")));
}

void SessionParcelsTest::aFullDiskEndsItForNow()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(5);
    b.answer = {store::Receipt::Failed, QStringLiteral("The disk is full.")};
    Line line(a, b);
    line.start();
    line.carry();
    QCOMPARE(line.right->state().ending, Ending::TryLater);
    QVERIFY(line.right->state().refusal.what.contains(u"The disk is full."));
    QCOMPARE(line.left->state().ending, Ending::TryLater);
    QVERIFY(mayTryAgain(Ending::TryLater));
    meet(a, b);
    QCOMPARE(b.count(), 5);
}

void SessionParcelsTest::aFaultyParcelEndsItForGood()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(5);
    b.answer = {store::Receipt::Faulty, QStringLiteral("Its desk did not sign it.")};
    Line line(a, b);
    line.start();
    line.carry();
    QCOMPARE(line.right->state().ending, Ending::Faulty);
    QCOMPARE(line.left->state().ending, Ending::Faulty);
    QVERIFY(!mayTryAgain(Ending::Faulty));
    QVERIFY(line.left->state().words().contains(u"did not sign it"));
    QCOMPARE(b.count(), 0);
}

QTEST_GUILESS_MAIN(SessionParcelsTest)
#include "session_parcels_test.moc"
