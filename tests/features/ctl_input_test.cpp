// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QTest>

using support::Tool;
using support::ToolRun;

/// Wrong usage and bad input: the right exit code, one line, and the desk as before.
class CtlInputTest : public QObject, private CtlCompany
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { found(); }

    void helpNamesEveryCommand();
    void badInputIsRefused_data();
    void badInputIsRefused();
};

void CtlInputTest::helpNamesEveryCommand()
{
    const ToolRun help = Tool(desk()).runBare({"help"});
    QCOMPARE(help.code, 0);
    for (const char *command :
        {"init", "import", "ticket open", "tickets", "restore", "report", "bench"})
        QVERIFY2(help.output.contains(command), command);
    QCOMPARE(Tool(desk()).runBare({"--help"}).output, help.output);
    QVERIFY(ok({"--text", "staff", "show", "li"}).output.contains("name: 李组长\n"));
}

void CtlInputTest::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");

    QTest::newRow("no command") << QStringList{} << QByteArray() << 2 << "command";
    QTest::newRow("unknown command") << QStringList{"brew"} << QByteArray() << 2 << "brew";
    QTest::newRow("unknown option")
        << QStringList{"digest", "--fast"} << QByteArray() << 2 << "--fast";
    QTest::newRow("option without value")
        << QStringList{"tickets", "--limit"} << QByteArray() << 2 << "--limit";
    QTest::newRow("limit that is no count")
        << QStringList{"tickets", "--limit", "many"} << QByteArray() << 2 << "many";
    QTest::newRow("unknown person")
        << QStringList{"--as", "nobody", "digest"} << QByteArray() << 1 << "nobody";
    QTest::newRow("founded twice")
        << QStringList{"init", "--company", "x", "--admin", "y"} << QByteArray() << 1 << "already";
    QTest::newRow("founded without admin")
        << QStringList{"init", "--company", "x"} << QByteArray() << 2 << "--admin";
    QTest::newRow("unknown ticket")
        << QStringList{"ticket", "show", "99Z-1"} << QByteArray() << 1 << "99Z-1";
    QTest::newRow("unknown filter")
        << QStringList{"tickets", "--where", "colour=red"} << QByteArray() << 1 << "colour";
    QTest::newRow("unknown sort") << QStringList{"tickets", "--sort", "colour"} << QByteArray() << 1
                                  << "colour";
    QTest::newRow("unknown column") << QStringList{"tickets", "--search", "x", "--in", "colour"}
                                    << QByteArray() << 1 << "colour";
    QTest::newRow("no such day") << QStringList{"tickets", "--where", "from=2018-02-30"}
                                 << QByteArray() << 1 << "from";
    QTest::newRow("unknown choice")
        << QStringList{"tickets", "--where", "kind=party"} << QByteArray() << 1 << "party";
    QTest::newRow("field without value")
        << QStringList{"staff", "add", "login"} << QByteArray() << 2 << "login";
    QTest::newRow("field of another register")
        << QStringList{"staff", "add", "colour=red"} << QByteArray() << 1 << "colour";

    const QStringList open{"ticket", "open"};
    QTest::newRow("nothing") << open << QByteArray() << 1 << "empty";
    QTest::newRow("no JSON") << open << QByteArray("kind=repair") << 1 << "Line 1";
    QTest::newRow("missing file") << QStringList{"ticket", "open", "--file", "/nowhere/a.json"}
                                  << QByteArray() << 1 << "/nowhere/a.json";
    QTest::newRow("folder") << QStringList{"ticket", "open", "--file", "/"} << QByteArray() << 1
                            << "folder";
    QTest::newRow("unknown field")
        << open << QByteArray(R"({"kind":"repair","colour":"red"})") << 1 << "colour";
    QTest::newRow("unknown customer field")
        << open << QByteArray(R"({"kind":"repair","title":"x","customer":{"age":3}})") << 1
        << "age";
    QTest::newRow("no such time")
        << open << QByteArray(R"({"kind":"repair","title":"x","happened_at":"2018-02-30"})") << 1
        << "happened_at";
    QTest::newRow("no such grid") << open
                                  << QByteArray(R"({"kind":"repair","title":"x","grid":"G99"})")
                                  << 1 << "G99";
    QTest::newRow("no number") << open
                               << QByteArray(R"({"kind":"repair","title":"x","lon":"east"})") << 1
                               << "lon";
    QTest::newRow("own number") << open
                                << QByteArray(R"({"kind":"repair","title":"x","number":"1"})") << 1
                                << "number";
    QTest::newRow("value within") << open << QByteArray(R"({"kind":"repair","title":["x"]})") << 1
                                  << "title";
}

void CtlInputTest::badInputIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QString before = projection();
    const ToolRun refused = run(words, input);
    QVERIFY2(refused.code == code, refused.told());
    QVERIFY2(refused.error.contains(says), refused.told());
    QCOMPARE(refused.error.count('\n'), 1);
    QVERIFY2(refused.output.isEmpty(), refused.told());
    QCOMPARE(projection(), before);
}

QTEST_GUILESS_MAIN(CtlInputTest)
#include "ctl_input_test.moc"
