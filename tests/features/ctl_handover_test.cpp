// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace support;
using namespace Qt::StringLiterals;

/// A shift handed over by scripts and people at a terminal: gathered, signed with each one's own key, taken over by somebody else,
/// printed; and what is refused on the way.
class CtlHandoverTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Tool m_tool{m_folder.filePath(u"desk"_s)};
    QString m_number;

    ToolRun runAs(const QString &login, const QStringList &words) const
    {
        qputenv("GRIDDESK_PASSWORD", (login + u"-2026"_s).toUtf8());
        return m_tool.run(QStringList{u"--as"_s, login} + words);
    }
    ToolRun ok(const QString &login, const QStringList &words, const QByteArray &input = {}) const
    {
        qputenv("GRIDDESK_PASSWORD", (login + u"-2026"_s).toUtf8());
        const ToolRun run = m_tool.run(QStringList{u"--as"_s, login} + words, input);
        if (run.code != 0)
            QTest::qFail(run.told().constData(), __FILE__, __LINE__);
        return run;
    }
    static QString today()
    {
        return QDateTime::currentDateTimeUtc()
            .toTimeZone(QTimeZone("Asia/Shanghai"))
            .toString(u"yyyy-MM-dd"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("GRIDDESK_PASSWORD", "wang-2026");
        const ToolRun founded =
            m_tool.run({u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s});
        QVERIFY2(founded.code == 0, founded.told());
        for (const QString &login : {u"fang"_s, u"zhou"_s}) {
            qputenv("GRIDDESK_NEW_PASSWORD", (login + u"-2026"_s).toUtf8());
            ok(u"wang"_s, {u"account"_s, u"add"_s, login, u"name="_s + login, u"role=clerk"_s});
        }
        qunsetenv("GRIDDESK_NEW_PASSWORD");
        ok(u"wang"_s, {u"staff"_s, u"add"_s, u"login=sun"_s, u"name=孙丽"_s, u"role=clerk"_s});
        ok(u"wang"_s,
            {u"roster"_s, u"add"_s, u"person=fang"_s, u"day="_s + today(), u"shift=值"_s});
        m_number = ok(u"fang"_s, {u"ticket"_s, u"open"_s},
            R"({"kind":"repair","line":"water","title":"厨房漏水"})"
            "\n")
                       .first()["number"]
                       .toString();
        ok(u"fang"_s,
            {u"duty_log"_s, u"add"_s, u"at="_s + today(), u"kind=missed_call"_s,
                u"what=夜里来电未接上"_s, u"phone=13900139000"_s, u"by=fang"_s, u"open=true"_s});
    }

    void theRosterSaysWhoIsOnDuty()
    {
        for (const QJsonObject &one : ok(u"zhou"_s, {u"duty"_s}).lines)
            QCOMPARE(one["person"].toObject()["login"].toString(), u"fang"_s);
    }

    void theLogCoversNumbers()
    {
        const ToolRun run = ok(u"zhou"_s, {u"duty_log"_s});
        QCOMPARE(run.lines.size(), 1);
        QVERIFY(!run.output.contains("13900139000"));
        // What is settled says what came of it.
        const QString id = run.first()["id"].toString();
        const ToolRun silent =
            runAs(u"zhou"_s, {u"duty_log"_s, u"set"_s, id, u"settled="_s + today()});
        QCOMPARE(silent.code, 1);
    }

    void nobodyHandsOverWithoutTheOwnKey()
    {
        qunsetenv("GRIDDESK_PASSWORD");
        const ToolRun run = m_tool.run({u"--as"_s, u"sun"_s, u"handover"_s, u"give"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(u"signature"_s), run.told());
        QCOMPARE(ok(u"fang"_s, {u"handover"_s, u"list"_s}).lines.size(), 0);
    }

    void itIsGivenTakenAndPrinted()
    {
        const QJsonObject given = ok(u"fang"_s,
            {u"handover"_s, u"give"_s, u"--where"_s, u"值班室"_s, u"--watch"_s, u"看泵房"_s})
                                      .first();
        QVERIFY(given["taken_by"].isNull());
        QCOMPARE(given["given_by"].toObject()["login"].toString(), u"fang"_s);
        QCOMPARE(given["shift"].toString(), u"值"_s);
        QVERIFY(given["promises"].toArray()[0].toString().contains(m_number));
        QCOMPARE(given["calls"].toArray().size(), 1);
        QVERIFY(!given["calls"].toArray()[0].toString().contains(u"139"_s));
        const QString id = given["id"].toString();
        // Not by oneself.
        const ToolRun self = runAs(u"fang"_s, {u"handover"_s, u"take"_s, id});
        QCOMPARE(self.code, 1);
        QCOMPARE(runAs(u"fang"_s, {u"handover"_s, u"take"_s}).code, 1);
        QCOMPARE(ok(u"zhou"_s, {u"handover"_s, u"list"_s, u"--waiting"_s, u"--count"_s})
                     .first()["count"]
                     .toInt(),
            1);
        const QString pdf = m_folder.filePath(u"handover.pdf"_s);
        const QJsonObject taken = ok(
            u"zhou"_s, {u"handover"_s, u"take"_s, u"--remark"_s, u"已当面交接"_s, u"--pdf"_s, pdf})
                                      .first();
        QCOMPARE(taken["id"].toString(), id);
        QCOMPARE(taken["taken_by"].toObject()["login"].toString(), u"zhou"_s);
        QCOMPARE(taken["watch"].toString(), u"看泵房"_s);
        QVERIFY(QFile(pdf).size() > 1000);
        // What both signed stands, and nothing waits any more.
        QCOMPARE(runAs(u"zhou"_s, {u"handovers"_s, u"set"_s, id, u"remark=别的"_s}).code, 1);
        QCOMPARE(runAs(u"zhou"_s, {u"handover"_s, u"take"_s}).code, 1);
        QVERIFY(ok(u"wang"_s, {u"verify"_s}).code == 0);
    }

    void whatIsNotThereIsSaid()
    {
        const ToolRun unknown = runAs(u"zhou"_s, {u"handover"_s, u"show"_s, u"00"_s});
        QCOMPARE(unknown.code, 1);
        QCOMPARE(unknown.error.trimmed().count(u'\n'), 0);
        QCOMPARE(runAs(u"zhou"_s, {u"handover"_s, u"juggle"_s}).code, 2);
    }
};

QTEST_GUILESS_MAIN(CtlHandoverTest)
#include "ctl_handover_test.moc"
