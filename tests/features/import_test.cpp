// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reader.h"
#include "support/tool.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using support::ToolRun;

/// Real tables taken in by the tool as an administrator's script does it, and what becomes of bad ones.
class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void realTables_data();
    void realTables();
    void searchFindsWhatTheTableContains();
    void tableGivesTheJsonBeside_data();
    void tableGivesTheJsonBeside();
    void badFiles_data();
    void badFiles();
    void badMapping();
    void rejectsNameLineFieldAndReason();
    void strictAndDryRun();
    void fieldOfAMillionCharacters();
    void interruptedImportLosesNothing();

private:
    ToolRun run(const QStringList &words) const
    {
        return support::Tool(m_folder.filePath(m_desk)).run(words);
    }
    ToolRun import(const QString &file, const QStringList &more = {}) const
    {
        return run(QStringList{"import", "tickets", file} + more);
    }
    void found(const QString &name);
    QString digest() const;
    QString written(const QString &name, const QByteArray &text) const;
    static QString shared(const QString &path)
    {
        return QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/") + path;
    }
    static QString mapping(const QString &name)
    {
        return QStringLiteral(GRIDDESK_SOURCE_DIR "/resources/mappings/%1.json").arg(name);
    }

    QTemporaryDir m_folder;
    QString m_desk;
};

#define NEED(path)                                                                                 \
    if (!QFile::exists(path))                                                                      \
    QSKIP("The shared test data are not here.")

namespace
{

QByteArray counts(const ToolRun &run)
{
    const QJsonObject object = run.first();
    return QStringLiteral("exit %1: read %2, accepted %3, updated %4, unchanged %5, refused %6")
        .arg(run.code)
        .arg(object["read"].toInt(-1))
        .arg(object["accepted"].toInt(-1))
        .arg(object["updated"].toInt(-1))
        .arg(object["unchanged"].toInt(-1))
        .arg(object["refused"].toInt(-1))
        .toUtf8();
}

/// A row for each source number, so many that importing them takes a while.
QByteArray manyRows(int rows)
{
    QByteArray csv = "source_id,kind,title,description\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i) + ",repair,漏水,厨房水管漏水，已经两天了，请尽快派人来修\n";
    return csv;
}

} // namespace

void ImportTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    // Rejects that nobody named go to the current folder.
    QVERIFY(QDir::setCurrent(m_folder.path()));
    found("bad");
}

void ImportTest::found(const QString &name)
{
    m_desk = name;
    if (QFile::exists(m_folder.filePath(name)))
        return;
    const ToolRun run = this->run({"init", "--company", "幸福物业公司", "--admin", "wang"});
    QVERIFY2(run.code == 0, run.told());
}

QString ImportTest::digest() const
{
    const QJsonObject object = run({"digest"}).first();
    return object["record"].toString() + object["projection"].toString();
}

QString ImportTest::written(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString();
}

void ImportTest::realTables_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("mappingName");
    QTest::addColumn<int>("rows");
    QTest::newRow("grid events") << "tickets/pingshan_grid_events.csv"
                                 << "pingshan_grid_events" << 10000;
    QTest::newRow("messages") << "tickets/citizen_messages_with_replies.csv"
                              << "citizen_messages" << 2816;
    QTest::newRow("311, 2018") << "tickets/myla311_2018-12-31_10k.csv"
                               << "myla311" << 10000;
    QTest::newRow("311, 2017") << "tickets/myla311_2017-12-31_10k.csv"
                               << "myla311" << 9999;
    QTest::newRow("an .xls that is XLSX") << "spreadsheet/hot_issue_detail.xls"
                                          << "citizen_messages" << 123;
}

void ImportTest::realTables()
{
    QFETCH(QString, file);
    QFETCH(QString, mappingName);
    QFETCH(int, rows);
    NEED(shared(file));
    found("real");
    const QStringList how{"--mapping", mapping(mappingName)};
    const ToolRun first = import(shared(file), how);
    QCOMPARE(counts(first),
        QStringLiteral("exit 0: read %1, accepted %1, updated 0, unchanged 0, refused 0")
            .arg(rows)
            .toUtf8());
    QVERIFY(first.first()["rejects"].isNull());
    const QString before = digest();
    // The shipped mapping goes by its name too.
    QCOMPARE(counts(import(shared(file), {"--mapping", mappingName})),
        QStringLiteral("exit 0: read %1, accepted 0, updated 0, unchanged %1, refused 0")
            .arg(rows)
            .toUtf8());
    QCOMPARE(digest(), before);
}

