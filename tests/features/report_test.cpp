// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using support::Tool;
using support::ToolRun;

namespace
{

const QString events =
    QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/tickets/pingshan_grid_events.csv");
const QString mapping =
    QStringLiteral(GRIDDESK_SOURCE_DIR "/resources/mappings/pingshan_grid_events.json");

using Row = QHash<QString, QString>;
using Counts = QMap<QString, int>;

/// The district's table, read without the product: it has quoted cells, but no line break within one.
QVector<Row> rowsOf(const QString &path)
{
    static const QRegularExpression cell(
        QStringLiteral("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<QStringList> lines;
    for (const QString &line : QString::fromUtf8(file.readAll())
                                   .remove(u'\r')
                                   .remove(QChar(0xfeff))
                                   .split(u'\n', Qt::SkipEmptyParts)) {
        QStringList cells;
        for (const QRegularExpressionMatch &match : cell.globalMatch(line))
            cells << (match.hasCaptured(1) ? match.captured(1).replace(u"\"\""_qs, u"\""_qs)
                                           : match.captured(2));
        lines << cells;
    }
    QVector<Row> rows;
    for (const QStringList &line : lines.sliced(1)) {
        Row row;
        for (qsizetype i = 0; i < line.size(); ++i)
            row[lines[0].value(i)] = line[i];
        rows << row;
    }
    return rows;
}

Counts countBy(const QVector<Row> &rows, const std::function<QString(const Row &)> &value)
{
    Counts counts;
    for (const Row &row : rows)
        ++counts[value(row)];
    return counts;
}

Counts received(const QJsonObject &groups)
{
    Counts counts;
    for (auto group = groups.begin(); group != groups.end(); ++group)
        counts[group.key()] = group.value().toObject()[u"received"].toInt();
    return counts;
}

QString textOf(const QString &pdf)
{
    QProcess process;
    process.start(u"pdftotext"_qs, {u"-layout"_qs, pdf, u"-"_qs});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

/// The manager's month and the counter's slips, through griddeskctl.
class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theDistrictsFiguresArePlainCounts_data();
    void theDistrictsFiguresArePlainCounts();
    void aCutGivesTheSameFiguresLater();
    void theReportLeavesAsPdfAndWorkbook();
    void complaintsTellTheirLessons();
    void slipsArePrintedInABatch();
    void badInputIsRefused_data();
    void badInputIsRefused();

private:
    ToolRun run(const QStringList &words, const QByteArray &input = {}) const
    {
        return Tool(m_desk).run(words, input);
    }
    /// Runs what must succeed.
    ToolRun ok(const QStringList &words, const QByteArray &input = {}) const;
    QString opened(const QByteArray &fields) const
    {
        return ok({u"ticket"_qs, u"open"_qs}, fields).first()[u"number"].toString();
    }

    void complain(const QString &cause) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_desk;
};

/// A complaint that was investigated, with or without the kind of its cause.
void ReportTest::complain(const QString &cause) const
{
    const QString number = opened(
        R"({"kind":"complaint","line":"water","category":"服务态度","description":"迟迟无人上门",
        "happened_at":"2026-03-02T09:00"})");
    ok({u"ticket"_qs, u"do"_qs, number, u"accept"_qs});
    ok({u"ticket"_qs, u"do"_qs, number, u"reach"_qs, u"outcome=reached"_qs});
    QStringList found{u"ticket"_qs, u"do"_qs, number, u"investigate"_qs, u"finding=upheld"_qs,
        u"cause=交接时漏派"_qs, u"responsible_unit=维修部"_qs, u"complaint_class=delay"_qs};
    if (!cause.isEmpty())
        found << u"cause_class="_qs + cause;
    ok(found);
    ok({u"measures"_qs, u"add"_qs, u"ticket="_qs + number, u"what=交接班逐单核对"_qs, u"by=wang"_qs,
        u"due=2026-03-09"_qs});
}

ToolRun ReportTest::ok(const QStringList &words, const QByteArray &input) const
{
    const ToolRun done = run(words, input);
    if (done.code != 0)
        qFatal("%s: %s", qPrintable(words.join(u' ')), done.told().constData());
    return done;
}

void ReportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = m_folder->filePath(u"desk"_qs);
    ok({u"init"_qs, u"--company"_qs, u"幸福物业公司"_qs, u"--admin"_qs, u"wang"_qs});
}

void ReportTest::theDistrictsFiguresArePlainCounts_data()
{
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("prefix"); // of the dates that belong to it
    QTest::newRow("month") << "2018-06"
                           << "2018-06";
    QTest::newRow("day") << "2018-06-14"
                         << "2018-06-14";
    QTest::newRow("year") << "2018"
                          << "2018";
    QTest::newRow("a month without any") << "2018-05"
                                         << "2018-05";
}

void ReportTest::theDistrictsFiguresArePlainCounts()
{
    QFETCH(QString, period);
    QFETCH(QString, prefix);
    if (!QFileInfo::exists(events))
        QSKIP("The district's events are not here (../shared/data).");
    QVector<Row> rows = rowsOf(events);
    QCOMPARE(rows.size(), 10000);
    rows.removeIf([&](const Row &row) { return !row[u"create_time"_qs].startsWith(prefix); });
    const Counts achieved = countBy(rows, [](const Row &row) { return row[u"achieve"_qs]; });

    ok({u"import"_qs, u"tickets"_qs, events, u"--mapping"_qs, mapping});
    const QJsonObject figures = ok({u"report"_qs, u"service"_qs, u"--period"_qs, period}).first();
    QCOMPARE(figures[u"received"].toInt(), rows.size());
    QCOMPARE(figures[u"done"].toInt(), rows.size());
    QCOMPARE(figures[u"on_time"].toInt(), achieved[u"按期办结"_qs]);
    QCOMPARE(figures[u"late"].toInt(), achieved[u"逾期办结"_qs]);
    QCOMPARE(figures[u"open"].toInt(), 0);
    const QJsonObject by = figures[u"by"].toObject();
    QCOMPARE(received(by[u"category"].toObject()),
        countBy(rows, [](const Row &row) { return row[u"subtype"_qs]; }));
    QCOMPARE(received(by[u"unit"].toObject()),
        countBy(rows, [](const Row &row) { return row[u"dispose_unit"_qs]; }));
    const QHash<QString, QString> kinds{{u"投诉"_qs, u"complaint"_qs},
        {u"求决"_qs, u"complaint"_qs}, {u"建议"_qs, u"suggestion"_qs}, {u"感谢"_qs, u"praise"_qs}};
    QCOMPARE(received(by[u"kind"].toObject()), countBy(rows, [&](const Row &row) {
        return kinds.value(row[u"property"_qs], u"enquiry"_qs);
    }));
}

void ReportTest::aCutGivesTheSameFiguresLater()
{
    opened(
        R"({"kind":"repair","line":"water","category":"室内漏水","happened_at":"2026-03-02T09:00"})");
    const QStringList report{u"report"_qs, u"service"_qs, u"--period"_qs, u"2026-03"_qs};
    QJsonObject then = ok(report).first();
    QCOMPARE(then[u"received"].toInt(), 1);
    QCOMPARE(then[u"late"].toInt(), 1);
    const QString second =
        opened(R"({"kind":"enquiry","title":"停水通知","happened_at":"2026-03-05T09:00"})");
    ok({u"ticket"_qs, u"do"_qs, second, u"answer"_qs, u"reply=已通水"_qs});
    QCOMPARE(ok(report).first()[u"received"].toInt(), 2);

    QJsonObject again = ok(report + QStringList{u"--cut"_qs, then[u"cut"].toString()}).first();
    QCOMPARE(again[u"entries_since"].toInt(), 2);
    then.remove(u"entries_since");
    again.remove(u"entries_since");
    QCOMPARE(again, then);
}

void ReportTest::theReportLeavesAsPdfAndWorkbook()
{
    opened(
        R"({"kind":"repair","line":"water","category":"室内漏水","happened_at":"2026-03-02T09:00"})");
    const QString pdf = m_folder->filePath(u"三月.pdf"_qs),
                  xlsx = m_folder->filePath(u"三月.xlsx"_qs);
    ok({u"report"_qs, u"service"_qs, u"--period"_qs, u"2026-03"_qs, u"--pdf"_qs, pdf, u"--xlsx"_qs,
        xlsx});
    const QVector<QJsonObject> rows = ok({u"table"_qs, xlsx}).lines;
    QVERIFY(!rows.isEmpty());
    QCOMPARE(rows[0][u"Received"].toVariant().toInt(), 1);
    if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty())
        QSKIP("pdftotext is not installed.");
    const QString text = textOf(pdf);
    for (const QString &words :
        {u"幸福物业公司"_qs, u"Service report"_qs, u"室内漏水"_qs, u"By service line"_qs})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void ReportTest::complaintsTellTheirLessons()
{
    for (const QString &cause :
        {u"skill"_qs, u"process"_qs, u"process"_qs, u"process"_qs, u"people"_qs, QString()})
        complain(cause);
    opened(
        R"({"kind":"repair","line":"water","category":"室内漏水","happened_at":"2026-03-02T09:00"})");
    const QString pdf = m_folder->filePath(u"lessons.pdf"_qs),
                  xlsx = m_folder->filePath(u"lessons.xlsx"_qs);
    const QStringList report{u"report"_qs, u"lessons"_qs, u"--period"_qs, u"2026-03"_qs};
    const QJsonObject told = ok(report + QStringList{u"--pdf"_qs, pdf, u"--xlsx"_qs, xlsx}).first();
    QCOMPARE(told[u"received"].toInt(), 6);
    QVERIFY(!told.contains(u"repairs_done") && !told.contains(u"times"));
    const QJsonObject pareto = told[u"pareto"][u"cause_class"].toObject();
    QCOMPARE(pareto[u"known"].toInt(), 5);
    QCOMPARE(pareto[u"unknown"].toInt(), 1);
    QCOMPARE(pareto[u"vital"].toInt(), 2);
    QStringList order;
    for (const QJsonValue &line : pareto[u"lines"].toArray())
        order << line[u"code"].toString();
    QCOMPARE(order, QStringList({u"process"_qs, u"people"_qs, u"skill"_qs}));
    QCOMPARE(pareto[u"lines"][1][u"cumulative"].toDouble(), 0.8);
    const QJsonArray measures = told[u"measures"].toArray();
    QCOMPARE(measures.size(), 6);
    QCOMPARE(measures[0][u"state"].toString(), u"overdue"_qs);
    QCOMPARE(measures[0][u"due"].toString(), u"2026-03-09"_qs);
    // Done and checked by another; the same cut still tells of six that are overdue.
    ok({u"staff"_qs, u"add"_qs, u"login=sun"_qs, u"name=孙洋"_qs, u"role=supervisor"_qs});
    ok({u"measures"_qs, u"set"_qs, measures[0][u"id"].toString(), u"done=2026-03-11"_qs,
        u"effect=再无漏派"_qs, u"checked_by=sun"_qs, u"checked=2026-04-01"_qs});
    const QJsonArray now = ok(report).first()[u"measures"].toArray();
    QCOMPARE(now[5][u"state"].toString(), u"checked"_qs);
    QCOMPARE(now[5][u"days_late"].toInt(), 2);
    QCOMPARE(now[5][u"checked_by"].toString(), u"孙洋"_qs);
    const QJsonObject again =
        ok(report + QStringList{u"--cut"_qs, told[u"cut"].toString()}).first();
    QCOMPARE(again[u"measures"], told[u"measures"]);
    if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty())
        QSKIP("pdftotext is not installed.");
    const QString text = textOf(pdf);
    for (const QString &words : {u"Lessons from complaints"_qs, u"By kind of cause"_qs, u"80.0%"_qs,
             u"Improvement measures"_qs, u"交接班逐单核对"_qs, u"overdue by"_qs})
        QVERIFY2(text.contains(words), qPrintable(words));
    QVERIFY(!text.contains(u"Fixed"_qs));
}

