// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_network.h"

#include <QSignalSpy>

using namespace peers;
using namespace support;

/// Desks find and keep each other, over real TLS on this computer.
class NodeTest : public QObject
{
    Q_OBJECT

    using Stage = PeerState::Stage;

private Q_SLOTS:
    void twoDesksMeet()
    {
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.join();
        two.join();
        board.say(one.id, "from one");
        board.say(two.id, "from two");
        one.listen();
        two.call(one.address);
        QTRY_COMPARE(board.wordsOf(one.id), board.wordsOf(two.id));
        QTRY_VERIFY(one.isInStep() && two.isInStep());
        QCOMPARE(one.state().name, QStringLiteral("two"));
        QCOMPARE(two.state().desk, one.id);
        QVERIFY(one.state().side == Side::Called && two.state().side == Side::Caller);
        QVERIFY(one.state().lastContact_ms > 0);
        // What comes up later goes over at once.
        board.say(two.id, "news");
        two.node->somethingNew();
        QTRY_VERIFY(board.wordsOf(one.id).contains("news"));
    }

    /// Both call: one connection is left, and both keep the same.
    void whoCallsEachOtherTalksOnce_data()
    {
        QTest::addColumn<bool>("isTwoFirst");
        QTest::newRow("one first") << false;
        QTest::newRow("two first") << true;
    }

    void whoCallsEachOtherTalksOnce()
    {
        QFETCH(bool, isTwoFirst);
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.join();
        two.join();
        board.say(one.id, "hello");
        one.listen();
        two.listen();
        NetDesk &first = isTwoFirst ? two : one, &second = isTwoFirst ? one : two;
        first.node->call(second.address);
        second.node->call(first.address);
        const auto isSettled = [&] {
            return one.isInStep() && two.isInStep() && one.state().side != two.state().side;
        };
        QTRY_VERIFY(isSettled());
        QVERIFY(board.wordsOf(two.id).contains("hello"));
    }

    void whoIsNoDeskHereIsToldSo_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << "unknown"
                                 << "doesn't know this desk";
        QTest::newRow("revoked") << "revoked"
                                 << "This desk was revoked";
        QTest::newRow("invited") << "invited"
                                 << "invited and has not joined";
        QTest::newRow("another key") << "another key"
                                     << "doesn't know this desk";
    }

    void whoIsNoDeskHereIsToldSo()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        Board hosts, guests;
        NetDesk host(hosts, "host", 1), guest(guests, "guest", 2);
        host.join();
        guest.join();
        guests.set(host.id, {{domain::desk::PublicKey, host.key.publicKey()}});
        if (what == u"revoked")
            hosts.set(guest.id,
                {{domain::desk::PublicKey, guest.key.publicKey()},
                    {domain::desk::Revoked, qint64(1)}});
        else if (what == u"invited")
            hosts.set(guest.id, {{domain::desk::Name, QStringLiteral("new")}});
        else if (what == u"another key")
            hosts.set(guest.id, {{domain::desk::PublicKey, QByteArray(32, 'x')}});
        hosts.say(host.id, "secret");
        host.listen();
        guest.call(host.address);
        QTRY_VERIFY2(guest.state().error.contains(words), qPrintable(guest.state().error));
        QVERIFY(guest.state().stage == Stage::Waiting);
        QVERIFY(guests.wordsOf(guest.id).isEmpty());
        QVERIFY(host.node->states().isEmpty());
    }

    /// The caller judges as well: who answers at an address may be somebody else.
    void theCallerJudgesToo()
    {
        Board hosts, guests;
        NetDesk host(hosts, "host", 1), guest(guests, "guest", 2);
        host.join();
        hosts.set(guest.id, {{domain::desk::PublicKey, guest.key.publicKey()}});
        guest.join();
        guests.say(guest.id, "secret");
        host.listen();
        guest.call(host.address);
        QTRY_VERIFY2(guest.state().error.contains(QStringLiteral("no desk of this company")),
            qPrintable(guest.state().error));
        QVERIFY(hosts.wordsOf(host.id).isEmpty());
    }

    void aCopyOfTheSameDeskIsNotASecondOne()
    {
        Board board;
        NetDesk one(board, "one", 1), copy(board, "one", 1);
        one.join();
        one.listen();
        copy.call(one.address);
        QTRY_VERIFY2(copy.state().error.contains(QStringLiteral("this same desk")),
            qPrintable(copy.state().error));
    }

    void whoWentAwayIsFoundAgain()
    {
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.join();
        two.join();
        one.listen();
        two.call(one.address);
        QTRY_VERIFY(two.isInStep());
        one.node.reset();
        QTRY_VERIFY(two.state().stage == Stage::Waiting);
        QVERIFY(!two.state().error.isEmpty());
        QVERIFY(two.state().lastContact_ms > 0);
        one.listen(one.address.port);
        QTRY_VERIFY_WITH_TIMEOUT(two.isInStep(), 15'000);
        QVERIFY(two.state().error.isEmpty());
    }

    void aPortThatIsTakenIsSaid()
    {
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.listen();
        two.listen(one.address.port);
        QTRY_VERIFY2(two.failure.contains(QStringLiteral("Nobody can be heard on")),
            qPrintable(two.failure));
    }

    void aRevokedDeskIsNotLetBackIn()
    {
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.join();
        two.join();
        one.listen();
        two.call(one.address);
        QTRY_VERIFY(two.isInStep());
        board.set(two.id, {{domain::desk::Revoked, qint64(1)}});
        one.node->somethingNew();
        QTRY_VERIFY2(two.state().stage == Stage::Waiting, qPrintable(two.state().words()));
        QTRY_VERIFY(one.node->states().isEmpty());
    }

    void anIPv6AddressWillDo()
    {
        Board board;
        NetDesk one(board, "one", 1), two(board, "two", 2);
        one.join();
        two.join();
        one.setup.listen = {*Address::read(QStringLiteral("[::1]:0"), true)};
        one.start();
        if (!one.failure.isEmpty())
            QSKIP("this computer has no IPv6");
        QVERIFY(Address::read(one.address.text()));
        two.call(one.address);
        QTRY_VERIFY(one.isInStep() && two.isInStep());
    }
};

QTEST_GUILESS_MAIN(NodeTest)
#include "node_test.moc"
