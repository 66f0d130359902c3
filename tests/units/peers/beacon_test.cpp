// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/backoff.h"
#include "peers/beacon.h"
#include "peers/pairing_search.h"
#include "peers/token_bucket.h"
#include "support/seeded_random.h"

#include <QSignalSpy>
#include <QTest>

using namespace peers;
using namespace support;

/// How desks find each other in the local network, and how much and how often they say something.
class BeaconTest : public QObject
{
    Q_OBJECT

    const QByteArray m_founding = QByteArray(32, 'f'), m_nonce = QByteArray(32, 'n');
    const BeaconDatagram m_desk{domain::Id::named("desk"), 47800};

private Q_SLOTS:
    void whoKnowsTheCompanyReadsIt()
    {
        const QByteArray bytes = m_desk.encode(m_founding, m_nonce);
        QCOMPARE(bytes.size(), BeaconDatagram::size);
        const auto read = BeaconDatagram::decode(bytes, m_founding);
        QVERIFY(read);
        QCOMPARE(read->desk, m_desk.desk);
        QCOMPARE(read->port, m_desk.port);
    }

    void aStrangerLearnsNothing()
    {
        const QByteArray bytes = m_desk.encode(m_founding, m_nonce);
        QVERIFY(!BeaconDatagram::decode(bytes, QByteArray(32, 'g')));
        QVERIFY(!bytes.contains(m_desk.desk.toBytes()));
        // Not even that it is the same desk as a moment ago.
        const QByteArray again = m_desk.encode(m_founding, QByteArray(32, 'm'));
        QVERIFY(bytes.sliced(9) != again.sliced(9));
        int same = 0;
        for (qsizetype at = 9; at < bytes.size(); ++at)
            same += bytes[at] == again[at];
        QVERIFY(same < 6);
    }

    void anythingElseIsPassedOver()
    {
        const QByteArray bytes = m_desk.encode(m_founding, m_nonce);
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(!BeaconDatagram::decode(bytes.first(size), m_founding));
        QVERIFY(!BeaconDatagram::decode(bytes + 'x', m_founding));
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << bit % 8));
            QVERIFY(!BeaconDatagram::decode(flipped, m_founding));
        }
        QVERIFY(!BeaconDatagram::decode(
            BeaconDatagram{m_desk.desk, 0}.encode(m_founding, m_nonce), m_founding));
    }

    void twoDesksOnOneComputerHearEachOther()
    {
        SeededRandom one(1), other(2);
        Beacon hears(m_founding, domain::Id::named("hears"), 0, one);
        Beacon says(m_founding, m_desk.desk, m_desk.port, other);
        QVector<Address> found;
        connect(&hears, &Beacon::found, this, [&](const domain::Id &desk, const Address &address) {
            QCOMPARE(desk, m_desk.desk);
            found.append(address);
        });
        if (!hears.start() || !says.start())
            QSKIP("this computer gives no socket for it");
        QTRY_VERIFY(!found.isEmpty());
        QCOMPARE(found.constFirst().port, m_desk.port);
        QVERIFY(Address::read(found.constFirst().text()));
    }

    void aNewComputerFindsWhoStandsReady()
    {
        SeededRandom one(6), other(7), third(8);
        peers::PairingSearch search(one);
        Beacon ofTheCompany(m_founding, m_desk.desk, 4001, third);
        Beacon standsReady(peers::pairingCall(), m_desk.desk, m_desk.port, other);
        QSignalSpy changes(&search, &peers::PairingSearch::changed);
        if (!search.start() || !ofTheCompany.start() || !standsReady.start())
            QSKIP("no socket for a beacon here");
        QTRY_VERIFY(!changes.isEmpty());
        QCOMPARE(
            search.found().size(), 1); // each desk once, and nothing of what only the company reads
        QCOMPARE(search.found().constFirst().port, m_desk.port);
    }

    void anAddressIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("name") << "desk-3:4780"
                              << "desk-3:4780";
        QTest::newRow("IPv4") << " 192.168.1.7:4780 "
                              << "192.168.1.7:4780";
        QTest::newRow("IPv6") << "[fe80::1]:4780"
                              << "[fe80::1]:4780";
        QTest::newRow("IPv6 without brackets") << "fe80::1:4780" << QString();
        QTest::newRow("no port") << "desk-3" << QString();
        QTest::newRow("no host") << ":4780" << QString();
        QTest::newRow("port 0") << "desk-3:0" << QString();
        QTest::newRow("too great") << "desk-3:65536" << QString();
        QTest::newRow("no number") << "desk-3:http" << QString();
        QTest::newRow("blank within") << "desk 3:4780" << QString();
        QTest::newRow("too long") << QString(300, u'x') + ":1" << QString();
    }

    void anAddressIsRead()
    {
        QFETCH(QString, text);
        const auto address = Address::read(text);
        QTEST(address ? address->text() : QString(), "read");
    }

    void oneCallsAgainLessAndLessOften()
    {
        for (quint64 seed = 0; seed < 100; ++seed) {
            SeededRandom random(seed);
            Backoff backoff;
            qint64 most = Backoff::shortest_ms;
            for (int i = 0; i < 100; ++i) {
                const qint64 wait = backoff.next_ms(random);
                QVERIFY(wait >= most / 2 && wait <= most);
                most = std::min(most * 2, Backoff::longest_ms);
            }
            backoff.succeeded();
            QVERIFY(backoff.next_ms(random) <= Backoff::shortest_ms);
        }
    }

    void noMoreIsSentThanAllowed_data()
    {
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<int>("step_ms");
        for (const qint64 rate : {500, 10'000, 1'000'000}) {
            for (const int step : {1, 7, 250, 5000})
                QTest::addRow("%lld every %d ms", rate, step) << rate << step;
        }
    }

    void noMoreIsSentThanAllowed()
    {
        QFETCH(qint64, rate);
        QFETCH(int, step_ms);
        TokenBucket bucket(rate);
        qint64 sent = 0, now = 0;
        for (; now < 60'000; now += step_ms)
            sent += bucket.take(now, 1 << 20);
        QVERIFY(sent <= rate * (now / 1000 + 2));
        // Whoever asks often enough gets nearly all of it.
        if (step_ms < 1000)
            QVERIFY2(sent >= rate * 55, QByteArray::number(sent));
        QVERIFY(bucket.wait_ms() >= 0 && bucket.wait_ms() <= 1000);
    }

    void withoutALimitNobodyWaits()
    {
        TokenBucket bucket;
        QCOMPARE(bucket.take(0, 1 << 30), qint64(1 << 30));
        QCOMPARE(bucket.wait_ms(), 0);
    }
};

QTEST_GUILESS_MAIN(BeaconTest)
#include "beacon_test.moc"