void ReportTest::slipsArePrintedInABatch()
{
    const QString first =
        opened(R"({"kind":"repair","line":"water","category":"室内漏水","address":"3栋2单元501",
        "description":"厨房阀门下方漏水","customer":{"name":"欧阳建国","phone":"13800138000"}})");
    const QString second = opened(R"({"kind":"enquiry","title":"何时供暖"})");
    const QString pdf = m_folder->filePath(u"slips.pdf"_qs);
    for (const QString &name : {u"receipt"_qs, u"order"_qs, u"visit"_qs}) {
        for (const QString &paper : {u"a5"_qs, u"80mm"_qs}) {
            const ToolRun done =
                ok({u"slip"_qs, name, first, second, u"--pdf"_qs, pdf, u"--paper"_qs, paper});
            QCOMPARE(done.first()[u"pages"].toInt(), 2);
        }
    }
    if (QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty())
        QSKIP("pdftotext is not installed.");
    ok({u"slip"_qs, u"order"_qs, first, u"--pdf"_qs, pdf});
    const QString text = textOf(pdf);
    for (const QString &words :
        {first, u"欧阳建国"_qs, u"13800138000"_qs, u"3栋2单元501"_qs, u"厨房阀门下方漏水"_qs})
        QVERIFY2(text.contains(words), qPrintable(words));
}

