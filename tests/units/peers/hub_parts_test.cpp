// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_notice.h"
#include "peers/hub_url.h"

#include <QTest>

using namespace peers;

/// The hub's small parts that need no server: its address and what desks call out to each other.
class HubPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress()
    {
        const auto parsed = HubUrl::parse(
            "postgresql://desk:p%40ss%2F%3B@one.example:5433,two,[::1]:6000/hub?sslmode=require");
        QVERIFY(std::holds_alternative<HubUrl>(parsed));
        const HubUrl url = std::get<HubUrl>(parsed);
        QCOMPARE(url.hosts(), "one.example,two,::1");
        QCOMPARE(url.ports(), "5433,5432,6000");
        QCOMPARE(url.user(), "desk");
        QCOMPARE(url.password(), "p@ss/;");
        QCOMPARE(url.database(), "hub");
        QVERIFY(url.options().contains("sslmode='require'"));
        QVERIFY(url.options().contains("target_session_attrs='read-write'"));
        QVERIFY(!url.shown().contains("p@ss"));
        QVERIFY(!url.options().contains("p@ss"));
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << ""
                                 << "no address";
        QTest::newRow("another scheme") << "mysql://host/hub"
                                        << "no address";
        QTest::newRow("no database") << "postgresql://host"
                                     << "no address";
        QTest::newRow("no host") << "postgresql:///hub"
                                 << "no host";
        QTest::newRow("a port that is none") << "postgresql://host:99999/hub"
                                             << "no host";
        QTest::newRow("an option that isn't ours")
            << "postgresql://host/hub?options=-csynchronous_commit%3Doff"
            << "options";
        QTest::newRow("an option that breaks out")
            << "postgresql://host/hub?sslmode=a%3Bhost%3Dother"
            << "sslmode";
        QTest::newRow("too long") << "postgresql://host/" + QString(5000, 'x') << "no address";
        QTest::newRow("too many hosts")
            << "postgresql://" + QString("host,").repeated(20) + "host/hub"
            << "hosts";
    }

    void refusesWhatIsNone()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto parsed = HubUrl::parse(text);
        QVERIFY(std::holds_alternative<domain::Refusal>(parsed));
        const auto refusal = std::get<domain::Refusal>(parsed);
        QVERIFY2(refusal.what.contains(says), qPrintable(refusal.what));
        QVERIFY(!refusal.advice.isEmpty());
    }

    void noticesComeBackAsTheyWere()
    {
        HubNotice notice{HubNotice::Entries, Id::named("desk"), {{Id::named("feed"), 17}}};
        const HubNotice back = HubNotice::decoded(notice.encoded());
        QCOMPARE(back.kind, notice.kind);
        QVERIFY(back.from == notice.from && back.feeds == notice.feeds);
        for (int i = 0; i < 300; ++i)
            notice.feeds.insert(Id::named(QByteArray::number(i).constData()), i);
        QVERIFY(notice.encoded().size() < 8000);
        QVERIFY(HubNotice::decoded(notice.encoded()).feeds.isEmpty());
    }

    void whateverElseIsCalledOutMeansLookAtAll_data()
    {
        QTest::addColumn<QString>("text");
        const QString desk = Id::named("desk").toHex();
        QTest::newRow("nothing") << "";
        QTest::newRow("a word") << "hello";
        QTest::newRow("no desk") << "e1234";
        QTest::newRow("no feed") << "e" + desk + ",abc";
        QTest::newRow("no sequence") << "e" + desk + "," + desk;
        QTest::newRow("long") << QString(100'000, ',');
    }

    void whateverElseIsCalledOutMeansLookAtAll()
    {
        QFETCH(QString, text);
        const HubNotice notice = HubNotice::decoded(text);
        QCOMPARE(notice.kind, HubNotice::Entries);
        QVERIFY(notice.feeds.isEmpty());
    }
};

QTEST_GUILESS_MAIN(HubPartsTest)
#include "hub_parts_test.moc"
