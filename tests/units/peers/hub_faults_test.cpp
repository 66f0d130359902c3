// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cut_line.h"
#include "units/peers/hub_support.h"

#include "peers/hub_runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace peers;
using support::CutLine;
using support::HubCompany;
using support::PostgresServer;

/// The hub's bad days: its server restarted in the middle, the line cut, nobody answering, the first of two hosts gone. Afterwards
/// the heads are the same, and nothing was lost or doubled.
class HubFaultsTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<HubCompany> m_company;

    void compare(HubDesk &one, HubDesk &other, qsizetype entries)
    {
        QTRY_COMPARE_WITH_TIMEOUT(one.exchange.entries(), entries, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(other.exchange.entries(), entries, 60'000);
        QCOMPARE(one.exchange.heads(), other.exchange.heads());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = PostgresServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void init() { m_company = std::make_shared<HubCompany>(); }

    void theServerRestartsInTheMiddle_data()
    {
        QTest::addColumn<bool>("orderly");
        QTest::newRow("in an orderly way") << true;
        QTest::newRow("as after a power cut") << false;
    }

    void theServerRestartsInTheMiddle()
    {
        QFETCH(bool, orderly);
        PostgresServer server;
        HubServer hub(server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(4000);
        int restarts = 0;
        const auto restartAt = [&](qint64 done, int number) {
            if (restarts != number || done < 1000)
                return;
            ++restarts;
            orderly ? server.stop() : server.kill();
            QVERIFY(server.start());
        };
        a.meet(hub.url());
        connect(a.hub.get(), &Hub::changed, this,
            [&](const HubState &state) { restartAt(state.pushed, 0); });
        QTRY_VERIFY_WITH_TIMEOUT(restarts == 1 && a.isInStep(), 60'000);
        QCOMPARE(hub.count("hub_entries"), 4000);
        b.meet(hub.url());
        connect(b.hub.get(), &Hub::changed, this,
            [&](const HubState &state) { restartAt(state.pulled, 1); });
        compare(a, b, 4000);
        QCOMPARE(restarts, 2);
        QCOMPARE(b.hub->state().pulled, 4000);
        a.write(10); // and live again, both having come back by themselves
        compare(a, b, 4010);
        QTRY_VERIFY(b.exchange.lackingKeys(1).isEmpty());
    }

    void theLineIsCutAgainAndAgain()
    {
        PostgresServer server;
        HubServer hub(server);
        CutLine line(server.port());
        const QString url =
            hub.url().replace(QString::number(server.port()), QString::number(line.port()));
        HubDesk a("a", m_company), b("b", m_company);
        a.write(3000);
        a.meet(hub.url());
        QTRY_VERIFY_WITH_TIMEOUT(a.isInStep(), 30'000);
        b.write(3000);
        line.cutAfter(20'000);
        int breaks = 0;
        b.meet(url);
        connect(b.hub.get(), &Hub::broke, this, [&] {
            // Each time a little further, so that it is cut in every phase.
            if (++breaks < 15)
                line.cutAfter(500 * breaks * breaks);
        });
        compare(a, b, 6000);
        QVERIFY2(breaks >= 5, qPrintable(QString::number(breaks)));
        QCOMPARE(hub.count("hub_entries"), 6000);
        QTRY_VERIFY(a.exchange.lackingKeys(1).isEmpty() && b.exchange.lackingKeys(1).isEmpty());
    }

    void aCutWhileNothingHappensIsNoticed()
    {
        PostgresServer server;
        HubServer hub(server);
        CutLine line(server.port());
        const QString url =
            hub.url().replace(QString::number(server.port()), QString::number(line.port()));
        HubDesk a("a", m_company), b("b", m_company);
        a.meet(hub.url());
        b.meet(url);
        QTRY_VERIFY(a.isInStep() && b.isInStep());
        int breaks = 0;
        connect(b.hub.get(), &Hub::broke, this, [&] { ++breaks; });
        line.cut();
        QTRY_COMPARE_WITH_TIMEOUT(breaks, 1, 2'000);
        a.write(1); // told through the renewed subscription, or seen at the first look
        QTRY_COMPARE(b.exchange.entries(), 1);
        QTRY_VERIFY(b.isInStep());
        a.write(1);
        QTRY_COMPARE(b.exchange.entries(), 2);
    }

    void aServerThatAnswersNothingIsLeft()
    {
        PostgresServer server;
        HubServer hub(server);
        HubDesk a("a", m_company);
        auto pace = HubDesk::hurry();
        pace.patience_ms = 700;
        a.meet(hub.url(), pace);
        QTRY_VERIFY(a.isInStep());
        QElapsedTimer time;
        bool isBroken = false;
        connect(a.hub.get(), &Hub::broke, this, [&] {
            isBroken = true;
            server.pause(false); // or the next try would wait for it too
        });
        server.pause(true);
        time.start();
        a.write(5);
        QTRY_VERIFY_WITH_TIMEOUT(isBroken, 10'000);
        QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
        QVERIFY2(!a.hub->state().trouble.isEmpty(), qPrintable(a.hub->state().text()));
        QTRY_VERIFY_WITH_TIMEOUT(a.isInStep() && hub.count("hub_entries") == 5, 20'000);
    }

    void closingDoesNotWaitForASilentServer()
    {
        PostgresServer server;
        HubServer hub(server);
        auto pace = HubDesk::hurry();
        pace.patience_ms = 60'000;
        pace.look_ms = 30;
        auto runner = std::make_unique<HubRunner>(
            std::get<HubUrl>(HubUrl::parse(hub.url())),
            [this] { return std::make_unique<support::HubExchange>("a", m_company); },
            [] { return QVector<Id>(); }, pace);
        QTRY_COMPARE(runner->state().phase, HubState::InStep);
        server.pause(true);
        // The next look, 30 ms later, is under way for good; heard of nothing, so felt by the silence of its states.
        QSignalSpy heard(runner.get(), &HubRunner::changed);
        QElapsedTimer quiet;
        quiet.start();
        qsizetype count = -1;
        QTRY_VERIFY((count == heard.size() || (count = heard.size(), quiet.restart(), false))
            && quiet.elapsed() > 300);
        QElapsedTimer time;
        time.start();
        runner.reset();
        server.pause(false);
        QVERIFY2(time.elapsed() < 10'000, qPrintable(QString::number(time.elapsed())));
    }

    void aStandByTakesOver()
    {
        auto primary = std::make_unique<PostgresServer>();
        HubServer hub(*primary);
        const auto standBy = PostgresServer::standByOf(*primary);
        const QString url = u"postgresql://griddesk@127.0.0.1:%1,127.0.0.1:%2/%3"_qs.arg(
            QString::number(standBy->port()), QString::number(primary->port()), hub.name());
        HubDesk a("a", m_company), b("b", m_company);
        a.write(2000);
        a.meet(url);
        QTRY_VERIFY_WITH_TIMEOUT(a.isInStep(), 30'000);
        QVERIFY2(a.hub->state().host.endsWith(QString::number(primary->port())), // not the stand-by
            qPrintable(a.hub->state().host));
        b.meet(url);
        QTRY_VERIFY_WITH_TIMEOUT(b.isInStep(), 30'000);
        primary->kill();
        a.write(500);
        QTRY_VERIFY(!a.isInStep() && !b.isInStep());
        QVERIFY2(a.hub->state().text().contains("Next try"), qPrintable(a.hub->state().text()));
        QVERIFY(standBy->promote());
        compare(a, b, 2500);
        QVERIFY(a.hub->state().host.endsWith(QString::number(standBy->port())));
        b.write(100);
        compare(a, b, 2600);
        QCOMPARE(standBy->run("SELECT count(*) FROM hub_entries", hub.name()), "2600");
    }

    void aHubThatLostItsLastHoursGetsThemAgain()
    {
        PostgresServer server;
        HubServer hub(server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(300);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        a.hub->stop();
        hub.run("DELETE FROM hub_entries WHERE sequence > 100"); // as an older backup would have it
        hub.run("DELETE FROM hub_keys");
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        b.meet(hub.url());
        compare(a, b, 300);
        QTRY_VERIFY(b.exchange.lackingKeys(1).isEmpty());
    }

    void aDeskWhoseDiskIsFullTriesAgain()
    {
        PostgresServer server;
        HubServer hub(server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(300);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        b.exchange.isFull = true;
        b.meet(hub.url());
        QTRY_COMPARE(b.hub->state().phase, HubState::Waiting);
        QVERIFY2(
            b.hub->state().text().contains("the disk is full"), qPrintable(b.hub->state().text()));
        b.exchange.isFull = false;
        compare(a, b, 300);
        QVERIFY(b.exchange.lackingKeys(1).isEmpty());
    }

    void nobodyThereIsSaidAndTriedAgain()
    {
        auto server = std::make_unique<PostgresServer>();
        HubServer hub(*server);
        HubDesk a("a", m_company);
        a.write(3);
        server->stop();
        int tries = 0;
        const auto count = [&] { ++tries; };
        a.meet(hub.url());
        connect(a.hub.get(), &Hub::broke, this, count);
        QTRY_VERIFY(tries >= 3);
        QCOMPARE(a.hub->state().phase, HubState::Waiting);
        QVERIFY(server->start());
        QTRY_VERIFY(a.isInStep());
    }
};

QTEST_GUILESS_MAIN(HubFaultsTest)
#include "hub_faults_test.moc"