void ReportTest::badInputIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString none = u"/nowhere/at/all.pdf"_qs;
    QTest::newRow("no report of that name")
        << QStringList{u"report"_qs, u"weather"_qs, u"--period"_qs, u"2018"_qs} << 2;
    QTest::newRow("no period") << QStringList{u"report"_qs, u"service"_qs} << 2;
    QTest::newRow("a period that isn't one")
        << QStringList{u"report"_qs, u"service"_qs, u"--period"_qs, u"2018-13"_qs} << 2;
    QTest::newRow("an unknown grid") << QStringList{u"report"_qs, u"service"_qs, u"--period"_qs,
        u"2018"_qs, u"--grid"_qs, u"99"_qs}
                                     << 1;
    QTest::newRow("a cut that isn't one") << QStringList{u"report"_qs, u"service"_qs,
        u"--period"_qs, u"2018"_qs, u"--cut"_qs, u"today"_qs}
                                          << 2;
    QTest::newRow("a cut to come") << QStringList{u"report"_qs, u"service"_qs, u"--period"_qs,
        u"2018"_qs, u"--cut"_qs, u"9999"_qs}
                                   << 1;
    QTest::newRow("a folder that isn't there")
        << QStringList{u"report"_qs, u"service"_qs, u"--period"_qs, u"2018"_qs, u"--pdf"_qs, none}
        << 3;
    QTest::newRow("a workbook in a folder that isn't there")
        << QStringList{u"report"_qs, u"service"_qs, u"--period"_qs, u"2018"_qs, u"--xlsx"_qs, none}
        << 3;
    QTest::newRow("a slip of no name")
        << QStringList{u"slip"_qs, u"ticket"_qs, u"1"_qs, u"--pdf"_qs, none} << 2;
    QTest::newRow("a slip without a ticket")
        << QStringList{u"slip"_qs, u"receipt"_qs, u"--pdf"_qs, none} << 2;
    QTest::newRow("a slip of an unknown ticket")
        << QStringList{u"slip"_qs, u"receipt"_qs, u"X-1"_qs, u"--pdf"_qs, none} << 1;
    QTest::newRow("a slip to nowhere") << QStringList{u"slip"_qs, u"receipt"_qs, u"X-1"_qs} << 2;
    QTest::newRow("a paper that nobody has") << QStringList{u"slip"_qs, u"receipt"_qs, u"X-1"_qs,
        u"--pdf"_qs, none, u"--paper"_qs, u"a0"_qs}
                                             << 2;
}

void ReportTest::badInputIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const ToolRun refused = run(words);
    QVERIFY2(refused.code == code, refused.told().constData());
    QVERIFY(refused.lines.isEmpty());
    QCOMPARE(refused.error.trimmed().count(u'\n'), 0);
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
