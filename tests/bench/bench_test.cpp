// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QTemporaryDir>
#include <QTest>

/// Every bench, small: it ends well and prints a figure beside its baseline, with the ratio and the bars.
class BenchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsFigureBaselineAndRatio_data();
    void printsFigureBaselineAndRatio();
    void refusesWhatItIsNotAsked_data();
    void refusesWhatItIsNotAsked();
    void leavesTheDeskAlone();

private:
    QTemporaryDir m_kept; // the generated desk serves all benches
};

void BenchTest::printsFigureBaselineAndRatio_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("bars");
    QTest::newRow("save") << QStringList{"save", "--rounds", "10"} << 3;
    QTest::newRow("import") << QStringList{"import", "--rounds", "1"} << 1;
    QTest::newRow("list") << QStringList{"list", "--rounds", "3"} << 17;
    QTest::newRow("search") << QStringList{"search", "--rounds", "3"} << 18;
    QTest::newRow("start") << QStringList{"start", "--rounds", "2"} << 1;
    QTest::newRow("memory") << QStringList{"memory"} << 1;
    QTest::newRow("report") << QStringList{"report", "--rounds", "1"} << 2;
    QTest::newRow("sync-join") << QStringList{"sync-join"} << 2;
    QTest::newRow("sync-live") << QStringList{"sync-live", "--rounds", "5"} << 2;
    QTest::newRow("grids") << QStringList{"grids", "--rounds", "2"} << 2;
    QTest::newRow("people") << QStringList{"people", "--rounds", "3"} << 10;
}

void BenchTest::printsFigureBaselineAndRatio()
{
    QFETCH(QStringList, words);
    QFETCH(int, bars);
    const support::ToolRun run =
        support::Tool(m_kept.filePath("no-desk"))
            .run(QStringList{"bench"} + words
                + QStringList{"--tickets", "200", "--keep", m_kept.path()});
    QVERIFY2(run.code == 0, run.told().constData());
    const QJsonObject printed = run.first();
    QCOMPARE(printed["bench"].toString(), words.first());
    QCOMPARE(printed["tickets"].toInt(), 200);
    QVERIFY2(!printed["figure"].toObject().isEmpty(), run.output.constData());
    QVERIFY2(!printed["baseline"].toObject().isEmpty(), run.output.constData());
    QVERIFY2(printed["ratio"].toDouble() > 0, run.output.constData());
    QCOMPARE(printed["bars"].toArray().size(), bars);
}

void BenchTest::refusesWhatItIsNotAsked_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no name") << QStringList{"bench"};
    QTest::newRow("an unknown name") << QStringList{"bench", "everything"};
    QTest::newRow("no tickets") << QStringList{"bench", "list", "--tickets", "0"};
    QTest::newRow("an unknown option") << QStringList{"bench", "list", "--seed", "3"};
}

void BenchTest::refusesWhatItIsNotAsked()
{
    QFETCH(QStringList, words);
    const support::ToolRun run = support::Tool(m_kept.filePath("no-desk")).run(words);
    QCOMPARE(run.code, 2);
    QVERIFY(run.output.isEmpty());
}

void BenchTest::leavesTheDeskAlone()
{
    const support::Tool tool(m_kept.filePath("real"));
    QCOMPARE(tool.run({"init", "--company", "幸福物业公司", "--admin", "wang"}).code, 0);
    const QByteArray before = tool.run({"digest"}).output;
    QCOMPARE(
        tool.run({"bench", "report", "--tickets", "200", "--rounds", "1", "--keep", m_kept.path()})
            .code,
        0);
    QCOMPARE(tool.run({"digest"}).output, before);
}

QTEST_GUILESS_MAIN(BenchTest)

#include "bench_test.moc"
