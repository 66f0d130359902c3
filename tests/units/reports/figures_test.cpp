// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure_table.h"
#include "reports/figures.h"
#include "support/small_desk.h"

#include <QTest>

using namespace reports;
using namespace domain;
using support::moment_ms;
using enum Measure;

namespace
{

Values matter(const QString &kind, const QString &line, const QString &category, const QString &at)
{
    return {{field::Kind, kind}, {field::Line, line}, {field::Category, category},
        {field::HappenedAt, moment_ms(at)}};
}

QMap<QString, qint64> received(const QVector<Group> &groups)
{
    QMap<QString, qint64> counts;
    for (const Group &group : groups)
        counts[group.code] = group.tally[Received];
    return counts;
}

using Counts = QMap<QString, qint64>;

} // namespace

// One autumn of a company with two grids and one technician.
class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsTheMonth();
    void countsByField();
    void countsTimes();
    void comparesWithTheMonthBeforeAndTheYearBefore();
    void followsTheTrend();
    void staysWithinTheGrids();
    void givesThePastAgain();
    void takesTheMomentOfAnEntry();
    void stops();
    void laysOutATable();

private:
    Figures count(
        const QString &period, const QStringList &grids = {}, std::optional<Cut> cut = {});
    QString repair(const QString &day, const Id &grid);

    std::unique_ptr<support::SmallDesk> m_small;
    Id m_east, m_west, m_zhao, m_li;
};

Figures FiguresTest::count(const QString &period, const QStringList &grids, std::optional<Cut> cut)
{
    return countFigures(
        m_small->read(), {findReport(u"service"), Period::parse(period).value(), grids, cut});
}

// From the call at 9 to the visit; 30 minutes to arrive, 2 hours to finish.
QString FiguresTest::repair(const QString &day, const Id &grid)
{
    Values values = matter(QStringLiteral("repair"), QStringLiteral("water"),
        QStringLiteral("室内漏水"), day + " 09:00");
    values.set(field::Grid, QVariant::fromValue(grid));
    values.set(field::Urgency, QStringLiteral("emergency"));
    const QString number = m_small->open(values);
    const Values toZhao{{field::Assignee, QVariant::fromValue(m_zhao)}};
    m_small->act(number, QStringLiteral("dispatch"), toZhao, {}, day + " 09:05");
    m_small->act(number, QStringLiteral("arrive"), {}, m_zhao, day + " 09:30");
    m_small->act(number, QStringLiteral("finish"), {}, m_zhao, day + " 11:00");
    m_small->act(number, QStringLiteral("confirm"), {}, m_li, day + " 11:30");
    m_small->act(number, QStringLiteral("file"), {}, {}, day + " 12:00");
    return number;
}

