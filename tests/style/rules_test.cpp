// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/catalogue.h"
#include "style/layering.h"
#include "style/project.h"
#include "style/wording.h"

#include <QTest>

using namespace style;

// Bad text planted for each rule of tests/style, to show that the rule can fail, and good text beside
// it, to show that it can pass. Forbidden words are put together from halves, since this file keeps the rules too.
class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includes_data();
    void includes();
    void links_data();
    void links();
    void words_data();
    void words();
    void licenceComesFirst();
    void complaintNamesFileAndLine();
    void translations_data();
    void translations();
    void textsThatOneFileLacks();
    void strangerAtTop();
    void version_data();
    void version();
};

namespace
{

using Rule = QStringList (*)(const Source &);

Source tsWith(const QString &messages)
{
    return {
        "t.ts", "<TS version=\"2.1\"><context><name>Page</name>" + messages + "</context></TS>"};
}

} // namespace

Q_DECLARE_METATYPE(Rule)

void RulesTest::includes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char *path, const char *include, bool allowed) {
        QTest::addRow("%s %s %s", path, allowed ? "may have" : "may not have", include)
            << path << include << allowed;
    };
    row("models/domain/a.cpp", "\"domain/id.h\"", true);
    row("models/domain/a.cpp", "\"store/reader.h\"", false);
    row("models/record/a.cpp", "\"domain/id.h\"", true);
    row("models/record/a.cpp", "\"store/reader.h\"", false);
    row("models/store/a.cpp", "\"record/entry.h\"", true);
    row("models/store/a.cpp", "\"desk.h\"", false);
    row("models/items/a.cpp", "\"store/reader.h\"", true);
    row("models/items/a.cpp", "\"record/entry.h\"", false);
    row("models/reports/a.cpp", "\"items/list.h\"", false);
    row("models/exchange/a.cpp", "\"desk.h\"", true);
    row("models/exchange/a.cpp", "\"record/entry.h\"", false);
    row("models/desk.cpp", "\"store/committer.h\"", true);
    row("models/desk.cpp", "\"exchange/table.h\"", false);
    row("models/items/a.cpp", "\"look/theme.h\"", false);
    row("models/cellar/a.cpp", "\"domain/id.h\"", false);
    row("ui/shell/a.cpp", "\"desk.h\"", true);
    row("ui/shell/a.cpp", "\"look/theme.h\"", true);
    row("ui/shell/a.cpp", "\"store/reader.h\"", false);
    row("ui/shell/a.cpp", "\"record/entry.h\"", false);
    row("ui/shell/a.cpp", "\"exchange/table.h\"", false);
    row("ui/transfer/a.cpp", "\"exchange/table.h\"", true);
    row("ui/transfer/a.cpp", "\"store/reader.h\"", false);
    row("ui/start/a.cpp", "\"exchange/table.h\"", true);
    row("ui/start/a.cpp", "\"transfer/import_task.h\"", true);
    row("app/main.cpp", "\"store/committer.h\"", true);
    row("ui/shell/a.cpp", "\"record/entry.h\"", false);
    row("models/store/a.cpp", "\"../record/entry.h\"", false);
    row("models/store/a.cpp", "\"a.moc\"", true);
    row("tests/units/store/a_test.cpp", "\"record/entry.h\"", true);

    row("models/domain/a.cpp", "<QString>", true);
    row("models/domain/a.cpp", "<vector>", true);
    row("models/domain/a.cpp", "<QSqlQuery>", false);
    row("models/domain/a.cpp", "<sqlite3.h>", false);
    row("models/items/a.cpp", "<QColor>", false);
    row("models/items/a.cpp", "<QtWidgets/QWidget>", false);
    row("models/reports/a.cpp", "<QSqlDatabase>", false);
    row("models/store/a.cpp", "<QSqlQuery>", true);
    row("models/store/a.cpp", "<sqlite3.h>", true);
    row("ui/shell/a.cpp", "<QWidget>", true);
    row("ui/shell/a.cpp", "<QtSql/QSqlQuery>", false);
}

void RulesTest::includes()
{
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(bool, allowed);
    QCOMPARE(forbiddenIncludes({path, "#pragma once\n  # include " + include + "\n"}).isEmpty(),
        allowed);
}

void RulesTest::links_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("what the layer may use")
        << "models/store/CMakeLists.txt"
        << "griddesk_layer(store griddesk_record Qt6::Sql PkgConfig::SQLITE)" << true;
    QTest::newRow("a layer above") << "models/domain/CMakeLists.txt"
                                   << "griddesk_layer(domain griddesk_store)" << false;
    QTest::newRow("widgets below the window")
        << "models/items/CMakeLists.txt"
        << "griddesk_layer(items griddesk_store Qt6::Widgets)" << false;
    QTest::newRow("a layer above, in a call of its own")
        << "models/items/CMakeLists.txt"
        << "target_link_libraries(x PRIVATE griddesk_exchange)" << false;
    QTest::newRow("a target that is not linked")
        << "models/exchange/CMakeLists.txt"
        << "add_dependencies(griddesk_exchange griddesk_workbook)" << true;
    QTest::newRow("an unknown layer") << "models/cellar/CMakeLists.txt"
                                      << "griddesk_layer(cellar griddesk_domain)" << false;
}

void RulesTest::links()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(forbiddenLinks({path, text}).isEmpty(), allowed);
}

