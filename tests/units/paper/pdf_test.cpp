// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/output.h"
#include "pdf_reader.h"

#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace ui::paper;

// A report goes to a PDF file, and another program reads it.
class PdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void repeatsTheHeadOfALongTable();
    void tearsNoRow();
    void tearsOnlyARowThatNoPageHolds();
    void numbersEveryPage();
    void keepsTheTotalWithTheLastRow();
    void breaksNoNumberInTwo();
    void holdsTheCharactersThatWereWritten_data();
    void holdsTheCharactersThatWereWritten();
    void writesTheValuesOfAChart();
    void writesTheSharesOfAParetoChart();
    void namesItselfAndItsPaper_data();
    void namesItselfAndItsPaper();
    void comesOutTheSameOfAPrinter();
    void leavesTheOldFileWhereItCannotWrite();

private:
    QString written(const Document &document);

    QTemporaryDir m_folder;
};

namespace
{
Document report(const Block &block)
{
    Document document;
    document.heading = {
        "幸福物业公司", "月度服务报表", "2026 年 11 月", "全部网格", "王芳", "2026-12-01"};
    document.blocks = {block};
    return document;
}

// Every third row takes several lines, the first marked 始, the last marked 终.
Table longTable(int rows)
{
    Table table;
    table.columns = {
        {"编号", Align::Left, 1}, {"内容", Align::Left, 1}, {"用时", Align::Right, 0.1}};
    for (int i = 0; i < rows; ++i) {
        const QString more = i % 3 ? QString() : QStringLiteral("用户反映持续漏水，").repeated(12);
        table.rows.append({QStringLiteral("N%1N").arg(i),
            QStringLiteral("始%1%2终%1").arg(i).arg(more), QStringLiteral("12,345.67")});
    }
    table.total = {"合计", "", "99,999.99"};
    return table;
}

int pageWith(const QStringList &pages, const QString &text)
{
    for (int i = 0; i < pages.size(); ++i) {
        if (pages[i].contains(text))
            return i;
    }
    return -1;
}
} // namespace

void PdfTest::initTestCase()
{
    if (!pdfreader::isInstalled())
        QSKIP("pdftotext and pdfinfo (poppler-utils) are not installed");
}

QString PdfTest::written(const Document &document)
{
    const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
    QString error;
    return writePdf(document, path, &error) ? path : QString();
}

void PdfTest::repeatsTheHeadOfALongTable()
{
    const Document document = report({longTable(300)});
    const QStringList pages = pdfreader::pages(written(document));
    QVERIFY(pages.size() > 5);
    QCOMPARE(pages.size(), pageCount(document));
    for (const QString &page : pages)
        QCOMPARE(page.count(QStringLiteral("编号")), 1);
    for (int i = 0; i < 300; ++i)
        QCOMPARE(pages.join(QString()).count(QStringLiteral("N%1N").arg(i)), 1);
}

void PdfTest::tearsNoRow()
{
    const QStringList pages = pdfreader::pages(written(report({longTable(300)})));
    for (int i = 0; i < 300; i += 3) {
        const int page = pageWith(pages, QStringLiteral("始%1用").arg(i));
        QVERIFY2(page >= 0, qPrintable(QString::number(i)));
        QVERIFY2(
            pages[page].contains(QStringLiteral("终%1").arg(i)), qPrintable(QString::number(i)));
    }
}

void PdfTest::tearsOnlyARowThatNoPageHolds()
{
    Table table = longTable(2);
    table.rows[1][1] = QStringLiteral("长") + QStringLiteral("用户反映持续漏水，").repeated(900)
        + QStringLiteral("尾");
    const QStringList pages = pdfreader::pages(written(report({table})));
    QVERIFY(pages.size() >= 3);
    QCOMPARE(pageWith(pages, QStringLiteral("尾")), pages.size() - 1);
    QCOMPARE(pages.join(QString()).count(u'漏'), 900 + 12);
}

void PdfTest::numbersEveryPage()
{
    const QStringList pages = pdfreader::pages(written(report({longTable(300)})));
    for (int i = 0; i < pages.size(); ++i) {
        const QString number = QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size());
        QVERIFY2(pages[i].contains(number), qPrintable(pages[i]));
        QVERIFY(pages[i].contains(QStringLiteral("幸福物业公司")));
    }
}

// Whatever number of rows precedes it, the total never begins a page.
void PdfTest::keepsTheTotalWithTheLastRow()
{
    for (int rows = 20; rows < 60; ++rows) {
        Table table = longTable(0);
        for (int i = 0; i < rows; ++i)
            table.rows.append({QStringLiteral("N%1N").arg(i), "", "1"});
        const QStringList pages = pdfreader::pages(written(report({table})));
        QVERIFY(pages.last().contains(QStringLiteral("N%1N").arg(rows - 1)));
        QVERIFY(pages.last().contains(QStringLiteral("99,999.99")));
    }
}