void FiguresTest::initTestCase()
{
    m_small = std::make_unique<support::SmallDesk>(QStringLiteral("2026-11-20 08:00"));
    m_east = m_small->addGrid(QStringLiteral("01"), QStringLiteral("东区"));
    m_west = m_small->addGrid(QStringLiteral("02"), QStringLiteral("西区"));
    m_zhao = m_small->addPerson(
        QStringLiteral("zhao"), QStringLiteral("赵强"), QStringLiteral("technician"));
    m_li =
        m_small->addPerson(QStringLiteral("li"), QStringLiteral("李明"), QStringLiteral("member"));

    const QString visit = QStringLiteral("visit");
    const QString pleased = repair(QStringLiteral("2026-11-03"), m_east);
    m_small->act(
        pleased, visit, {{field::Satisfaction, 5}}, {}, QStringLiteral("2026-11-03 15:00"));
    // Sent back once, then fairly satisfied; the second arrival came a day late.
    const QString sentBack = repair(QStringLiteral("2026-11-04"), m_east);
    m_small->act(
        sentBack, visit, {{field::Satisfaction, 2}}, {}, QStringLiteral("2026-11-04 15:00"));
    m_small->act(
        sentBack, QStringLiteral("arrive"), {}, m_zhao, QStringLiteral("2026-11-05 15:00"));
    m_small->act(
        sentBack, QStringLiteral("finish"), {}, m_zhao, QStringLiteral("2026-11-05 16:00"));
    m_small->act(sentBack, QStringLiteral("confirm"), {}, m_li, QStringLiteral("2026-11-05 16:30"));
    m_small->act(sentBack, QStringLiteral("file"), {}, {}, QStringLiteral("2026-11-05 17:00"));
    m_small->act(
        sentBack, visit, {{field::Satisfaction, 3}}, {}, QStringLiteral("2026-11-05 18:00"));
    // Waits for its visit; nobody came within the two days.
    repair(QStringLiteral("2026-11-16"), m_west);
    const QString cancelled = m_small->open(matter(QStringLiteral("enquiry"), QStringLiteral("gas"),
        QStringLiteral("开户"), QStringLiteral("2026-11-06 10:00")));
    m_small->act(cancelled, QStringLiteral("cancel"), {{field::Reason, QStringLiteral("重复")}});
    // The last second of October and the first of November, by the company's clock.
    m_small->open(matter(QStringLiteral("enquiry"), QStringLiteral("gas"), QStringLiteral("开户"),
                      QStringLiteral("2026-10-31 23:59")),
        {}, QStringLiteral("closed"));
    m_small->open(matter(QStringLiteral("enquiry"), QStringLiteral("gas"), QStringLiteral("开户"),
                      QStringLiteral("2026-11-01 00:00")),
        {}, QStringLiteral("closed"));
    Values imported = matter(QStringLiteral("complaint"), QStringLiteral("property"),
        QStringLiteral("噪声扰民"), QStringLiteral("2025-11-11 10:00"));
    imported.set(field::OnTime, false);
    m_small->open(imported, {}, QStringLiteral("closed"));
}

void FiguresTest::countsTheMonth()
{
    const Figures figures = count(QStringLiteral("2026-11"));
    QVERIFY(figures.isComplete);
    QCOMPARE(figures.company, QStringLiteral("幸福物业公司"));
    const Tally &all = figures.present.all;
    QCOMPARE(all[Received], 5);
    QCOMPARE(all[Done], 3);
    QCOMPARE(all[Open], 1);
    QCOMPARE(all[Cancelled], 1);
    QCOMPARE(all[OnTime], 2);
    QCOMPARE(all[Late], 2);
    QCOMPARE(all[RepairsDone], 2);
    QCOMPARE(all[FixedFirst], 1);
    QCOMPARE(all.averageSatisfaction(), 4.0);
    QCOMPARE(all.satisfiedShare(), 1.0);
}

void FiguresTest::countsByField()
{
    const Figures figures = count(QStringLiteral("2026-11"));
    QCOMPARE(received(figures.by(field::Kind)), (Counts{{"repair", 3}, {"enquiry", 2}}));
    QCOMPARE(received(figures.by(field::Line)), (Counts{{"water", 3}, {"gas", 2}}));
    QCOMPARE(received(figures.by(field::Category)), (Counts{{"室内漏水", 3}, {"开户", 2}}));
    QCOMPARE(received(figures.by(field::Grid)), (Counts{{"01", 2}, {"", 2}, {"02", 1}}));
    QCOMPARE(received(figures.by(field::Channel)), (Counts{{"counter", 5}}));
    QCOMPARE(received(figures.by(field::Assignee)), (Counts{{"zhao", 3}, {"", 2}}));
    QCOMPARE(figures.by(field::Channel).first().label, QStringLiteral("柜台"));
    QCOMPARE(figures.by(field::Assignee).first().label, QStringLiteral("赵强"));
    const Group &west = figures.by(field::Grid).last();
    QCOMPARE(west.label, QStringLiteral("02 西区"));
    QCOMPARE(west.tally[Late], 1);
}

void FiguresTest::countsTimes()
{
    constexpr qint64 minute_ms = 60'000;
    const PeriodFigures month = count(QStringLiteral("2026-11")).present;
    QCOMPARE(month[Span::Response], (Spread{3, 30 * minute_ms, 30 * minute_ms}));
    QCOMPARE(month[Span::Repair].median_ms, 90 * minute_ms);
    // 09:00 on the fourth to 16:00 on the fifth, and twice two hours.
    QCOMPARE(month[Span::Whole].mean_ms, (31 + 2 + 2) * 60 * minute_ms / 3);
}

