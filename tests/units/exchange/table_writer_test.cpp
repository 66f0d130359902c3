// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include "exchange/csv_writer.h"
#include "exchange/xlsx_writer.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>

using namespace tables;
using exchange::ColumnType;
using exchange::CsvWriter;
using exchange::XlsxWriter;

namespace
{

const std::vector<exchange::Column> columns{{QStringLiteral("编号"), ColumnType::Text},
    {QStringLiteral("标题"), ColumnType::Text}, {QStringLiteral("满意度"), ColumnType::Number},
    {QStringLiteral("日期"), ColumnType::Date}, {QStringLiteral("时间"), ColumnType::DateTime}};

const QDateTime noon(QDate(2019, 4, 25), QTime(12, 0, 1));

QVariantList rowOf(const QString &title, const QVariant &number = 5)
{
    return {QStringLiteral("007"), title, number, QDate(2019, 4, 25), noon};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TableWriterTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::unique_ptr<exchange::TableWriter> writer(const QString &path)
    {
        if (path.endsWith(QStringLiteral(".csv")))
            return std::make_unique<CsvWriter>(path);
        return std::make_unique<XlsxWriter>(path, QStringLiteral("工单"));
    }

    void addFormats()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << QStringLiteral("out.csv");
        QTest::newRow("xlsx") << QStringLiteral("out.xlsx");
    }

private Q_SLOTS:
    void writtenTableReadsBack_data() { addFormats(); }