void PdfTest::breaksNoNumberInTwo()
{
    const QStringList pages = pdfreader::pages(written(report({longTable(10)})));
    QCOMPARE(pages[0].count(QStringLiteral("12,345.67")), 10);
}

void PdfTest::holdsTheCharactersThatWereWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"用户不满意", "水电热气", "一日一月", "方长门民", "西风见黄", "车马鱼鸟龙齿", "室温 18℃",
            "处理——回访", "金额 ¥1,234.56", "编号 03A-261120-012", "欧阳·娜", "8～18 时"})
        QTest::addRow("%s", text) << QString::fromUtf8(text);
}

void PdfTest::holdsTheCharactersThatWereWritten()
{
    QFETCH(QString, text);
    static const QRegularExpression radical(QStringLiteral("[\\x{2E80}-\\x{2FDF}]"));
    Document document = report({Paragraph{text}});
    document.blocks.append({Section{text}}); // bold is another font
    const QString found = pdfreader::pages(written(document)).join(QString());
    QVERIFY2(!found.contains(radical), qPrintable(found));
    QCOMPARE(found.count(text), 2);
}

void PdfTest::writesTheValuesOfAChart()
{
    Chart chart;
    chart.kind = Chart::Kind::HorizontalBars;
    chart.title = QStringLiteral("报修类别");
    chart.categories = QStringList{"楼道堆放杂物影响通行", "室内漏水"};
    chart.series = {{"本月", {60, 182}}};
    const QString text = pdfreader::pages(written(report({chart}))).join(QString());
    QVERIFY(text.contains(QStringLiteral("楼道堆放杂物影响通行")));
    QVERIFY(text.contains(QStringLiteral("182")));
    QVERIFY2(text.indexOf(QStringLiteral("楼道")) < text.indexOf(QStringLiteral("室内")),
        "the first category stands above the second");
}

void PdfTest::writesTheSharesOfAParetoChart()
{
    Chart chart;
    chart.kind = Chart::Kind::Pareto;
    chart.title = QStringLiteral("投诉原因");
    chart.level = 0.8;
    chart.categories = QStringList{"流程或交接", "技能或培训", "材料"};
    chart.series = {{"件数", {12, 7, 1}}, {"累计占比", {0.6, 0.95, 1}}};
    const QString text = pdfreader::pages(written(report({chart}))).join(QString());
    for (const char *words :
        {"流程或交接", "12", "7", "60.0%", "95.0%", "100.0%", "80%", "累计占比"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void PdfTest::namesItselfAndItsPaper_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QString>("size");
    QTest::newRow("A4") << Format::A4 << "595 x 842 pts (A4)";
    QTest::newRow("A4 landscape") << Format::A4Landscape << "842 x 595 pts (A4)";
    QTest::newRow("A5") << Format::A5 << "(420|419.53) x (595|595.28) pts";
}

void PdfTest::namesItselfAndItsPaper()
{
    QFETCH(Format, format);
    QFETCH(QString, size);
    Document document = report({Paragraph{"正文"}});
    document.format = format;
    const QString info = pdfreader::info(written(document));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Title:\\s+月度服务报表"))));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Creator:\\s+Griddesk"))));
    const QString pattern = size.contains(u'|') ? size : QRegularExpression::escape(size);
    QVERIFY2(info.contains(QRegularExpression(pattern)), qPrintable(info));
}

void PdfTest::comesOutTheSameOfAPrinter()
{
    const Document document = report({longTable(300)});
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(m_folder.filePath(QStringLiteral("printed.pdf")));
    QVERIFY(print(layOut(document), printer));
    const QStringList expected = pdfreader::pages(written(document));
    QCOMPARE(pdfreader::pages(printer.outputFileName()), expected);

    printer.setFromTo(2, 3);
    QVERIFY(print(layOut(document), printer));
    QCOMPARE(pdfreader::pages(printer.outputFileName()), expected.mid(1, 2));
}

void PdfTest::leavesTheOldFileWhereItCannotWrite()
{
    const QString path = m_folder.filePath(QStringLiteral("no such folder/report.pdf"));
    QString error;
    QVERIFY(!writePdf(report({Paragraph{"正文"}}), path, &error));
    QVERIFY(!error.isEmpty());

    const QString old = written(report({Paragraph{"旧的"}}));
    QVERIFY(!writePdf(Pages(), old, &error));
    QVERIFY(pdfreader::pages(old).join(QString()).contains(QStringLiteral("旧的")));
}

QTEST_MAIN(PdfTest)
#include "pdf_test.moc"
