// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serving.h"
#include "support/tool.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace support;

/// Three desks of one company, each a process of its own: invited, paired, apart, together again, one shut out.
class CtlPeersTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString deskOf(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    static QString codeFrom(const ToolRun &run)
    {
        return run.first()[QLatin1String("code")].toString();
    }
    static ToolRun pair(const Tool &tool, const QString &address, const QString &code)
    {
        return tool.run({QStringLiteral("pair"), address, QStringLiteral("--code"), code});
    }
    static ToolRun open(const Tool &tool, const char *title)
    {
        return tool.run({QStringLiteral("ticket"), QStringLiteral("open")},
            QByteArray(R"({"kind":"repair","line":"water","title":")") + title + "\"}");
    }
    static QJsonObject digest(const Tool &tool)
    {
        return tool.run({QStringLiteral("digest")}).first();
    }

private Q_SLOTS:
    void threeDesksComeTogether()
    {
        const Tool one(deskOf("one")), two(deskOf("two")), three(deskOf("three"));
        QVERIFY(
            one.run({QStringLiteral("init"), QStringLiteral("--company"), QStringLiteral("幸福"),
                        QStringLiteral("--admin"), QStringLiteral("wang")})
                .code
            == 0);
        QCOMPARE(open(one, "before").code, 0);
        const QString forTwo = codeFrom(one.run({QStringLiteral("invite")}));
        const QString forThree =
            codeFrom(one.run({QStringLiteral("invite"), QStringLiteral("--name"),
                QStringLiteral("二楼"), QStringLiteral("--prefix"), QStringLiteral("A3")}));
        {
            Serving serving(one.desk());
            const ToolRun paired = pair(two, serving.address(), forTwo);
            QVERIFY2(paired.code == 0, paired.told());
            QCOMPARE(paired.first()[QLatin1String("company")].toString(), QStringLiteral("幸福"));
            QCOMPARE(paired.first()[QLatin1String("prefix")].toString(), QStringLiteral("02"));
            const ToolRun other = pair(three, serving.address(), forThree);
            QVERIFY2(other.code == 0, other.told());
            QCOMPARE(other.first()[QLatin1String("name")].toString(), QStringLiteral("二楼"));
            QCOMPARE(serving.end(), 0);
        }
        // Apart: each takes something in.
        const ToolRun opened = open(two, "at two");
        QVERIFY2(opened.code == 0, opened.told());
        QVERIFY(
            opened.first()[QLatin1String("number")].toString().startsWith(QStringLiteral("02A-")));
        QCOMPARE(open(three, "at three").code, 0);
        QCOMPARE(open(one, "at one").code, 0);
        // Two and three never meet; what they did goes by one.
        {
            Serving serving(one.desk());
            for (const Tool *tool : {&two, &three, &two}) {
                const ToolRun run = tool->run(
                    {QStringLiteral("sync"), serving.address(), QStringLiteral("--once")});
                QVERIFY2(run.code == 0, run.told());
            }
            QCOMPARE(serving.end(), 0);
        }
        QCOMPARE(digest(two), digest(one));
        QCOMPARE(digest(three), digest(one));
        for (const Tool *tool : {&one, &two, &three}) {
            QCOMPARE(tool->run({QStringLiteral("tickets"), QStringLiteral("--count")})
                         .first()[QLatin1String("count")]
                         .toInt(),
                4);
            const ToolRun verified = tool->run({QStringLiteral("verify")});
            QVERIFY2(verified.code == 0, verified.told());
        }
        // One is shut out.
        QCOMPARE(one.run({QStringLiteral("revoke"), QStringLiteral("A3"),
                             QStringLiteral("--reason"), QStringLiteral("lost")})
                     .code,
            0);
        Serving serving(one.desk());
        const ToolRun refused =
            three.run({QStringLiteral("sync"), serving.address(), QStringLiteral("--once")});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.error.contains(QStringLiteral("revoked")), refused.told());
    }

    void codesThatAreNoGood_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << "12345"
                              << "no code of an invitation";
        QTest::newRow("mistyped") << "00000-00000-00000-00000-00000-00000-00000"
                                  << "mistyped";
    }

    void codesThatAreNoGood()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        const Tool fresh(deskOf("fresh"));
        const ToolRun run = pair(fresh, QStringLiteral("127.0.0.1:1"), code);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(words), run.told());
        QVERIFY(!QDir(fresh.desk()).exists(QStringLiteral("desk.secrets")));
    }

    void whoMayInvite()
    {
        const Tool tool(deskOf("rights"));
        QCOMPARE(tool.run({QStringLiteral("init"), QStringLiteral("--company"), QStringLiteral("c"),
                              QStringLiteral("--admin"), QStringLiteral("wang")})
                     .code,
            0);
        QCOMPARE(
            tool.run({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("login=li"),
                         QStringLiteral("name=Li"), QStringLiteral("role=clerk")})
                .code,
            0);
        const ToolRun clerk =
            tool.run({QStringLiteral("--as"), QStringLiteral("li"), QStringLiteral("invite")});
        QCOMPARE(clerk.code, 1);
        const ToolRun grids = tool.run(
            {QStringLiteral("invite"), QStringLiteral("--scope"), QStringLiteral("grids")});
        QCOMPARE(grids.code, 1);
        QVERIFY2(grids.error.contains(QStringLiteral("which grids")), grids.told());
        QCOMPARE(tool.run({QStringLiteral("revoke"), QStringLiteral("01")}).code, 1);
        QCOMPARE(tool.run({QStringLiteral("revoke"), QStringLiteral("99")}).code, 1);
        QCOMPARE(tool.run({QStringLiteral("serve")}).code, 2);
        QCOMPARE(tool.run({QStringLiteral("serve"), QStringLiteral("--listen"),
                              QStringLiteral("nowhere")})
                     .code,
            2);
        QCOMPARE(tool.run({QStringLiteral("sync"), QStringLiteral("127.0.0.1:1"),
                              QStringLiteral("--once")})
                     .code,
            3);
    }
};

QTEST_GUILESS_MAIN(CtlPeersTest)
#include "ctl_peers_test.moc"
