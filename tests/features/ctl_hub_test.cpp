// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.h"
#include "support/tool.h"

#include <QTemporaryDir>
#include <QTest>

using namespace support;
using namespace Qt::StringLiterals;

/// The tool meets a hub: sets it up, hands over what the desk holds, and says what is wrong.
class CtlHubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskHandsItsRecordToTheHub();
};

void CtlHubTest::aDeskHandsItsRecordToTheHub()
{
    if (const QString why = PostgresServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    PostgresServer server;
    QVERIFY(server.start());
    const QTemporaryDir folder;
    const Tool tool(folder.filePath(u"desk"_s));
    QCOMPARE(
        tool.run({u"init"_s, u"--company"_s, u"幸福物业公司"_s, u"--admin"_s, u"wang"_s}).code, 0);
    QCOMPARE(tool.run({u"generate"_s, u"--tickets"_s, u"50"_s, u"--seed"_s, u"1"_s}).code, 0);

    const ToolRun early = tool.run({u"hub"_s, server.url(), u"--once"_s});
    QCOMPARE(early.code, 1); // nobody has set it up
    const ToolRun made = tool.run({u"hub"_s, u"init"_s, server.url()});
    QVERIFY2(made.code == 0, made.told());
    const ToolRun met = tool.run({u"hub"_s, server.url(), u"--once"_s});
    QVERIFY2(met.code == 0, met.told());
    QCOMPARE(met.first()["state"_L1].toString(), u"in_step"_s);
    QCOMPARE(met.first()["pushed"_L1].toInteger(),
        server.run(u"SELECT count(*) FROM hub_entries"_s).trimmed().toLongLong());
    QVERIFY(met.first()["pushed"_L1].toInteger() > 50);
    // Once more there is nothing left.
    QCOMPARE(tool.run({u"hub"_s, server.url(), u"--once"_s}).first()["pushed"_L1].toInteger(), 0);
    QCOMPARE(tool.run({u"hub"_s, u"postgresql://127.0.0.1:1/none"_s, u"--once"_s}).code, 3);
}

QTEST_GUILESS_MAIN(CtlHubTest)
#include "ctl_hub_test.moc"
