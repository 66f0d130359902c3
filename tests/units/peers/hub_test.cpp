// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/peers/hub_support.h"

#include "peers/hub_runner.h"

using namespace peers;
using support::HubCompany;
using support::PostgresServer;

/// Desks that never meet and share nothing but a PostgreSQL.
class HubTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PostgresServer> m_server;
    std::shared_ptr<HubCompany> m_company;

    void compareDesks(HubDesk &one, HubDesk &other)
    {
        QVERIFY(one.exchange.heads() == other.exchange.heads());
        QCOMPARE(one.exchange.entries(), other.exchange.entries());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = PostgresServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_server = std::make_unique<PostgresServer>();
    }

    void init() { m_company = std::make_shared<HubCompany>(); }

    void isPreparedOnceAndForOneCompany()
    {
        HubServer hub(*m_server);
        QVERIFY(!hub.init(*m_company));
        QCOMPARE(hub.count("hub_company"), 1);
        HubCompany other;
        other.id = Id::named("another company");
        const auto refusal = hub.init(other);
        QVERIFY(refusal && refusal->what.contains("another company"));
        HubCompany sameName;
        sameName.founding = QByteArray(32, 'x');
        QVERIFY(hub.init(sameName));
        QCOMPARE(hub.count("hub_company"), 1);
    }

    void aDatabaseThatIsNoHubIsNamed()
    {
        HubServer hub(*m_server, false);
        HubDesk desk("a", m_company);
        desk.meet(hub.url());
        QCOMPARE(desk.hub->state().phase, HubState::Refused);
        QVERIFY2(
            desk.hub->state().text().contains("hub init"), qPrintable(desk.hub->state().text()));
        hub.init(*m_company);
        QTRY_VERIFY(desk.isInStep()); // by itself, later
    }

    void aDeskOfAnotherCompanyIsRefused()
    {
        HubServer hub(*m_server);
        m_company->id = Id::named("strangers");
        HubDesk desk("a", m_company);
        desk.write(3);
        desk.meet(hub.url());
        QCOMPARE(desk.hub->state().phase, HubState::Refused);
        QCOMPARE(hub.count("hub_entries"), 0);
    }

    void desksThatShareOnlyTheHubEndEqual()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(1500);
        b.write(700);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        b.meet(hub.url());
        QTRY_VERIFY(b.isInStep());
        QTRY_COMPARE(a.exchange.entries(), 2200);
        compareDesks(a, b);
        QCOMPARE(hub.count("hub_entries"), 2200);
        b.write(300); // having read a's
        a.write(10);
        QTRY_COMPARE(a.exchange.entries(), 2510);
        QTRY_COMPARE(b.exchange.entries(), 2510);
        compareDesks(a, b);
        HubDesk c("c", m_company);
        c.meet(hub.url());
        QTRY_COMPARE(c.exchange.entries(), 2510);
        compareDesks(a, c);
        QCOMPARE(c.exchange.tooEarly(), 0);
    }

    void manyFeedsComeCausesFirst()
    {
        HubServer hub(*m_server);
        std::vector<std::unique_ptr<HubDesk>> desks;
        for (int i = 0; i < 12; ++i) {
            desks.push_back(
                std::make_unique<HubDesk>(QByteArray::number(i).constData(), m_company));
            desks.back()->meet(hub.url());
        }
        for (int round = 0; round < 20; ++round) {
            // Each reads what the ones before wrote; some write much, some little.
            desks[size_t(round % 12)]->write(1 + round * 7 % 40);
            for (auto &desk : desks)
                QTRY_COMPARE(desk->exchange.heads(), desks[size_t(round % 12)]->exchange.heads());
        }
        HubDesk late("late", m_company);
        auto pace = HubDesk::hurry();
        pace.bytes = 4'000;
        late.meet(hub.url(), pace);
        QTRY_VERIFY(late.isInStep());
        QVERIFY(late.exchange.heads() == desks[0]->exchange.heads());
        QCOMPARE(late.exchange.tooEarly(), 0);
    }

    void oneEntryAppearsAtOnceAndOnce()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company);
        a.meet(hub.url());
        b.meet(hub.url());
        QTRY_VERIFY(a.isInStep() && b.isInStep());
        for (int i = 1; i <= 20; ++i) {
            a.write(1);
            QTRY_COMPARE(b.exchange.entries(), i);
        }
        QCOMPARE(b.hub->state().pulled, 20);
    }

    void pollsWhereTheEngineHasNoNotices()
    {
        HubServer hub(*m_server);
        auto pace = HubDesk::hurry();
        pace.listens = false;
        HubDesk a("a", m_company), b("b", m_company);
        a.meet(hub.url(), pace);
        b.meet(hub.url(), pace);
        QTRY_VERIFY(a.isInStep() && b.isInStep());
        a.write(5);
        QTRY_COMPARE(b.exchange.entries(), 5);
        QTRY_VERIFY(b.exchange.lackingKeys(10).isEmpty());
    }

    void keysLieThereBeforeTheirEntries()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(120);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        QCOMPARE(hub.count("hub_keys"), 50); // of fifty customers, for the one other desk
        b.meet(hub.url());
        QTRY_VERIFY(b.isInStep());
        QVERIFY(b.exchange.lackingKeys(10).isEmpty());
        const Id owner = Id::named((a.exchange.desk().toBytes().toHex() + "7").constData());
        QCOMPARE(b.exchange.keyHeld(owner), a.exchange.keyHeld(owner));
        b.write(1);
        QTRY_VERIFY(a.exchange.entries() == 121 && a.exchange.lackingKeys(1).isEmpty());
        // The hub itself holds nothing that is open.
        QVERIFY(!hub.run("SELECT string_agg(encode(box, 'hex'), '') FROM hub_keys")
                     .contains(a.exchange.keyHeld(owner).toHex()));
    }

    void aDeskAdmittedLaterAsksAndIsAnswered()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company);
        a.write(60);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        HubDesk late("late", m_company);
        late.meet(hub.url());
        QTRY_COMPARE(late.exchange.entries(), 60);
        QTRY_VERIFY(late.exchange.lackingKeys(1).isEmpty());
        QTRY_COMPARE(hub.count("hub_wanted"), 0); // answered questions are struck
    }

    void aRevokedDeskGetsNoKeys()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), lost("lost", m_company);
        m_company->revoked << lost.exchange.desk();
        a.write(10);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        lost.meet(hub.url());
        QTRY_VERIFY(lost.isInStep());
        QCOMPARE(hub.count("hub_wanted"), 10);
        a.hub->stop();
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        QCOMPARE(hub.count("hub_keys"), 0);
    }

    void anErasedCustomersKeysLeaveTheHub()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company), away("away", m_company);
        a.write(3);
        const Id owner = Id::named((a.exchange.desk().toBytes().toHex() + "1").constData());
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        away.meet(hub.url());
        b.meet(hub.url());
        QTRY_VERIFY(b.isInStep() && away.isInStep());
        away.hub->stop();
        away.exchange.write(owner); // not knowing yet
        const QString count =
            "SELECT count(*) FROM hub_keys WHERE owner = '\\x" + owner.toHex() + "'";
        QVERIFY(hub.run(count).toInt() >= 1);
        b.exchange.erase(owner);
        b.hub->wake();
        QTRY_COMPARE(hub.run(count), "0");
        QTRY_COMPARE(a.exchange.entries(), 4);
        away.meet(
            hub.url()); // lays a key out with its entry, then reads that there is none any more
        QTRY_COMPARE(a.exchange.entries(), 5);
        QTRY_COMPARE(hub.run(count), "0");
        QTRY_VERIFY(a.exchange.keyHeld(owner).isEmpty() && away.exchange.keyHeld(owner).isEmpty());
    }

    void insertingAndReadingAreAllTheRightsADeskNeeds()
    {
        HubServer hub(*m_server);
        hub.run("CREATE ROLE desks LOGIN");
        hub.run("GRANT SELECT, INSERT ON hub_company, hub_feeds, hub_entries, hub_keys, hub_wanted"
                " TO desks");
        hub.run("REVOKE INSERT ON hub_company FROM desks");
        const QString url = hub.url().replace("griddesk@", "desks@");
        HubDesk a("a", m_company);
        a.write(40);
        a.meet(url);
        QTRY_VERIFY(a.isInStep());
        HubDesk b("b", m_company);
        b.meet(url);
        QTRY_COMPARE(b.exchange.entries(), 40);
        QTRY_VERIFY(b.exchange.lackingKeys(1).isEmpty());
        b.write(5);
        QTRY_COMPARE(a.exchange.entries(), 45);
        // Only an erasure wants more, and says so.
        a.exchange.erase(Id::named((a.exchange.desk().toBytes().toHex() + "1").constData()));
        a.hub->wake();
        QTRY_VERIFY(b.hub->state().text().contains("delete from hub_keys"));
        a.hub.reset();
        b.hub.reset();
        hub.run("DROP OWNED BY desks");
        hub.run("DROP ROLE desks");
    }

    void manyWhoPushTheSameAtOnceLeaveItThereOnce()
    {
        HubServer hub(*m_server);
        HubDesk source("source", m_company);
        source.write(1200);
        const auto all = source.exchange.next({}, {}, 1 << 30);
        std::vector<std::unique_ptr<HubRunner>> runners;
        for (int i = 0; i < 6; ++i) {
            const QByteArray name = "copy " + QByteArray::number(i);
            auto held = std::make_unique<support::HubExchange>(name.constData(), m_company);
            held->take(all, {}, [](const store::Receipt &) {});
            for (int own = 0; own < 20; ++own)
                held->write();
            runners.push_back(std::make_unique<HubRunner>(
                std::get<HubUrl>(HubUrl::parse(hub.url())),
                [held = std::make_shared<std::unique_ptr<support::HubExchange>>(std::move(held))] {
                    return std::unique_ptr<Exchange>(std::move(*held));
                },
                [] { return QVector<Id>(); }, HubDesk::hurry()));
        }
        for (auto &runner : runners)
            QTRY_VERIFY2_WITH_TIMEOUT(
                runner->state().phase == HubState::InStep && runner->state().pulled == 100,
                qPrintable(runner->state().text()), 30'000);
        QCOMPARE(hub.count("hub_entries"), 1320);
    }

    void runsOnAThreadOfItsOwn()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company);
        a.write(500);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        QThread *const here = QThread::currentThread();
        std::atomic<bool> wasElsewhere = false;
        HubRunner runner(
            std::get<HubUrl>(HubUrl::parse(hub.url())),
            [&] {
                wasElsewhere = QThread::currentThread() != here;
                return std::make_unique<support::HubExchange>("b", m_company);
            },
            [] { return QVector<Id>(); }, HubDesk::hurry());
        QTRY_COMPARE(runner.state().phase, HubState::InStep);
        QCOMPARE(runner.state().pulled, 500);
        QVERIFY(wasElsewhere);
        a.write(1);
        QTRY_COMPARE(runner.state().pulled, 501);
        runner.wake();
    }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"