void RulesTest::words_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char *name, Rule rule, const char *path, const QString &text,
                         bool allowed) { QTest::newRow(name) << rule << path << text << allowed; };
    row("unfinished", leftovers, "models/a.cpp", QString("// TO") + "DO: later", false);
    row("to mend", leftovers, "models/a.cpp", QString("// FIX") + "ME", false);
    row("marked", leftovers, "ui/a.cpp", QString("// XX") + "X", false);
    row("bodged", leftovers, "tests/a.cpp", QString("// HA") + "CK", false);
    row("part of a word", leftovers, "models/a.cpp", QString("masTO") + "DON", true);

    row("signal by string", stringConnects, "ui/a.cpp", QString("SIG") + "NAL(clicked())", false);
    row("slot by string", stringConnects, "tests/a.cpp", QString("SL") + "OT (close())", false);
    row("access section", stringConnects, "ui/a.h", "private Q_SLOTS:", true);

    row("event loop by hand", waiting, "ui/a.cpp", QString("app.process") + "Events();", false);
    row("thread asleep", waiting, "tests/a.cpp", QString("QThread::ms") + "leep(5);", false);
    row("standard thread asleep", waiting, "tests/a.cpp",
        QString("this_thread::sleep") + "_for(5ms);", false);
    row("waits for time", waiting, "tests/a.cpp", QString("QTest::q") + "Wait(1);", false);
    row("waits for what happens", waiting, "tests/a.cpp",
        "QTRY_COMPARE(a, b); QTest::qWaitFor(done);", true);
    row("backs off in the program", waiting, "models/store/a.cpp",
        QString("QThread::ms") + "leep(5);", true);
}

void RulesTest::words()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, allowed);
    QCOMPARE(rule({path, text}).isEmpty(), allowed);
}

void RulesTest::licenceComesFirst()
{
    const QString line = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    QVERIFY(missingLicence({"ui/a.h", line + "#pragma once\n"}).isEmpty());
    QCOMPARE(missingLicence({"ui/a.h", "#pragma once\n" + line}).size(), 1);
    QCOMPARE(missingLicence({"ui/a.h", ""}).size(), 1);
}

void RulesTest::complaintNamesFileAndLine()
{
    const QStringList complaints =
        forbiddenIncludes({"ui/a.cpp", "\n\n#include \"store/reader.h\"\n"});
    QCOMPARE(complaints, QStringList{"ui/a.cpp:3: ui may not use store (\"store/reader.h\")"});
}

void RulesTest::translations_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("allowed");

    const auto row = [](const char *name, Rule rule, const char *source, const char *translation,
                         bool allowed) {
        QTest::newRow(name)
            << rule << QString("<message><source>%1</source>%2</message>").arg(source, translation)
            << allowed;
    };
    row("finished", unfinished, "Save", "<translation>保存</translation>", true);
    row("unfinished", unfinished, "Save", "<translation type=\"unfinished\">保存</translation>",
        false);
    row("empty", unfinished, "Save", "<translation></translation>", false);
    row("without translation", unfinished, "Save", "", false);
    row("plural", unfinished, "%n", "<translation><numerusform>%n 件</numerusform></translation>",
        true);
    row("empty plural", unfinished, "%n",
        "<translation> <numerusform></numerusform> </translation>", false);

    row("same placeholders", changedPlaceholders, "%1 of %2",
        "<translation>共 %2，第 %1</translation>", true);
    row("placeholder lost", changedPlaceholders, "%1 of %2", "<translation>共 %2</translation>",
        false);
    row("placeholder mistyped", changedPlaceholders, "at %L1", "<translation>在 %1</translation>",
        false);
    row("count lost", changedPlaceholders, "%n late",
        "<translation><numerusform>超时</numerusform></translation>", false);
}

void RulesTest::translations()
{
    QFETCH(Rule, rule);
    QFETCH(QString, message);
    QFETCH(bool, allowed);
    QCOMPARE(rule(tsWith(message)).isEmpty(), allowed);
}

void RulesTest::textsThatOneFileLacks()
{
    const Source committed =
        tsWith("<message><source>Save</source><translation>保存</translation></message>");
    const Source current =
        tsWith("<message><source>Print</source><translation>打印</translation></message>");
    QCOMPARE(differences(committed, committed), QStringList{});
    const QStringList complaints = differences(committed, current);
    QCOMPARE(complaints.size(), 2);
    QVERIFY(complaints.first().contains("\"Print\": is missing"));
    QVERIFY(complaints.last().contains("\"Save\": no longer in the sources"));
}

void RulesTest::strangerAtTop()
{
    const QString ignored = "/build/\n*.user\n";
    QCOMPARE(
        strangersAtTop({"models", "LICENSE", ".git", "build", "a.user"}, ignored), QStringList{});
    QCOMPARE(strangersAtTop({"notes.txt", "models"}, ignored).size(), 1);
}

void RulesTest::version_data()
{
    QTest::addColumn<QString>("changelog");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("same") << "# Changes\n\n## 0.2.0\n\n## 0.1.0\n" << true;
    QTest::newRow("same, bracketed and dated") << "## [0.2.0] - 2026-11-20\n" << true;
    QTest::newRow("older") << "## 0.1.0\n" << false;
    QTest::newRow("newer") << "## 0.3.0\n## 0.2.0\n" << false;
    QTest::newRow("none") << "" << false;
}

void RulesTest::version()
{
    QFETCH(QString, changelog);
    QFETCH(bool, allowed);
    const Source cmakeLists{
        "CMakeLists.txt", "project(griddesk VERSION 0.2.0 DESCRIPTION \"x\"\n)"};
    QCOMPARE(versionsThatDiffer(cmakeLists, {"CHANGELOG.md", changelog}).isEmpty(), allowed);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