    void writtenTableReadsBack()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        const QStringList titles{QStringLiteral("小区漏水，物业\"不理\""),
            QStringLiteral("a,b;c\td"), QStringLiteral("第一行\n第二行\r\n第三行"),
            QStringLiteral("𠮷㐂 "), QStringLiteral("<b>&amp;</b>"), QString(),
            QString(30'000, QChar(0x6f0f))};
        auto out = writer(path);
        QVERIFY(out->begin(columns));
        for (const QString &title : titles)
            QVERIFY(out->add(rowOf(title, 4.5)));
        QVERIFY2(out->finish(), qPrintable(out->error() ? out->error()->line() : QString()));
        QVERIFY(out->remarks().isEmpty());

        const Table table = readAll(path);
        QVERIFY2(!table.refusal, qPrintable(table.refusal ? table.refusal->line() : QString()));
        QCOMPARE(table.columns.join(u','), QStringLiteral("编号,标题,满意度,日期,时间"));
        QCOMPARE(table.rows.size(), titles.size());
        for (qsizetype i = 0; i < titles.size(); ++i) {
            QCOMPARE(table.rows[i][0], QStringLiteral("007"));
            QCOMPARE(table.rows[i][1], titles[i]);
            QCOMPARE(table.rows[i][2], QStringLiteral("4.5"));
            QCOMPARE(table.rows[i][3], QStringLiteral("2019-04-25"));
            QCOMPARE(QString(table.rows[i][4]).replace(u'T', u' '),
                QStringLiteral("2019-04-25 12:00:01"));
        }
    }

    void fileAppearsWholeOrNotAtAll_data() { addFormats(); }

    void fileAppearsWholeOrNotAtAll()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        const QString path = written(folder, name, "the table of yesterday");
        {
            auto out = writer(path);
            QVERIFY(out->begin(columns) && out->add(rowOf(QStringLiteral("x"))));
            QCOMPARE(contentOf(path), QByteArray("the table of yesterday"));
        }
        QCOMPARE(contentOf(path), QByteArray("the table of yesterday"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});

        auto out = writer(path);
        QVERIFY(out->begin(columns) && out->add(rowOf(QStringLiteral("x"))) && out->finish());
        QCOMPARE(readAll(path).rows.size(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    }

    void missingFolderIsRefused_data() { addFormats(); }

    void missingFolderIsRefused()
    {
        QFETCH(QString, name);
        auto out = writer(m_folder.filePath(QStringLiteral("none/") + name));
        QVERIFY(!out->begin(columns));
        QVERIFY(!out->add(rowOf(QStringLiteral("x"))));
        QVERIFY(!out->finish());
        QCOMPARE(out->error()->kind, exchange::FileRefusal::Device);
        QVERIFY(out->error()->where.endsWith(name));
    }

    void csvBytesAreExact()
    {
        const QString path = m_folder.filePath(QStringLiteral("exact.csv"));
        CsvWriter out(path);
        QVERIFY(out.begin({{QStringLiteral("a")}, {QStringLiteral("b,c")}}));
        QVERIFY(out.add({QStringLiteral("say \"hi\""), 3}));
        QVERIFY(out.finish());
        QCOMPARE(contentOf(path),
            QByteArray("\xef\xbb\xbf"
                       "a,\"b,c\"\r\n\"say \"\"hi\"\"\",3\r\n"));
    }

    void emptyCellsKeepTheirRow()
    {
        const QString path = m_folder.filePath(QStringLiteral("single.csv"));
        CsvWriter out(path);
        QVERIFY(out.begin({{QStringLiteral("a")}}));
        QVERIFY(out.add({QString()}) && out.add({QStringLiteral("x")}) && out.finish());
        QCOMPARE(readAll(path).rows.size(), 2);
    }

    void formulasAreDisarmed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFormula");
        for (const char *text : {"=1+1", "=HYPERLINK(\"http://x\")", "@SUM(A1)",
                 "+cmd|'/C calc'!A0", "-2+3+cmd|' /C'!A0", "=5"})
            QTest::newRow(text) << QString::fromLatin1(text) << true;
        for (const char *text : {"+86 138-0013-8000", "-5", "-3.5", "a=b", "'=1", ""})
            QTest::newRow(text) << QString::fromLatin1(text) << false;
    }

    void formulasAreDisarmed()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFormula);
        const QString path = m_folder.filePath(QStringLiteral("formula.csv"));
        for (const auto formulas : {CsvWriter::Formulas::Disarmed, CsvWriter::Formulas::Verbatim}) {
            CsvWriter out(path, formulas);
            QVERIFY(out.begin({{QStringLiteral("a")}}) && out.add({text}) && out.finish());
            const bool marked = isFormula && formulas == CsvWriter::Formulas::Disarmed;
            QCOMPARE(readAll(path).rows[0][0], marked ? u'\'' + text : text);
        }
    }

    void workbookGoesOnWhenASheetIsFull()
    {
        const QString path = m_folder.filePath(QStringLiteral("full.xlsx"));
        XlsxWriter out(path, QStringLiteral("工单"), 100);
        QVERIFY(out.begin({{QStringLiteral("编号"), ColumnType::Number}}));
        for (int i = 0; i < 250; ++i)
            QVERIFY(out.add({i}));
        QVERIFY(out.finish());
        const QList<std::pair<QString, int>> sheets{{QStringLiteral("工单"), 0},
            {QStringLiteral("工单 (2)"), 100}, {QStringLiteral("工单 (3)"), 200}};
        for (const auto &[sheet, first] : sheets) {
            const Table table = readAll(path, {{}, sheet});
            QCOMPARE(table.columns, QStringList{QStringLiteral("编号")});
            QCOMPARE(table.rows.size(), first == 200 ? 50 : 100);
            QCOMPARE(table.rows.first()[0], QString::number(first));
        }
    }

    void anotherTableStandsOnASheetOfItsOwn()
    {
        const QString path = m_folder.filePath(QStringLiteral("two.xlsx"));
        XlsxWriter out(path, QStringLiteral("数字"));
        QVERIFY(out.begin({{QStringLiteral("件数"), ColumnType::Number}}) && out.add({7}));
        QVERIFY(out.beginSheet(
            QStringLiteral("措施"), {{QStringLiteral("内容")}, {QStringLiteral("期限")}}));
        QVERIFY(out.add({QStringLiteral("换阀门"), QStringLiteral("2026-11-30")}) && out.finish());
        QCOMPARE(readAll(path, {{}, QStringLiteral("数字")}).rows.size(), 1);
        const Table measures = readAll(path, {{}, QStringLiteral("措施")});
        QCOMPARE(measures.columns, QStringList({QStringLiteral("内容"), QStringLiteral("期限")}));
        QCOMPARE(measures.rows[0][0], QStringLiteral("换阀门"));
    }

    void workbookCutsWhatDoesNotFitAndSaysSo()
    {
        const QString path = m_folder.filePath(QStringLiteral("cut.xlsx"));
        XlsxWriter out(path, QStringLiteral("工单"));
        const QString odd = QStringView(u"a\0b\ufffe\u0001", 5).toString();
        QVERIFY(out.begin({{QStringLiteral("a")}}));
        QVERIFY(out.add({QString(40'000, u'x')}) && out.add({odd}) && out.finish());
        QCOMPARE(out.remarks().size(), 1);
        const Table table = readAll(path);
        QCOMPARE(table.rows[0][0].size(), 32767);
        QCOMPARE(table.rows[1][0].left(4), QStringLiteral("a\ufffdb\ufffd"));
    }

    void impossibleSheetNameIsRefused()
    {
        XlsxWriter out(m_folder.filePath(QStringLiteral("name.xlsx")), QStringLiteral("a/b"));
        QVERIFY(!out.begin(columns));
        QVERIFY(out.error()->what.contains(QStringLiteral("a/b")));
    }

    void cellsKeepTheirTypeInAWorkbook()
    {
        const QString path = m_folder.filePath(QStringLiteral("types.xlsx"));
        XlsxWriter out(path, QStringLiteral("工单"));
        QVERIFY(out.begin(columns));
        QVERIFY(out.add(rowOf(QStringLiteral("=1+1"), qint64(9'007'199'254'740'993))));
        QVERIFY(out.add({QString(), QString(), qQNaN(), QDate(1850, 1, 1), QString()}));
        QVERIFY(
            out.add({QString(), QString(), QStringLiteral("n/a"), QStringLiteral("2019"), noon}));
        QVERIFY(out.finish());
        const Table table = readAll(path);
        QCOMPARE(table.rows[0][1], QStringLiteral("=1+1"));
        QCOMPARE(table.rows[0][2], QStringLiteral("9007199254740993"));
        QCOMPARE(table.rows[1][3], QStringLiteral("1850-01-01"));
        QCOMPARE(table.rows[2][2], QStringLiteral("n/a"));
    }
};

QTEST_GUILESS_MAIN(TableWriterTest)
#include "table_writer_test.moc"