void FiguresTest::comparesWithTheMonthBeforeAndTheYearBefore()
{
    const Figures figures = count(QStringLiteral("2026-11"));
    QCOMPARE(figures.before.period.text(), QStringLiteral("2026-10"));
    QCOMPARE(figures.before.all[Received], 1);
    QCOMPARE(figures.yearBefore.period.text(), QStringLiteral("2025-11"));
    QCOMPARE(figures.yearBefore.all[Late], 1);
}

void FiguresTest::followsTheTrend()
{
    const Figures figures = count(QStringLiteral("2026-11"));
    QCOMPARE(figures.present.trend.size(), 30);
    QCOMPARE(figures.present.trend[0][Received], 1);
    QCOMPARE(figures.present.trend[2][Done], 1);
    QCOMPARE(figures.present.trend[29][Received], 0);
    QCOMPARE(figures.before.trend.size(), 31);
    QCOMPARE(figures.before.trend[30][Received], 1);
}

void FiguresTest::staysWithinTheGrids()
{
    const Figures figures = count(QStringLiteral("2026-11"), {QStringLiteral("01")});
    QCOMPARE(figures.present.all[Received], 2);
    QCOMPARE(received(figures.by(field::Grid)), (Counts{{"01", 2}}));
    QCOMPARE(figures.before.all[Received], 0);
    QCOMPARE(count(QStringLiteral("2026-11"), {QStringLiteral("01"), QStringLiteral("02")})
                 .present.all[Received],
        3);
}

// Whatever comes later and however late it is then, the same cut gives the same figures.
void FiguresTest::givesThePastAgain()
{
    const Figures then = count(QStringLiteral("2026-11"));
    QCOMPARE(then.entriesSince, 0);
    const QString more = m_small->open(matter(QStringLiteral("repair"), QStringLiteral("heat"),
        QStringLiteral("室温不达标"), QStringLiteral("2026-11-20 07:00")));
    m_small->act(more, QStringLiteral("note"), {{field::Remark, QStringLiteral("在家")}});
    m_small->clock.passMinutes(60 * 24 * 30);
    QCOMPARE(count(QStringLiteral("2026-11")).present.all[Late], 3);

    const Figures again = count(QStringLiteral("2026-11"), {}, then.cut);
    QCOMPARE(again.cut, then.cut);
    QCOMPARE(again.entriesSince, 2);
    QCOMPARE(again.present.all, then.present.all);
    QCOMPARE(again.present.times, then.present.times);
    QCOMPARE(again.present.trend, then.present.trend);
    QCOMPARE(received(again.by(field::Grid)), received(then.by(field::Grid)));
    QCOMPARE(again.yearBefore.all, then.yearBefore.all);
}

void FiguresTest::takesTheMomentOfAnEntry()
{
    const Figures figures =
        count(QStringLiteral("2026-11"), {}, Cut{m_small->read().position() - 2});
    QCOMPARE(figures.cut.at_ms, moment_ms(QStringLiteral("2026-11-20 08:00")));
    QCOMPARE(figures.present.all[Received], 5);
}

void FiguresTest::stops()
{
    const std::atomic<bool> stop = true;
    const Figures figures = countFigures(m_small->read(),
        {findReport(u"service"), Period::parse(u"2026-11").value(), {},
            Cut{m_small->read().position()}},
        &stop);
    QVERIFY(!figures.isComplete);
}

void FiguresTest::laysOutATable()
{
    const FigureTable table = tableOf(count(QStringLiteral("2026-11")));
    for (const QVariantList &row : table.rows)
        QCOMPARE(row.size(), table.columns.size());
    QCOMPARE(table.rows.size(), 3 + 30 + 2 + 3 + 3 + 3 + 1 + 1 + 2);
    QCOMPARE(table.rows[0][2], QVariant(qint64(6)));
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "figures_test.moc"
