// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include "exchange/value_parser.h"
#include "exchange/workbook/date_styles.h"

#include <cpl_conv.h>
#include <xlsxwriter.h>

using namespace tables;

namespace
{

// A workbook as people leave them: gaps, formats without text, numbers that are dates.
QString untidyWorkbook(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("untidy.xlsx"));
    lxw_workbook *book = workbook_new(QFile::encodeName(path).constData());
    lxw_format *date = workbook_add_format(book);
    format_set_num_format(date, "yyyy/m/d h:mm");
    lxw_format *day = workbook_add_format(book);
    format_set_num_format(day, "yyyy/m/d");
    lxw_format *bold = workbook_add_format(book);
    format_set_bold(bold);

    lxw_worksheet *sheet = workbook_add_worksheet(book, "工单");
    const char *header[] = {"标题", "时间", "标题", nullptr, "日"};
    for (lxw_col_t column = 0; column < 5; ++column)
        worksheet_write_string(sheet, 1, column, header[column], nullptr);
    worksheet_write_string(sheet, 2, 0, "漏水", nullptr);
    worksheet_write_number(sheet, 2, 1, 43580.397002314815, date);
    worksheet_write_number(sheet, 2, 3, 43580.397, nullptr);
    worksheet_write_number(sheet, 2, 4, 43580, day);
    worksheet_write_string(sheet, 5, 0, "停电", nullptr);
    worksheet_write_string(sheet, 5, 2, "007", nullptr);
    worksheet_write_number(sheet, 5, 3, 13800138000, nullptr);
    for (lxw_row_t row = 6; row < 20; ++row)
        worksheet_write_blank(sheet, row, 8, bold);
    workbook_add_worksheet(book, "空");
    return workbook_close(book) == LXW_NO_ERROR ? path : QString();
}

// The least that a spreadsheet of OpenDocument consists of.
const QByteArray odsContent = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="工单">
<table:table-row>
<table:table-cell office:value-type="string"><text:p>标题</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>时间</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>日</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>数</text:p></table:table-cell>
</table:table-row>
<table:table-row>
<table:table-cell office:value-type="string"><text:p>漏水</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2019-04-25T09:31:41"><text:p>25/04/19</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2019-04-25"><text:p>25/04/19</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>007</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
<table:table-row>
<table:table-cell office:value-type="string"><text:p>停电</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="float" office:value="4.5"><text:p>4,50</text:p></table:table-cell>
</table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>)";

bool writeOds(const QString &path, const QByteArray &content)
{
    const std::pair<const char *, QByteArray> entries[] = {
        {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}};
    void *zip = CPLCreateZip(QFile::encodeName(path), nullptr);
    for (const auto &[name, bytes] : entries) {
        if (!zip || CPLCreateFileInZip(zip, name, nullptr) != CE_None)
            return false;
        CPLWriteFileInZip(zip, bytes.constData(), int(bytes.size()));
        CPLCloseFileInZip(zip);
    }
    return CPLCloseZip(zip) == CE_None;
}

} // namespace

class WorkbookTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void untidySheetIsReadAsPeopleSeeIt()
    {
        const Table table = readAll(untidyWorkbook(m_folder));
        QVERIFY2(!table.refusal, qPrintable(table.refusal ? table.refusal->line() : QString()));
        QCOMPARE(table.columns.join(u'|'), QStringLiteral("标题|时间|标题 (2)|column 4|日"));
        QCOMPARE(table.lines, (QList<qint64>{3, 6}));
        QCOMPARE(table.rows[0].join(u'|'),
            QStringLiteral("漏水|2019-04-25T09:31:41||43580.397|2019-04-25"));
        QCOMPARE(table.rows[1].join(u'|'), QStringLiteral("停电||007|13800138000|"));
    }

    void dateCellsAreUnderstood()
    {
        const Table table = readAll(untidyWorkbook(m_folder));
        const exchange::TimeParser parser(
            {QStringLiteral("excel-serial")}, QTimeZone("Asia/Shanghai"));
        QCOMPARE(parser.parse(table.rows[0][1])->at.time(), QTime(9, 31, 41));
        QCOMPARE(parser.parse(table.rows[0][3])->at.time(), QTime(9, 31, 41));
        QVERIFY(parser.parse(table.rows[0][4])->isDayOnly);
    }

    void sheetsAreChosenByName()
    {
        const QString path = untidyWorkbook(m_folder);
        QCOMPARE(readAll(path, {{}, QStringLiteral("工单")}).rows.size(), 2);
        const Table none = readAll(path, {{}, QStringLiteral("客户")});
        QVERIFY(none.refusal);
        QVERIFY(none.refusal->what.contains(QStringLiteral("客户")));
        QCOMPARE(none.refusal->advice, QStringLiteral("Choose one of these: 工单."));
    }

    void emptyWorkbookIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("empty.xlsx"));
        lxw_workbook *book = workbook_new(QFile::encodeName(path).constData());
        workbook_add_worksheet(book, "空");
        QCOMPARE(workbook_close(book), LXW_NO_ERROR);
        const Table table = readAll(path);
        QVERIFY(table.refusal);
        QVERIFY2(table.refusal->what.contains(QStringLiteral("no header row")),
            qPrintable(table.refusal->line()));
    }

    // GDAL by itself reads none of these in full: it drops the time, the day, or both.
    void everyDateStyleIsReadInFull_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("serial");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *format, double serial, const char *text) {
            QTest::addRow("%s %f", format, serial)
                << QString::fromUtf8(format) << serial << QString::fromUtf8(text);
        };
        add("yyyy/m/d h:mm;@", 43580.397002314815, "2019-04-25T09:31:41");
        add("yyyy\"年\"m\"月\"d\"日\"", 43580.5, "2019-04-25T12:00:00");
        add("[$-804]yyyy-m-d", 43580, "2019-04-25");
        add("m/d/yy", 43580.25, "2019-04-25T06:00:00");
        add("h:mm", 0.25, "06:00:00");
        add("h:mm", 43580.25, "2019-04-25T06:00:00");
        add("[h]:mm:ss", 0.5, "12:00:00");
        add("mmm yyyy", 43556, "2019-04-01");
        add("General", 43580.25, "43580.25");
        add("0.00\" days\"", 2.5, "2.5");
        add("[Red]0.00", 43580.25, "43580.25");
        add("#,##0", 1234567, "1234567");
    }

    void everyDateStyleIsReadInFull()
    {
        QFETCH(QString, format);
        QFETCH(double, serial);
        QFETCH(QString, text);
        const QString path = m_folder.filePath(QStringLiteral("style.xlsx"));
        lxw_workbook *book = workbook_new(QFile::encodeName(path).constData());
        lxw_worksheet *sheet = workbook_add_worksheet(book, "日期");
        lxw_format *style = workbook_add_format(book);
        format_set_num_format(style, format.toUtf8().constData());
        worksheet_write_string(sheet, 0, 0, "时间", nullptr);
        worksheet_write_number(sheet, 1, 0, serial, style);
        worksheet_write_string(sheet, 2, 0, "2019/04/25", nullptr);
        QCOMPARE(workbook_close(book), LXW_NO_ERROR);
        const Table table = readAll(path);
        QCOMPARE(table.rows.size(), 2);
        QCOMPARE(table.rows[0][0], text);
        QCOMPARE(table.rows[1][0], QStringLiteral("2019/04/25"));
    }

    void workbooksOfOldMacsCountFrom1904()
    {
        const QString text = QStringLiteral("2015/04/24 09:31:41");
        QCOMPARE(exchange::isoFromGdal(text, false), QStringLiteral("2015-04-24T09:31:41"));
        QCOMPARE(exchange::isoFromGdal(text, true), QStringLiteral("2019-04-25T09:31:41"));
    }

    void odsIsReadLikeXlsx()
    {
        const QString path = m_folder.filePath(QStringLiteral("table.ods"));
        QVERIFY(writeOds(path, odsContent));
        const Table table = readAll(path);
        QVERIFY2(!table.refusal, qPrintable(table.refusal ? table.refusal->line() : QString()));
        QCOMPARE(table.columns.join(u'|'), QStringLiteral("标题|时间|日|数"));
        QCOMPARE(table.lines, (QList<qint64>{2, 4}));
        QCOMPARE(
            table.rows[0].join(u'|'), QStringLiteral("漏水|2019-04-25T09:31:41|2019-04-25|007"));
        QCOMPARE(table.rows[1].join(u'|'), QStringLiteral("停电|||4.5"));
        QVERIFY(readAll(path, {{}, QStringLiteral("none")}).refusal);
    }

    void damagedWorkbooksAreRefused()
    {
        QFile whole(untidyWorkbook(m_folder));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (const int part : {1, 2, 5, 9}) {
            const QString path =
                written(m_folder, QStringLiteral("cut.xlsx"), bytes.left(bytes.size() * part / 10));
            const Table table = readAll(path);
            QVERIFY(table.refusal);
            QVERIFY(table.refusal->what.contains(QStringLiteral("no XLSX or ODS")));
        }
    }

    // Half a sheet must not pass for the whole.
    void damagedSheetIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("half.ods"));
        QVERIFY(writeOds(path, odsContent.left(odsContent.indexOf("停电"))));
        const Table table = readAll(path);
        QVERIFY(table.refusal);
        QVERIFY(!table.refusal->what.contains(QStringLiteral("vsimem")));
        QVERIFY2(table.refusal->what.contains(QStringLiteral("damaged")),
            qPrintable(table.refusal->line()));
    }

    void realWorkbooksOpen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("firstColumn");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::newRow("xlsx") << QStringLiteral("citizen_messages_e4.xlsx")
                              << QStringLiteral("留言编号") << 7 << 120;
        QTest::newRow("named xls")
            << QStringLiteral("hot_issue_detail.xls") << QStringLiteral("问题ID") << 8 << 123;
    }

    void realWorkbooksOpen()
    {
        QFETCH(QString, name);
        QFETCH(QString, firstColumn);
        QFETCH(int, columns);
        QFETCH(int, rows);
        const QString path = shared(QStringLiteral("spreadsheet/") + name);
        if (!QFile::exists(path))
            QSKIP("the workbook is not at hand");
        const Table table = readAll(path);
        QVERIFY2(!table.refusal, qPrintable(table.refusal ? table.refusal->line() : QString()));
        QCOMPARE(table.columns.first(), firstColumn);
        QCOMPARE(table.columns.size(), columns);
        QCOMPARE(table.rows.size(), rows);
        QCOMPARE(table.lines.first(), 2);
        QCOMPARE(table.lines.last(), rows + 1);
    }
};

QTEST_GUILESS_MAIN(WorkbookTest)
#include "workbook_test.moc"
