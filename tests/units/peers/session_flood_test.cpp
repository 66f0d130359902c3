// SPDX-License-Identifier: GPL-3.0-or-later
#include "victim.h"

#include <QTest>

using namespace peers;
using namespace support;

// A side that never speaks, never reads, never stops.
class SessionFloodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoNeverSpeaksIsLeft();
    void whoStopsInMidFrameIsLeft();
    void whoNeverAcknowledgesIsLeft();
    void whoNeverReadsCostsAWindow();
    void whoIsQuietIsAskedAndThenLeft();
    void longTransfersDoNotCountAsSilence();
    void aFloodOfParcelsEndsIt();
    void aFloodOfBytesEndsIt();
    void aFloodOfQuestionsEndsIt();
};

void SessionFloodTest::whoNeverSpeaksIsLeft()
{
    const Limits limits;
    Victim victim;
    victim.session.tick(limits.greeting_ms - 1);
    QVERIFY(!victim.ending());
    victim.session.tick(limits.greeting_ms);
    QCOMPARE(victim.ending(), Ending::Silent);
    QVERIFY(mayTryAgain(Ending::Silent));
}

void SessionFloodTest::whoStopsInMidFrameIsLeft()
{
    const Limits limits;
    Victim victim;
    victim.greet();
    const QByteArray frame = encodeFrame(Bye{1, QString(300, u'x')});
    // A byte now and then is no sign of life.
    qint64 now_ms = 0;
    for (const char &byte : frame) {
        victim.session.receive(QByteArray(&byte, 1));
        victim.session.tick(now_ms += 10'000);
        if (victim.ending())
            break;
    }
    QCOMPARE(victim.ending(), Ending::Silent);
    QCOMPARE(now_ms, limits.frame_ms);
}

void SessionFloodTest::whoNeverAcknowledgesIsLeft()
{
    const Limits limits;
    Victim victim;
    victim.b.write(1);
    victim.greet();
    for (qint64 now_ms = 0; now_ms <= limits.answer_ms; now_ms += 5'000) {
        victim.session.tick(now_ms);
        QVERIFY(!victim.ending());
        victim.hear(CaughtUp());
    }
    victim.session.tick(limits.answer_ms + 5'000);
    QCOMPARE(victim.ending(), Ending::Silent);
}

void SessionFloodTest::whoNeverReadsCostsAWindow()
{
    Victim victim({.window = 3, .parcelBytes = 10'000});
    victim.b.write(5'000);
    victim.greet();
    const qint64 before = victim.session.traffic().bytesOut;
    QVERIFY(before < 3 * 11'000);
    for (int i = 0; i < 100; ++i) {
        victim.b.write(10);
        victim.session.somethingNew();
    }
    QCOMPARE(victim.session.traffic().bytesOut, before);
}

void SessionFloodTest::whoIsQuietIsAskedAndThenLeft()
{
    const Limits limits;
    Victim victim;
    victim.greet();
    victim.said();
    victim.session.tick(limits.quiet_ms - 1);
    QVERIFY(victim.said().isEmpty());
    victim.session.tick(limits.quiet_ms);
    QVERIFY(std::holds_alternative<Ping>(victim.said().value(0)));
    victim.session.tick(limits.quiet_ms + 5'000);
    QVERIFY(victim.said().isEmpty());
    victim.hear(Pong());
    for (qint64 now_ms = limits.quiet_ms; now_ms < 10 * limits.silence_ms; now_ms += 1'000) {
        victim.session.tick(now_ms);
        if (!victim.said().isEmpty())
            victim.hear(Pong());
        QVERIFY(!victim.ending());
    }
    victim.session.tick(11 * limits.silence_ms);
    QCOMPARE(victim.ending(), Ending::Silent);
}

void SessionFloodTest::longTransfersDoNotCountAsSilence()
{
    // Frames that never end together with a piece, for an hour.
    Victim victim;
    victim.greet();
    const QByteArray ping = encodeFrame(Ping());
    victim.session.receive(ping.first(3));
    for (qint64 now_ms = 0; now_ms < 3'600'000; now_ms += 10'000) {
        victim.session.tick(now_ms);
        victim.session.receive(ping.sliced(3) + ping.first(3));
        QVERIFY(!victim.ending());
    }
}

void SessionFloodTest::aFloodOfParcelsEndsIt()
{
    Victim victim({.window = 4});
    victim.a.write(100);
    victim.b.isSlow = true;
    victim.greet();
    record::Heads known;
    for (qint64 number = 1; !victim.ending(); ++number) {
        QVERIFY(number <= 5);
        Entries entries{number, 0, victim.a.next(known, victim.b.desk(), 1)};
        known.advance(victim.a.feed(), number);
        victim.hear(entries);
    }
    QCOMPARE(victim.ending(), Ending::TooMuch);
    QCOMPARE(victim.b.waiting(), 4);
}

void SessionFloodTest::aFloodOfBytesEndsIt()
{
    Victim victim({.window = 4, .parcelBytes = 4'096});
    for (int i = 0; i < 3; ++i)
        victim.a.write(Id::named("customer"), 30'000);
    victim.b.isSlow = true;
    victim.greet();
    record::Heads known;
    for (qint64 number = 1; number <= 2; ++number) {
        QVERIFY(!victim.ending());
        victim.hear(Entries{number, 0, victim.a.next(known, victim.b.desk(), 1)});
        known.advance(victim.a.feed(), number);
    }
    QCOMPARE(victim.ending(), Ending::TooMuch);
    QCOMPARE(victim.b.waiting(), 1);
}

void SessionFloodTest::aFloodOfQuestionsEndsIt()
{
    const Limits limits;
    Victim victim;
    victim.greet();
    for (int i = 0; i < limits.questions; ++i)
        victim.hear(Ping());
    QVERIFY(!victim.ending());
    victim.session.tick(1'000);
    for (int i = 0; i < limits.questions; ++i)
        victim.hear(Ping());
    QVERIFY(!victim.ending());
    victim.hear(Ping());
    QCOMPARE(victim.ending(), Ending::TooMuch);
}

QTEST_GUILESS_MAIN(SessionFloodTest)
#include "session_flood_test.moc"
