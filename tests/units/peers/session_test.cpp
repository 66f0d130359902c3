// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/line.h"

#include <QTest>

using namespace peers;
using namespace support;

// Desks that meet over a line: what each lacks it gets, once, however the line behaves.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoDesksEndAlike()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b");
        a.write(50);
        b.write(30);
        Line line(a, b);
        line.start();
        QCOMPARE(line.left->state().phase, Session::Phase::Greeting);
        line.carry();
        QVERIFY(line.isInStep());
        QVERIFY(a.heads() == b.heads());
        QCOMPARE(a.count(), 80);
        QCOMPARE(line.left->peer(), b.desk());
        QCOMPARE(line.left->state().words(), QStringLiteral("In step"));
        QCOMPARE(line.left->traffic().entriesOut, 50);
        QCOMPARE(line.right->traffic().fresh, 50);
        QCOMPARE(line.left->traffic().entriesIn, 30);
        QVERIFY(line.left->peerHeads().covers(a.heads()));
    }

    void nothingGoesBackToWhereItCameFrom()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b");
        a.write(50);
        Line line(a, b);
        b.onKept = [&] { line.right->somethingNew(); };
        line.start();
        line.carry();
        QCOMPARE(line.right->traffic().entriesOut, 0);
        QCOMPARE(a.cameKnown, 0);
    }

    /// What a desk says of itself, when it knows that nobody is ahead of it, reaches the other one too.
    void onceInStepADeskMaySayWhatItWantsTo()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b");
        a.write(20);
        b.write(30);
        Line line(a, b);
        int said = 0;
        b.onInStep = [&] {
            QVERIFY(b.heads().covers(a.heads()));
            ++said;
            b.write(1);
        };
        line.start();
        line.carry();
        line.right->somethingNew();
        line.carry();
        QVERIFY(line.isInStep());
        QCOMPARE(said, 1);
        QVERIFY(a.heads() == b.heads());
        QCOMPARE(a.count(), 51);
    }

    void whatIsWrittenWhileInStepArrivesAtOnce()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b");
        Line line(a, b);
        line.start();
        line.carry();
        QVERIFY(line.isInStep());
        for (int i = 0; i < 20; ++i) {
            (i % 2 ? a : b).write(1);
            (i % 2 ? line.left : line.right)->somethingNew();
            line.carry();
            QVERIFY(line.isInStep());
            QVERIFY(a.heads() == b.heads());
        }
    }

    void twoWhoNeverMeetAreInStepThroughAThird()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b"), c(company, "c");
        a.write(20);
        c.write(10);
        Line ab(a, b), bc(b, c);
        b.onKept = [&] {
            ab.right->somethingNew();
            bc.left->somethingNew();
        };
        ab.start();
        bc.start();
        while (ab.carry() || bc.carry()) { }
        QVERIFY(a.heads() == c.heads());
        a.write(3);
        ab.left->somethingNew();
        c.write(2);
        bc.right->somethingNew();
        while (ab.carry() || bc.carry()) { }
        QVERIFY(ab.isInStep() && bc.isInStep());
        QVERIFY(a.heads() == c.heads());
        QCOMPARE(a.count(), 35);
        QCOMPARE(a.cameKnown + b.cameKnown + c.cameKnown, 0);
    }

    void threeInACircleTakeEachEntryOnce()
    {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b"), c(company, "c");
        Line ab(a, b), bc(b, c), ca(c, a);
        const auto tell = [](std::initializer_list<Session *> sessions) {
            return [all = std::vector(sessions)] {
                for (Session *session : all)
                    session->somethingNew();
            };
        };
        a.onKept = tell({ab.left.get(), ca.right.get()});
        b.onKept = tell({ab.right.get(), bc.left.get()});
        c.onKept = tell({bc.right.get(), ca.left.get()});
        ab.start();
        bc.start();
        ca.start();
        const auto carryAll = [&] {
            bool hasCarried = true;
            while (hasCarried) {
                hasCarried = ab.carry(100);
                hasCarried = bc.carry(7) || hasCarried;
                hasCarried = ca.carry(33) || hasCarried;
            }
        };
        carryAll();
        for (int round = 0; round < 10; ++round) {
            a.write(2);
            a.onKept();
            b.write(1);
            b.onKept();
            carryAll();
            QVERIFY(a.heads() == b.heads() && b.heads() == c.heads());
        }
        QCOMPARE(c.count(), 30);
        QVERIFY(ab.isInStep() && bc.isInStep() && ca.isInStep());
    }

    void anyPieceSizeGivesTheSame_data();
    void anyPieceSizeGivesTheSame();
    void breakingAtEveryByteLosesNothing();
    void whatWasAcknowledgedIsNotSentAgain();
    void snapshotsAreSomebodyElsesBusiness();
    void partingIsHeard();
    void stateSaysHowMuchIsToCome();
    void theWireCostsLittleBesideTheEntries();
};

void SessionTest::anyPieceSizeGivesTheSame_data()
{
    QTest::addColumn<int>("piece");
    for (int piece : {1, 2, 3, 5, 64, 1'000, 65'536})
        QTest::addRow("%d bytes at once", piece) << piece;
}

