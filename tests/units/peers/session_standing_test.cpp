// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/line.h"

#include <QTest>

using namespace peers;
using namespace support;

// Desks that are not quite alike: copied, restored, of another version, shut out.
class SessionStandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeedWrittenTwiceIsHeldTwice();
    void manyFeedsWrittenTwiceAreAskedAboutOneByOne();
    void oneWhoKnowsTellsOneWhoDoesNot();
    void aRestoredDeskGetsItsOwnEntriesBack();
    void aLaterProgramIsUnderstood();
    void whatAnOlderProgramDoesNotKnowIsPassedOn();
    void whoIsRevokedMeanwhileIsTold();
    void clocksThatDifferAreNoticed();
};

/// A copy of a's disk writes under the same feed. Each of two others followed one of them.
void SessionStandingTest::aFeedWrittenTwiceIsHeldTwice()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), twin(company, "a"), b(company, "b"), c(company, "c");
    for (MemoryExchange *one : {&a, &twin})
        one->write(200);
    a.write(Id::named("here"));
    a.write(3);
    twin.write(Id::named("there"));
    twin.write(30);
    meet(a, b);
    meet(twin, c);
    b.write(2);
    c.write(2);
    Line line(b, c);
    line.start();
    line.carry();
    QVERIFY2(line.isInStep(), qPrintable(line.left->state().words() + line.right->state().words()));
    QCOMPARE(b.heads(), c.heads());
    QCOMPARE(b.count(), 200 + 4 + 31 + 4);
    QCOMPARE(b.heads().sequenceOf(a.feed()), 200);
    // Where they part was asked for, not found by sending everything: at most the sides went to and fro.
    QVERIFY2(b.cameKnown + c.cameKnown <= 4 + 31,
        qPrintable(QString::number(b.cameKnown + c.cameKnown)));
    meet(b, a);
    meet(c, twin);
    a.write(1);
    meet(a, b);
    meet(b, c);
    QCOMPARE(b.heads(), c.heads());
}

void SessionStandingTest::manyFeedsWrittenTwiceAreAskedAboutOneByOne()
{
    MemoryCompany company;
    MemoryExchange b(company, "b"), c(company, "c");
    for (const char *name : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
        MemoryExchange one(company, name), twin(company, name);
        one.write(64);
        one.write(Id::named("here"));
        twin.write(63);
        twin.write(Id::named("there"));
        twin.write(2);
        meet(one, b);
        meet(twin, c);
    }
    Line line(b, c);
    line.start();
    for (int second = 1; second < 20; ++second) {
        line.carry();
        line.tick(1'000 + second * 1'000);
    }
    QVERIFY(line.isInStep());
    QCOMPARE(b.heads(), c.heads());
}

void SessionStandingTest::oneWhoKnowsTellsOneWhoDoesNot()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), twin(company, "a"), b(company, "b"), c(company, "c");
    a.write(3);
    a.write(Id::named("here"));
    twin.write(3);
    twin.write(Id::named("there"));
    meet(a, b);
    meet(twin, b);
    meet(a, c);
    QCOMPARE(c.heads().sequenceOf(a.feed()), 4);
    meet(b, c);
    QCOMPARE(c.heads(), b.heads());
    QCOMPARE(c.heads().sequenceOf(a.feed()), 3);
}

void SessionStandingTest::aRestoredDeskGetsItsOwnEntriesBack()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    a.write(10);
    meet(a, b);
    a.forgetOwnAfter(4);
    Line line(a, b);
    line.start();
    line.carry();
    QVERIFY(line.isInStep());
    QVERIFY(line.left->peerIntroduction().heads.sequenceOf(a.feed()) == 10);
    QCOMPARE(a.heads().sequenceOf(a.feed()), 10);
}

void SessionStandingTest::aLaterProgramIsUnderstood()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    b.write(3);
    QByteArray out;
    Session session(b, Id(), {}, [&](const QByteArray &bytes) { out += bytes; });
    session.start(0);
    session.receive(encodeFrame(Hello{.newest = newestProtocol + 1, .who = a.introduction()}));
    session.receive(QByteArray::fromHex("00000006"
                                        "831903e80201"));
    QVERIFY(!session.hasEnded());
    session.receive(encodeFrame(Ping()));
    QVERIFY(out.endsWith(encodeFrame(Pong())));
}

void SessionStandingTest::whatAnOlderProgramDoesNotKnowIsPassedOn()
{
    MemoryCompany company;
    MemoryExchange later(company, "later"), older(company, "older"), other(company, "other");
    later.append(Id::named("thing"), {domain::UnknownEvent{90'000, "\x82\x01\x63new"}});
    later.write(1);
    meet(later, older);
    meet(older, other);
    QVERIFY(other.heads() == later.heads());
    QCOMPARE(other.bytesAt(later.feed(), 1), later.bytesAt(later.feed(), 1));
}

void SessionStandingTest::whoIsRevokedMeanwhileIsTold()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    Line line(a, b);
    line.start();
    line.carry();
    company.revoked.insert(b.desk());
    a.write(1);
    line.left->somethingNew();
    line.carry();
    QCOMPARE(line.left->state().ending, Ending::NotAdmitted);
    QCOMPARE(line.right->state().ending, Ending::NotAdmitted);
    QCOMPARE(b.count(), 0);
}

void SessionStandingTest::clocksThatDifferAreNoticed()
{
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b"), silent(company, "c");
    a.clock_ms = 1'795'000'000'000;
    b.clock_ms = a.clock_ms + 3'600'000;
    Line line(a, b), other(a, silent);
    for (Line *each : {&line, &other}) {
        each->start();
        each->carry();
        QVERIFY(each->isInStep());
    }
    QCOMPARE(line.left->clockAhead_ms(), 3'600'000);
    QCOMPARE(line.right->clockAhead_ms(), -3'600'000);
    QCOMPARE(other.left->clockAhead_ms(), 0);
}

QTEST_GUILESS_MAIN(SessionStandingTest)
#include "session_standing_test.moc"
