// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"
#include "support/postgres_server.h"

#include "domain/desks.h"
#include "peers/desk_exchange.h"
#include "peers/hub.h"
#include "peers/hub_schema.h"

#include <QtTest>

using namespace domain;
using namespace support;

/// Real desks with their real records over a real hub. What the hub's own tests give it is made up.
class HubDesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deskAndHubComeIntoStep();
    void aRunUnderOneSignatureIsPulledWhole();
    void aFeedWrittenTwiceComesThroughTheHub();
    void whoKnowsThatItPartsPushesBothSides();

private:
    /// Until both hold the same; what the hub said that isn't so.
    QStringList meet(DesksTogether &company, int number, qsizetype bytes = 1 << 20);

    std::unique_ptr<PostgresServer> m_server;
    int m_databases = 0;
    QString m_database;
};

void HubDesksTest::initTestCase()
{
    if (const QString why = PostgresServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_server = std::make_unique<PostgresServer>();
    QVERIFY(m_server->start());
}

QStringList HubDesksTest::meet(DesksTogether &company, int number, qsizetype bytes)
{
    Desk &desk = company.desk(number);
    const auto url = std::get<peers::HubUrl>(peers::HubUrl::parse(m_server->url(m_database)));
    const auto exchange = peers::exchangeOf(desk);
    if (const auto refusal = peers::initHub(url, exchange->introduction()))
        return {refusal->text()};
    const auto desks = [&desk] {
        QVector<Id> all;
        for (const store::NumberedRow &row : desk.read().findRows(Register::Desk))
            all << row.row.id;
        return all;
    };
    peers::Hub hub(*exchange, url, desks, {.bytes = bytes});
    QStringList said;
    QEventLoop loop;
    connect(&hub, &peers::Hub::inStep, &loop, &QEventLoop::quit);
    connect(&hub, &peers::Hub::broke, &loop, [&](const Refusal &why) {
        said << why.text();
        loop.quit();
    });
    QMetaObject::invokeMethod(&hub, &peers::Hub::start, Qt::QueuedConnection);
    loop.exec();
    return said + hub.state().faults;
}

void HubDesksTest::deskAndHubComeIntoStep()
{
    m_database = QStringLiteral("hub%1").arg(++m_databases);
    m_server->run(u"CREATE DATABASE "_qs + m_database);
    DesksTogether company(2);
    for (int i = 0; i < 20; ++i)
        company.openTicket(i % 2, QStringLiteral("漏水%1").arg(i));
    for (const int number : {0, 1, 0})
        QCOMPARE(meet(company, number), QStringList());
    QVERIFY(company.agree());
}

void HubDesksTest::aRunUnderOneSignatureIsPulledWhole()
{
    m_database = QStringLiteral("hub%1").arg(++m_databases);
    m_server->run(u"CREATE DATABASE "_qs + m_database);
    DesksTogether company(3);
    // The second desk reaches the first alone, by whom its entries come to the hub: with one signature for all of them.
    for (int i = 0; i < 60; ++i)
        company.openTicket(1, QStringLiteral("停水%1").arg(i));
    company.hand(1, 0, 1 << 20);
    company.openTicket(0, u"停电"_qs);
    QCOMPARE(meet(company, 0), QStringList());
    const QByteArray bare = m_server->run(
        u"SELECT count(*) FROM hub_entries WHERE length(signature) = 0"_qs, m_database);
    QVERIFY2(bare.trimmed().toInt() > 50, bare.constData());
    // The third one takes it in small helpings.
    QCOMPARE(meet(company, 2, 2000), QStringList());
    QCOMPARE(company.fault(2), QString());
    company.hand(0, 1);
    QVERIFY(company.agree());
}

/// The original and its copy only share the hub, and each of the others meets it at another moment.
void HubDesksTest::aFeedWrittenTwiceComesThroughTheHub()
{
    m_database = QStringLiteral("hub%1").arg(++m_databases);
    m_server->run(u"CREATE DATABASE "_qs + m_database);
    DesksTogether company(3);
    for (int i = 0; i < 10; ++i)
        company.openTicket(1, QStringLiteral("共同%1").arg(i));
    const int twin = company.copy(1);
    for (int i = 0; i < 12; ++i)
        company.openTicket(i % 2 ? 1 : twin, QStringLiteral("两处%1").arg(i));
    // The second round tells the two that they are two, and each goes on in a feed of its own.
    for (const int number : {1, 0, twin, 2, 0, 1, twin, 2, 0, 1, twin})
        QCOMPARE(meet(company, number, 2000), QStringList());
    QCOMPARE(company.faults(), QString());
    // Once everybody holds everything, nothing goes to and fro any more.
    const auto entries = [this] {
        return m_server->run(u"SELECT count(*) FROM hub_entries"_qs, m_database).trimmed().toInt();
    };
    const int there = entries();
    for (int number = 0; number < company.count(); ++number)
        QCOMPARE(meet(company, number), QStringList());
    QCOMPARE(entries(), there);
}

void HubDesksTest::whoKnowsThatItPartsPushesBothSides()
{
    m_database = QStringLiteral("hub%1").arg(++m_databases);
    m_server->run(u"CREATE DATABASE "_qs + m_database);
    DesksTogether company(3);
    for (int i = 0; i < 5; ++i)
        company.openTicket(1, QStringLiteral("共同%1").arg(i));
    const int twin = company.copy(1);
    for (int i = 0; i < 6; ++i)
        company.openTicket(i % 2 ? 1 : twin, QStringLiteral("两处%1").arg(i));
    company.hand(1, 0, 1 << 20); // in one parcel, so under one signature
    company.hand(twin, 0, 1 << 20);
    for (const int number : {0, 2})
        QCOMPARE(meet(company, number, 1000), QStringList());
    company.meetAll();
    QCOMPARE(company.faults(), QString());
}

QTEST_GUILESS_MAIN(HubDesksTest)
#include "hub_desks_test.moc"
