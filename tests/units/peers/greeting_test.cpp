// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_sides.h"

#include <QTest>

using namespace peers;
using namespace support;

/// Two desks prove to each other who they are, before anything else is said.
class GreetingTest : public QObject
{
    Q_OBJECT

    using State = Greeting::State;

private Q_SLOTS:
    void bothKnowWhoTheOtherIs_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("at once") << 0;
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("in odd pieces") << 7;
    }

    void bothKnowWhoTheOtherIs()
    {
        QFETCH(int, piece);
        GreetingDesk one("one", 1), two("two", 2);
        Greeting caller = one.greet(Side::Caller, two.own.fingerprint, Purpose::Compare);
        Greeting called = two.greet(Side::Called, one.own.fingerprint);
        converse(caller, called, caller.start(), called.start(), piece);
        QVERIFY(caller.state() == State::Done && called.state() == State::Done);
        QCOMPARE(caller.peer().desk, two.own.desk);
        QCOMPARE(called.peer().publicKey, one.own.key.publicKey());
        QCOMPARE(caller.peer().transcript, called.peer().transcript);
        QVERIFY(called.peer().purpose == Purpose::Compare);
    }

    void noTwoGreetingsAreAlike()
    {
        GreetingDesk one("one", 1), two("two", 2);
        QByteArray before;
        for (int i = 0; i < 2; ++i) {
            Greeting caller = one.greet(Side::Caller, two.own.fingerprint);
            Greeting called = two.greet(Side::Called, one.own.fingerprint);
            converse(caller, called, caller.start(), called.start());
            QVERIFY(std::exchange(before, caller.peer().transcript) != caller.peer().transcript);
        }
    }

    void whatFollowsBelongsToWhoeverGoesOn()
    {
        GreetingDesk one("one", 1), two("two", 2);
        Greeting caller = one.greet(Side::Caller, two.own.fingerprint);
        Greeting called = two.greet(Side::Called, one.own.fingerprint);
        QByteArray proofs = caller.receive(called.start());
        QByteArray answer = called.receive(caller.start() + proofs);
        answer += QByteArray("session");
        const QByteArray accept = caller.receive(answer);
        QVERIFY(caller.state() == State::Done);
        QCOMPARE(caller.takeRest(), QByteArray("session"));
        called.receive(accept);
        QVERIFY(called.state() == State::Done);
    }

    /// Somebody in between has a certificate of their own for each side, whatever they pass on.
    void nobodyStandsInBetween()
    {
        GreetingDesk one("one", 1), two("two", 2);
        const QByteArray foreign("certificate of nobody");
        Greeting caller = one.greet(Side::Caller, foreign);
        Greeting called = two.greet(Side::Called, foreign);
        converse(caller, called, caller.start(), called.start());
        QVERIFY(caller.state() == State::Failed && called.state() == State::Failed);
        QVERIFY(caller.objection() == Objection::Unproven);
    }

    void aStolenNameIsNoProof()
    {
        GreetingDesk one("one", 1), two("two", 2), thief("two", 3);
        Greeting caller = one.greet(Side::Caller, thief.own.fingerprint);
        QByteArray naming = two.greet(Side::Called, one.own.fingerprint).start();
        // It says the other desk's name and key, and signs with its own.
        caller.receive(naming);
        const QByteArray signature = thief.own.key.sign(QByteArray(57, 'x'));
        caller.receive(encodeOpening(Proof{signature}));
        QVERIFY(caller.state() == State::Failed);
        QVERIFY(caller.objection() == Objection::Unproven && !caller.isByPeer());
    }

    void nobodySendsOurOwnWordsBack()
    {
        GreetingDesk one("one", 1), two("two", 2);
        Greeting caller = one.greet(Side::Caller, two.own.fingerprint);
        caller.receive(caller.start());
        QVERIFY(
            caller.objection() == Objection::ItsOwn || caller.objection() == Objection::Garbage);
        Greeting called = two.greet(Side::Called, one.own.fingerprint);
        called.receive(called.start());
        QVERIFY(called.objection() == Objection::ItsOwn);
    }

    void eachSideMayObject_data()
    {
        QTest::addColumn<int>("objection");
        for (int objection = 1; objection <= int(Objection::Last); ++objection)
            QTest::addRow("%d", objection) << objection;
    }

    void eachSideMayObject()
    {
        QFETCH(int, objection);
        GreetingDesk one("one", 1), two("two", 2);
        two.objects = Objection(objection);
        Greeting caller = one.greet(Side::Caller, two.own.fingerprint);
        Greeting called = two.greet(Side::Called, one.own.fingerprint);
        converse(caller, called, caller.start(), called.start());
        QVERIFY(caller.state() == State::Failed && caller.isByPeer());
        QVERIFY(called.state() == State::Failed && !called.isByPeer());
        QVERIFY(caller.objection() == Objection(objection));
        // Either side finds words for it.
        QVERIFY(!byPeer(caller.objection()).what.isEmpty());
        QVERIFY(!toPeer(called.objection()).what.isEmpty());
    }

    void garbageEndsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray naming =
            encodeOpening(Naming{.publicKey = QByteArray(32, 'k'), .nonce = QByteArray(32, 'n')});
        QTest::newRow("a web browser") << QByteArray("GET / HTTP/1.1\r\nHost: desk\r\n\r\n");
        QTest::newRow("zeros") << QByteArray(64, '\0');
        QTest::newRow("ones") << QByteArray(64, '\xff');
        QTest::newRow("too long") << QByteArray("\x40\x00", 2) + QByteArray(64, 'x');
        QTest::newRow("twice the same") << naming + naming;
        QTest::newRow("proof first") << encodeOpening(Proof{QByteArray(64, 's')});
        QTest::newRow("accepts at once") << encodeOpening(Accept{});
        QTest::newRow("welcome") << encodeOpening(Welcome{{}, QByteArray(32, 'h')});
        QByteArray longer = naming + QByteArray("x");
        longer[1] = char(longer[1] + 1);
        QTest::newRow("something behind it") << longer;
        QByteArray shorter = naming.chopped(1);
        shorter[1] = char(shorter[1] - 1);
        QTest::newRow("cut off") << shorter;
    }

    void garbageEndsIt()
    {
        QFETCH(QByteArray, bytes);
        GreetingDesk two("two", 2);
        Greeting called = two.greet(Side::Called, "certificate");
        called.receive(bytes);
        QVERIFY(called.state() == State::Failed);
        QCOMPARE(int(called.objection()), int(Objection::Garbage));
    }

    void everyFlippedBitIsNoticed()
    {
        GreetingDesk one("one", 1), two("two", 2);
        const QByteArray told = one.greet(Side::Caller, two.own.fingerprint).start();
        for (qsizetype bit = 0; bit < told.size() * 8; ++bit) {
            GreetingDesk me("one", 1), other("two", 2);
            Greeting caller = me.greet(Side::Caller, other.own.fingerprint);
            Greeting called = other.greet(Side::Called, me.own.fingerprint);
            QByteArray flipped = caller.start();
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
            converse(caller, called, flipped, called.start());
            QVERIFY2(called.state() != State::Done && caller.state() != State::Done,
                QByteArray::number(bit));
        }
    }

    /// Until the last word both wait; neither is done before the other has accepted.
    void aPeerThatStopsHalfWayGetsNowhere()
    {
        GreetingDesk one("one", 1), two("two", 2);
        Greeting caller = one.greet(Side::Caller, two.own.fingerprint);
        Greeting called = two.greet(Side::Called, one.own.fingerprint);
        const QByteArray proof = caller.receive(called.start());
        const QByteArray answer = called.receive(caller.start() + proof);
        QVERIFY(called.state() == State::Talking);
        for (qsizetype size = 0; size < answer.size(); ++size) {
            GreetingDesk again("one", 1);
            Greeting half = again.greet(Side::Caller, two.own.fingerprint);
            half.receive(called.start());
            half.receive(answer.first(size));
            QVERIFY(half.state() == State::Talking);
        }
    }
};

QTEST_GUILESS_MAIN(GreetingTest)
#include "greeting_test.moc"