void SessionTest::anyPieceSizeGivesTheSame()
{
    QFETCH(int, piece);
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(40);
    b.write(3);
    Line line(a, b, {.parcelBytes = 4'096});
    line.start();
    line.carry(piece);
    QVERIFY(line.isInStep());
    QVERIFY(a.heads() == b.heads());
}

// The line breaks after the first byte, after the second, … Each time both go on in a new session, on the desks as they were
// left, until a session lasts.
void SessionTest::breakingAtEveryByteLosesNothing()
{
    const auto fill = [](MemoryExchange &a, MemoryExchange &b) {
        for (const char *owner : {"zhang", "zhang", "li"}) {
            a.write(Id::named(owner), 10);
            b.write(Id::named("wang"), 10);
        }
    };
    qint64 whole = 0;
    for (qint64 until = 0; until <= whole || whole == 0; until += 1) {
        MemoryCompany company;
        MemoryExchange a(company, "a"), b(company, "b");
        fill(a, b);
        {
            Line line(a, b, {.parcelBytes = 4'096});
            line.start();
            line.carry(1 << 20, until == 0 ? 1LL << 40 : until);
            if (until == 0)
                whole = line.carried;
        }
        Line again(a, b, {.parcelBytes = 4'096});
        again.start();
        again.carry();
        QVERIFY2(again.isInStep(), qPrintable(QString::number(until)));
        QVERIFY(a.heads() == b.heads());
        QCOMPARE(a.count(), 6);
        QCOMPARE(a.cameKnown + b.cameKnown, 0);
    }
    QVERIFY(whole > 1'000);
}

void SessionTest::whatWasAcknowledgedIsNotSentAgain()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(100);
    qint64 sent = 0, kept = 0;
    for (int session = 0; b.count() < 100; ++session) {
        QVERIFY(session < 100);
        Line line(a, b, {.window = 1, .parcelBytes = 4'096});
        line.start();
        line.carry(1 << 20, 6'000);
        sent += line.right->traffic().entriesIn;
        kept += line.right->traffic().fresh;
    }
    QCOMPARE(kept, 100);
    QCOMPARE(sent, 100);
    QCOMPARE(b.cameKnown, 0);
}

void SessionTest::snapshotsAreSomebodyElsesBusiness()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(5);
    Line line(a, b);
    const QByteArray checksum(32, 'c');
    QByteArray came;
    line.left->onOther([&](const Frame &frame) {
        const auto *asked = std::get_if<SnapshotAsked>(&frame);
        if (asked)
            line.left->say(SnapshotPart{checksum, asked->offset, 8, "abcd"});
        return asked != nullptr;
    });
    line.right->onOther([&](const Frame &frame) {
        const auto &part = std::get<SnapshotPart>(frame);
        came += part.bytes;
        if (came.size() < part.total)
            line.right->say(SnapshotAsked{part.checksum, came.size()});
        return true;
    });
    line.start();
    line.carry();
    line.right->say(SnapshotAsked{});
    line.carry();
    QCOMPARE(came, "abcdabcd");
    QVERIFY(line.isInStep());
}

void SessionTest::partingIsHeard()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    Line line(a, b);
    line.start();
    line.carry();
    int changes = 0;
    line.right->onChanged([&] { ++changes; });
    line.left->part();
    line.carry();
    QCOMPARE(line.left->state().ending, Ending::Parted);
    QCOMPARE(line.right->state().ending, Ending::Parted);
    QVERIFY(mayTryAgain(Ending::Parted));
    QCOMPARE(changes, 1);
    const qint64 out = line.right->traffic().bytesOut;
    b.write(1);
    line.right->somethingNew();
    line.right->part();
    line.tick(1'000'000);
    QCOMPARE(line.right->traffic().bytesOut, out);
    QCOMPARE(changes, 1);
}

void SessionTest::stateSaysHowMuchIsToCome()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(100);
    b.isSlow = true;
    Line line(a, b, {.window = 1, .parcelBytes = 4'096});
    line.start();
    line.carry();
    qint64 last = 100;
    QCOMPARE(line.left->state().toSend, 100);
    QCOMPARE(line.left->state().words(), QStringLiteral("Catching up: 100 to send, 0 to come"));
    while (b.settleOne()) {
        line.carry();
        QVERIFY(line.right->state().toCome <= last);
        last = line.right->state().toCome;
    }
    QCOMPARE(last, 0);
    QCOMPARE(line.left->state().toSend, 0);
}

void SessionTest::theWireCostsLittleBesideTheEntries()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    for (int i = 0; i < 5'000; ++i)
        a.write(Id::named("customer"), 400);
    Line line(a, b);
    line.start();
    line.carry();
    const Session::Traffic &traffic = line.left->traffic();
    const qint64 wire = traffic.bytesOut + traffic.bytesIn;
    qInfo("5,000 entries of %lld bytes: %lld bytes on the wire, %.2f %% more",
        traffic.entryBytesOut, wire,
        100.0 * double(wire - traffic.entryBytesOut) / double(traffic.entryBytesOut));
    QCOMPARE(traffic.entriesOut, 5'000);
    QVERIFY(wire < traffic.entryBytesOut * 103 / 100);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "session_test.moc"