void ImportTest::searchFindsWhatTheTableContains()
{
    const QString file = shared("tickets/citizen_messages_with_replies.csv");
    NEED(file);
    found("messages");
    QCOMPARE(counts(import(file, {"--mapping", mapping("citizen_messages")})),
        "exit 0: read 2816, accepted 2816, updated 0, unchanged 0, refused 0");
    auto table = exchange::openTable(file);
    auto &reader = *std::get<std::unique_ptr<exchange::TableReader>>(table);
    const qsizetype title = reader.columns().indexOf("留言主题"),
                    text = reader.columns().indexOf("留言详情");
    const QStringList words{"漏水", "水", "小区", "物业", "停电", "垃圾"};
    QMap<QString, int> plain;
    while (const auto row = reader.next()) {
        for (const QString &word : words)
            plain[word] += row->cells[title].contains(word) || row->cells[text].contains(word);
    }
    QCOMPARE(plain["漏水"], 36);
    for (const QString &word : words) {
        const ToolRun found =
            run({"tickets", "--search", word, "--in", "title,description", "--count"});
        QCOMPARE(found.first()["count"].toInt(), plain[word]);
    }
}

void ImportTest::tableGivesTheJsonBeside_data()
{
    QTest::addColumn<QString>("name");
    // The thirteenth, location_coordinates, holds another phone number than the JSON beside it.
    for (const char *name : {"comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json",
             "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ImportTest::tableGivesTheJsonBeside()
{
    QFETCH(QString, name);
    QFile expected(shared("csv/" + name + ".json"));
    NEED(expected.fileName());
    QVERIFY(expected.open(QIODevice::ReadOnly));
    const ToolRun table = run({"table", shared("csv/" + name + ".csv")});
    QCOMPARE(table.code, 0);
    QJsonArray rows;
    for (const QJsonObject &row : table.lines)
        rows.append(row);
    QCOMPARE(rows, QJsonDocument::fromJson(expected.readAll()).array());
}

void ImportTest::badFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << "/nowhere/a.csv" << QStringList() << "no such file: /nowhere/a.csv";
    QTest::newRow("folder") << m_folder.path() << QStringList()
                            << "This is a folder: " + m_folder.path();
    QTest::newRow("empty") << written("empty.csv", "") << QStringList() << "The file is empty";
    QTest::newRow("lock file") << written("~$a.xlsx", "\x03wang") << QStringList()
                               << "lock file of a workbook";
    QTest::newRow("wrong encoding") << written("utf8.csv", "kind,title\nrepair,漏水了\n")
                                    << QStringList{"--encoding", "GBK"} << "is not GBK: byte";
    QTest::newRow("unknown encoding") << written("a.csv", "kind,title\nrepair,a\n")
                                      << QStringList{"--encoding", "KLINGON"} << "KLINGON";
    QTest::newRow("unknown columns")
        << written("b.csv", "a,b\n1,2\n") << QStringList() << "None of the columns";
    QTest::newRow("missing mapping")
        << written("a.csv", "kind,title\nrepair,a\n") << QStringList{"--mapping", "/nowhere/m.json"}
        << "/nowhere/m.json";
}

void ImportTest::badFiles()
{
    QFETCH(QString, file);
    QFETCH(QStringList, more);
    QFETCH(QString, says);
    found("bad");
    const QString before = digest();
    const ToolRun run = import(file, more);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.error.contains(says) && run.error.count('\n') == 1, run.told());
    QVERIFY(run.output.isEmpty());
    QCOMPARE(digest(), before);
}

void ImportTest::badMapping()
{
    found("bad");
    const QString csv = written("c.csv", "kind,title\nrepair,a\n");
    const ToolRun column =
        import(csv, {"--mapping", written("column.json", R"({"fields":{"title":"留言主题"}})")});
    QCOMPARE(column.code, 1);
    QVERIFY2(
        column.error.contains("no column \"留言主题\"") && column.error.contains("kind, title"),
        column.told());
    const ToolRun json = import(csv, {"--mapping", written("json.json", "{\n\"fields\":")});
    QCOMPARE(json.code, 1);
    QVERIFY2(json.error.contains("line 2 of json.json"), json.told());
    const ToolRun kind = run({"import", "spaceships", csv});
    QCOMPARE(kind.code, 2);
    QVERIFY2(kind.error.contains("spaceships") && kind.error.contains("customers"), kind.told());
}

void ImportTest::rejectsNameLineFieldAndReason()
{
    found("bad");
    const QByteArray nul("4,repair,a\0b,2018-03-09\n", 24);
    const QString csv = written("mixed.csv",
        "source_id,kind,title,happened_at\n1,repair,漏水,2018-03-09\n2,repair,漏水,2018-02-30\n3,"
        "brawl,打架,2018-03-09\n"
            + nul + "1,repair,停水,2018-03-09\n");
    const ToolRun run = import(csv);
    QCOMPARE(counts(run), "exit 0: read 5, accepted 1, updated 1, unchanged 0, refused 3");
    QCOMPARE(run.first()["rejects"].toString(), "mixed.rejects.csv");
    const ToolRun rejects = this->run({"table", "mixed.rejects.csv"});
    QCOMPARE(rejects.lines.size(), 3);
    QCOMPARE(rejects.lines[0]["line"].toString(), "3");
    QCOMPARE(rejects.lines[0]["field"].toString(), "happened_at");
    QVERIFY(rejects.lines[0]["reason"].toString().contains("2018-02-30"));
    QCOMPARE(rejects.lines[0]["happened_at"].toString(), "2018-02-30");
    QCOMPARE(rejects.lines[1]["field"].toString(), "kind");
    QCOMPARE(rejects.lines[2]["field"].toString(), "title");
}

void ImportTest::strictAndDryRun()
{
    found("bad");
    const QString csv = written("strict.csv", "source_id,kind,title\n1,repair,a\n2,brawl,b\n");
    const QString before = digest();
    QCOMPARE(counts(import(csv, {"--dry-run"})),
        "exit 0: read 2, accepted 1, updated 0, unchanged 0, refused 1");
    QCOMPARE(digest(), before);
    QCOMPARE(counts(import(csv, {"--strict", "--rejects", m_folder.filePath("r.csv")})),
        "exit 1: read 2, accepted 1, updated 0, unchanged 0, refused 1");
    QVERIFY(QFile::exists(m_folder.filePath("r.csv")));
    const ToolRun unwritable = import(csv, {"--rejects", "/nowhere/r.csv"});
    QCOMPARE(unwritable.code, 3);
    QVERIFY2(unwritable.error.contains("/nowhere/r.csv"), unwritable.told());
}

void ImportTest::fieldOfAMillionCharacters()
{
    found("bad");
    const QString csv = written("long.csv",
        "source_id,kind,description\n1,repair,\"" + QByteArray("水").repeated(1'000'000) + "\"\n");
    QCOMPARE(counts(import(csv)), "exit 0: read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QCOMPARE(counts(import(csv)), "exit 0: read 1, accepted 0, updated 0, unchanged 1, refused 0");
    QCOMPARE(run({"verify"}).code, 0);
}

void ImportTest::interruptedImportLosesNothing()
{
    found("interrupted");
    constexpr int rows = 20000;
    const QString csv = written("many.csv", manyRows(rows));
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + "/griddeskctl",
        {"--desk", m_folder.filePath(m_desk), "import", "tickets", csv});
    // The first progress line: the import is under way.
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead(60000));
    process.terminate();
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 1);
    const QJsonObject said = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QVERIFY(said["cancelled"].toBool());
    const int accepted = said["accepted"].toInt();
    QVERIFY(accepted > 0 && accepted < rows);
    QCOMPARE(run({"tickets", "--count"}).first()["count"].toInt(), accepted);
    QCOMPARE(run({"verify"}).code, 0);

    const ToolRun rest = import(csv);
    QCOMPARE(rest.first()["unchanged"].toInt(), accepted);
    QCOMPARE(rest.first()["accepted"].toInt(), rows - accepted);
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
