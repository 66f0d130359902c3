// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/peers/hub_support.h"

using namespace peers;
using support::HubCompany;
using support::PostgresServer;

/// A hub that lies: somebody with every right on its database changed rows. Nothing wrong gets in, the rest does, and what is
/// wrong is named.
class HubLiesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PostgresServer> m_server;
    std::shared_ptr<HubCompany> m_company;

    static QString hex(const Id &id) { return u"'\\x"_qs + id.toHex() + u"'::bytea"_qs; }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = PostgresServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_server = std::make_unique<PostgresServer>();
    }

    void init() { m_company = std::make_shared<HubCompany>(); }

    void nothingWrongGetsIn_data()
    {
        QTest::addColumn<QString>("lie"); // %1: the feed
        QTest::addColumn<int>("kept"); // of its 40 entries
        QTest::addColumn<QString>("says");
        const QString at20 = " WHERE feed = %1 AND sequence = 20";
        QTest::newRow("a byte of an entry") << "UPDATE hub_entries SET bytes = set_byte(bytes, "
                                               "200, (get_byte(bytes, 200) + 1) % 256)"
                + at20 << 19 << "entry 20";
        QTest::newRow("an entry that is none")
            << "UPDATE hub_entries SET bytes = '\\x00'" + at20 << 19 << "entry 20";
        QTest::newRow("a signature")
            << "UPDATE hub_entries SET signature = set_byte(signature, 5, 0)" + at20 << 19
            << "a signature that isn't the desk's";
        QTest::newRow("a hash")
            << "UPDATE hub_entries SET hash = set_byte(set_byte(hash, 0, 1), 1, 1)" + at20 << 19
            << "entry 20";
        QTest::newRow("the first entry")
            << "UPDATE hub_entries SET signature = set_byte(signature, 5, 0)"
               " WHERE feed = %1 AND sequence = 1"
            << 0 << "entry 1";
        QTest::newRow("a missing middle")
            << "DELETE FROM hub_entries WHERE feed = %1 AND sequence BETWEEN 20 AND 22" << 19
            << "lacks entries 20 to 22";
        QTest::newRow("a missing beginning")
            << "DELETE FROM hub_entries WHERE feed = %1 AND sequence < 3" << 0
            << "lacks entries 1 to 2";
        QTest::newRow("a missing end") // that is no lie: nobody can tell from never having had it
            << "DELETE FROM hub_entries WHERE feed = %1 AND sequence > 30" << 30 << "";
        QTest::newRow("another entry in its place")
            << "UPDATE hub_entries SET bytes = o.bytes, hash = o.hash, signature = o.signature"
               " FROM (SELECT * FROM hub_entries WHERE feed = %1 AND sequence = 10) o"
               " WHERE hub_entries.feed = %1 AND hub_entries.sequence = 20"
            << 19 << "entry 20";
        QTest::newRow("an entry of another feed")
            << "UPDATE hub_entries SET bytes = o.bytes, hash = o.hash, signature = o.signature"
               " FROM (SELECT * FROM hub_entries WHERE feed <> %1 AND sequence = 1 LIMIT 1) o"
               " WHERE hub_entries.feed = %1 AND hub_entries.sequence = 20"
            << 19 << "entry 20";
        QTest::newRow("a head that isn't there")
            << "INSERT INTO hub_entries SELECT feed, 9000, depth, hash, signature, bytes"
               " FROM hub_entries"
                + at20
            << 40 << "lacks entries 41 to 8999";
        QTest::newRow("depths")
            << "UPDATE hub_entries SET depth = 9223372036854775807 - sequence WHERE feed = %1" << 40
            << "";
        QTest::newRow("feeds that nobody has")
            << "INSERT INTO hub_feeds VALUES (decode(md5('x'), 'hex'), decode(md5('y'), 'hex'), "
               "decode(md5('x'), 'hex'), 0);"
               "INSERT INTO hub_entries SELECT decode(md5('x'), 'hex'), 1, depth, hash, signature,"
               " bytes FROM hub_entries"
                + at20
            << 40 << "entry 1 of feed";
        QTest::newRow("a branch that is none")
            << "INSERT INTO hub_feeds SELECT decode(md5('x'), 'hex'), desk, feed, 5 FROM hub_feeds"
               " WHERE feed = %1;"
               "INSERT INTO hub_entries SELECT decode(md5('x'), 'hex'), sequence, depth, hash,"
               " signature, bytes FROM hub_entries WHERE feed = %1 AND sequence > 5"
            << 40 << "";
        QTest::newRow("a key that is none") << "UPDATE hub_keys SET box = '\\x00' WHERE owner = "
                                               "(SELECT owner FROM hub_keys LIMIT 1)"
                                            << 40 << "is none";
        QTest::newRow("a key for somebody else") << "UPDATE hub_keys SET box = o.box FROM (SELECT "
                                                    "* FROM hub_keys ORDER BY owner LIMIT 1) o"
                                                    " WHERE hub_keys.owner <> o.owner"
                                                 << 40 << "is none";
    }

    void nothingWrongGetsIn()
    {
        QFETCH(QString, lie);
        QFETCH(int, kept);
        QFETCH(QString, says);
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company), reader("reader", m_company);
        a.write(40);
        b.write(60);
        for (HubDesk *desk : {&a, &b}) {
            desk->meet(hub.url());
            QTRY_VERIFY(desk->isInStep());
            desk->hub->stop();
        }
        QVERIFY(hub.run(lie.replace("%1", hex(a.exchange.feed()))) != "refused");
        auto pace = HubDesk::hurry();
        pace.bytes = 3'000;
        reader.meet(hub.url(), pace);
        QTRY_VERIFY(reader.isInStep());
        const auto here = reader.exchange.hashes(a.exchange.feed());
        QCOMPARE(here, a.exchange.hashes(a.exchange.feed()).first(kept));
        QCOMPARE(reader.exchange.hashes(b.exchange.feed()), b.exchange.hashes(b.exchange.feed()));
        QCOMPARE(reader.exchange.entries(), kept + 60);
        const QString told = reader.hub->state().text();
        QVERIFY2(told.contains(says), qPrintable(told));
        QCOMPARE(reader.hub->state().faults.isEmpty(), says.isEmpty());
    }

    void aLieIsRepairedByTakingTheTailAway()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), reader("reader", m_company);
        a.write(40);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        hub.run("UPDATE hub_entries SET bytes = '\\x00' WHERE sequence = 20");
        reader.meet(hub.url());
        QTRY_VERIFY(reader.isInStep());
        QCOMPARE(reader.exchange.entries(), 19);
        a.hub->stop();
        reader.hub->stop();
        hub.run("DELETE FROM hub_entries WHERE sequence >= 20");
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        reader.meet(hub.url());
        QTRY_VERIFY(reader.isInStep());
        QCOMPARE(reader.exchange.entries(), 40);
        QVERIFY(reader.hub->state().faults.isEmpty());
    }

    void whatWasTakenOutIsPushedAgainAtTheNextLook()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company);
        a.write(40);
        auto pace = HubDesk::hurry();
        pace.look_ms = 100;
        a.meet(hub.url(), pace);
        QTRY_VERIFY(a.isInStep());
        hub.run("DELETE FROM hub_entries WHERE sequence >= 20");
        QTRY_COMPARE(hub.count("hub_entries"), 40);
    }

    void aChangedEntryIsNoticedByWhoHoldsTheTrueOne()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company);
        a.write(40);
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        a.hub->stop();
        hub.run("UPDATE hub_entries SET hash = decode(md5('a') || md5('b'), 'hex') WHERE sequence "
                "= 40");
        a.meet(hub.url());
        QTRY_VERIFY(a.isInStep());
        QVERIFY2(a.hub->state().text().contains("entry 40"), qPrintable(a.hub->state().text()));
        QCOMPARE(a.exchange.entries(), 40);
    }

    void floodsOfNoticesAndWordsDoNoHarm()
    {
        HubServer hub(*m_server);
        HubDesk a("a", m_company), b("b", m_company);
        a.write(10);
        a.meet(hub.url());
        b.meet(hub.url());
        QTRY_VERIFY(a.isInStep() && b.isInStep());
        for (const char *words : {"", "nonsense", "e", "k00", "q"})
            hub.run(u"NOTIFY griddesk_hub, '%1'"_qs.arg(QLatin1StringView(words)));
        hub.run("SELECT pg_notify('griddesk_hub', repeat('x', 500) || n) FROM generate_series(1, "
                "200) n");
        a.write(1);
        QTRY_COMPARE(b.exchange.entries(), 11);
    }
};

QTEST_GUILESS_MAIN(HubLiesTest)
#include "hub_lies_test.moc"
