// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure_table.h"
#include "reports/figures.h"
#include "reports/pareto.h"
#include "support/small_desk.h"

#include <QTest>

using namespace reports;
using namespace domain;
using namespace Qt::StringLiterals;
using support::moment_ms;
using Stage = Improvement::Stage;

namespace
{

/// So many complaints with one kind of cause.
Group group(const QString &code, int count)
{
    Group group{code, code, {}};
    for (int i = 0; i < count; ++i)
        group.tally.add(Marks().set(size_t(Measure::Received)), 0);
    return group;
}

QStringList codesOf(const Pareto &pareto)
{
    QStringList codes;
    for (const Pareto::Line &line : pareto.lines)
        codes << line.code;
    return codes;
}

} // namespace

// What a company learns from its complaints of a November.
class LessonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theMostComesFirst();
    void equalsStandInOneOrder();
    void theLevelMayBeReachedExactly();
    void nothingKnownHasNoOrder();
    void countsComplaintsAlone();
    void tellsCausesInOrder();
    void tellsOfMeasures();
    void olderMonthsTellOfTheirOwn();
    void staysWithinTheGrids();
    void aDayIsLateWhenItIsOver_data();
    void aDayIsLateWhenItIsOver();
    void whoHearsOfTheOverdue();
    void aCutGivesTheSameMeasures();
    void laysOutTwoTables();

private:
    Figures count(
        const QString &period, const QStringList &grids = {}, std::optional<Cut> cut = {});
    Id complaint(const QString &at, const Id &grid, const QString &cause);
    Id measure(const Id &ticket, const QString &what, const QString &due, const Values &more = {});
    QStringList told(const Figures &figures);

    std::unique_ptr<support::SmallDesk> m_small;
    Id m_east, m_west, m_li, m_zhao, m_sun;
};

Figures LessonsTest::count(const QString &period, const QStringList &grids, std::optional<Cut> cut)
{
    return countFigures(
        m_small->read(), {findReport(u"lessons"), Period::parse(period).value(), grids, cut});
}

Id LessonsTest::complaint(const QString &at, const Id &grid, const QString &cause)
{
    Values values{{field::Kind, u"complaint"_s}, {field::Line, u"water"_s},
        {field::Category, u"服务态度"_s}, {field::HappenedAt, moment_ms(at)},
        {field::Grid, QVariant::fromValue(grid)}};
    if (!cause.isEmpty())
        values.set(field::CauseClass, cause);
    const QString number = m_small->open(values, {}, u"closed"_s);
    return m_small->read().findTicket(number)->ticket.id;
}

Id LessonsTest::measure(
    const Id &ticket, const QString &what, const QString &due, const Values &more)
{
    Values values{{measure::What, what}, {measure::By, QVariant::fromValue(m_zhao)},
        {measure::Due, moment_ms(due + u" 00:00"_s)}};
    if (!ticket.isNull())
        values.set(measure::Ticket, QVariant::fromValue(ticket));
    values.merge(more);
    return m_small->addRow(Register::Measure, values);
}

QStringList LessonsTest::told(const Figures &figures)
{
    QStringList told;
    for (const Improvement &one : figures.improvements)
        told << one.what + u' ' + codeOf(one.stage(figures.cut.at_ms, figures.zone));
    return told;
}

void LessonsTest::initTestCase()
{
    m_small = std::make_unique<support::SmallDesk>(u"2026-11-20 08:00"_s);
    m_east = m_small->addGrid(u"01"_s, u"东区"_s);
    m_west = m_small->addGrid(u"02"_s, u"西区"_s);
    m_zhao = m_small->addPerson(u"zhao"_s, u"赵强"_s, u"technician"_s);
    m_sun = m_small->addPerson(u"sun"_s, u"孙洋"_s, u"supervisor"_s);
    m_li = m_small->addRow(Register::Staff,
        {{staff::Login, u"li"_s}, {staff::Name, u"李明"_s}, {staff::Role, u"chief"_s},
            {staff::Grid, QVariant::fromValue(m_east)}});
    for (const char *cause : {"process", "process", "process", "skill", "skill", "people"})
        complaint(u"2026-11-03 09:00"_s, m_east, QString::fromLatin1(cause));
    const Id unknown = complaint(u"2026-11-04 09:00"_s, m_west, {});
    const Id older = complaint(u"2026-10-04 09:00"_s, m_west, u"policy"_s);
    m_small->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
        {field::Category, u"室内漏水"_s}, {field::HappenedAt, moment_ms(u"2026-11-05 09:00"_s)}});

    const Values done{{measure::Done, moment_ms(u"2026-11-12 00:00"_s)}};
    Values checked = done;
    checked.set(measure::Effect, u"不再发生"_s);
    checked.set(measure::CheckedBy, QVariant::fromValue(m_sun));
    checked.set(measure::Checked, moment_ms(u"2026-11-18 00:00"_s));
    measure(unknown, u"培训"_s, u"2026-12-01"_s);
    measure(unknown, u"换表"_s, u"2026-11-10"_s, checked);
    measure(unknown, u"改流程"_s, u"2026-11-17"_s);
    measure(older, u"复核电价"_s, u"2026-10-20"_s, done);
    measure(older, u"公示"_s, u"2026-10-10"_s, checked);
    measure({}, u"清洗水箱"_s, u"2026-11-25"_s);
}

void LessonsTest::theMostComesFirst()
{
    const Pareto pareto = paretoOf({group(u"skill"_s, 3), group({}, 9), group(u"process"_s, 5),
        group(u"people"_s, 1), group(u"outside"_s, 1)});
    QCOMPARE(codesOf(pareto), QStringList({u"process"_s, u"skill"_s, u"outside"_s, u"people"_s}));
    QCOMPARE(pareto.known, 10);
    QCOMPARE(pareto.unknown, 9);
    QCOMPARE(pareto.vital, 2);
    QCOMPARE(pareto.share(pareto.lines[1]), 0.3);
    QCOMPARE(pareto.shareUpTo(pareto.lines[1]), 0.8);
    QCOMPARE(pareto.shareUpTo(pareto.lines[3]), 1.0);
}

void LessonsTest::equalsStandInOneOrder()
{
    const QStringList order{u"equipment"_s, u"people"_s, u"policy"_s, u"skill"_s};
    QVector<Group> groups{group(u"skill"_s, 2), group(u"policy"_s, 2), group(u"people"_s, 2),
        group(u"equipment"_s, 2)};
    for (int turn = 0; turn < 4; ++turn) {
        QCOMPARE(codesOf(paretoOf(groups)), order);
        std::ranges::rotate(groups, groups.begin() + 1);
    }
    QCOMPARE(paretoOf(groups).vital, 4);
}

void LessonsTest::theLevelMayBeReachedExactly()
{
    const Pareto pareto = paretoOf({group(u"a"_s, 4), group(u"b"_s, 1)});
    QCOMPARE(pareto.vital, 1);
    QCOMPARE(paretoOf({group(u"a"_s, 7)}).vital, 1);
}

void LessonsTest::nothingKnownHasNoOrder()
{
    const Pareto pareto = paretoOf({group({}, 4)});
    QVERIFY(pareto.lines.isEmpty());
    QCOMPARE(pareto.unknown, 4);
    QCOMPARE(pareto.vital, 0);
    QCOMPARE(paretoOf({}).known, 0);
}

void LessonsTest::countsComplaintsAlone()
{
    const Figures figures = count(u"2026-11"_s);
    QVERIFY(figures.isComplete);
    QCOMPARE(figures.present.all[Measure::Received], 7);
    QCOMPARE(figures.before.all[Measure::Received], 1);
    QVERIFY(!figures.request.report->shows(Measure::FixedFirst));
    QVERIFY(findReport(u"service")->shows(Measure::FixedFirst));
}

void LessonsTest::tellsCausesInOrder()
{
    const Figures figures = count(u"2026-11"_s);
    QStringList codes;
    for (const Group &group : figures.by(field::CauseClass))
        codes << group.code;
    QCOMPARE(codes, QStringList({u"process"_s, u"skill"_s, u"people"_s, QString()}));
    const Pareto pareto = paretoOf(figures.by(field::CauseClass));
    QCOMPARE(pareto.known, 6);
    QCOMPARE(pareto.unknown, 1);
    QCOMPARE(pareto.vital, 2);
}

// Those of the month's complaints and what is open of earlier ones; what is over and older is told no more.
void LessonsTest::tellsOfMeasures()
{
    const Figures figures = count(u"2026-11"_s);
    QCOMPARE(told(figures),
        QStringList({u"改流程 overdue"_s, u"清洗水箱 open"_s, u"培训 open"_s, u"复核电价 done"_s,
            u"换表 checked"_s}));
    const Improvement &overdue = figures.improvements.first();
    QCOMPARE(overdue.who, u"赵强"_s);
    QVERIFY(!overdue.number.isEmpty());
    QCOMPARE(overdue.lateDays(figures.cut.at_ms, figures.zone), 3);
    QCOMPARE(figures.improvements[1].number, QString());
    QCOMPARE(figures.improvements[3].lateDays(figures.cut.at_ms, figures.zone), 23);
    QCOMPARE(figures.improvements[4].checkedBy, u"孙洋"_s);
    QCOMPARE(figures.improvements[4].effect, u"不再发生"_s);
}

void LessonsTest::olderMonthsTellOfTheirOwn()
{
    // Nor did anybody think of the tank in October.
    QCOMPARE(told(count(u"2026-10"_s)), QStringList({u"复核电价 done"_s, u"公示 checked"_s}));
    // The service report tells of none.
    QVERIFY(countFigures(m_small->read(),
        {findReport(u"service"), Period::parse(u"2026-11").value(), {},
            {}}).improvements.isEmpty());
}

void LessonsTest::staysWithinTheGrids()
{
    QVERIFY(told(count(u"2026-11"_s, {u"01"_s})).isEmpty());
    QCOMPARE(told(count(u"2026-11"_s, {u"02"_s})),
        QStringList({u"改流程 overdue"_s, u"培训 open"_s, u"复核电价 done"_s, u"换表 checked"_s}));
}

void LessonsTest::aDayIsLateWhenItIsOver_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("days");
    QTest::newRow("in the morning of the day") << "2026-11-17 00:00" << 0;
    QTest::newRow("in its last minute") << "2026-11-17 23:59" << 0;
    QTest::newRow("the minute after") << "2026-11-18 00:00" << 1;
    QTest::newRow("a month later") << "2026-12-17 12:00" << 30;
}

void LessonsTest::aDayIsLateWhenItIsOver()
{
    QFETCH(QString, now);
    QFETCH(int, days);
    const QTimeZone zone = m_small->read().zone();
    const Improvement one{.due_ms = moment_ms(u"2026-11-17 00:00"_s)};
    QCOMPARE(one.lateDays(moment_ms(now), zone), days);
    QCOMPARE(one.stage(moment_ms(now), zone), days > 0 ? Stage::Overdue : Stage::Open);
}

void LessonsTest::whoHearsOfTheOverdue()
{
    const auto heard = [&](const Id &person) {
        QStringList told;
        for (const Improvement &one : findOverdueFor(m_small->read(), person))
            told << one.what;
        return told;
    };
    QCOMPARE(heard(m_zhao), QStringList{u"改流程"_s}); // who answers for it
    QCOMPARE(heard(m_sun), QStringList{u"改流程"_s}); // who watches over quality
    QVERIFY(heard(m_li).isEmpty()); // the chief of another grid
}

void LessonsTest::aCutGivesTheSameMeasures()
{
    const Figures then = count(u"2026-11"_s);
    const Id gone = then.improvements[2].id;
    m_small->submit(PutRow{Register::Measure, then.improvements.first().id,
        {{measure::Done, moment_ms(u"2026-11-20 00:00"_s)}}, {}});
    m_small->submit(RemoveRow{Register::Measure, gone});
    measure(then.improvements.first().ticket, u"再培训"_s, u"2026-12-09"_s);
    QCOMPARE(told(count(u"2026-11"_s)),
        QStringList({u"清洗水箱 open"_s, u"再培训 open"_s, u"复核电价 done"_s, u"改流程 done"_s,
            u"换表 checked"_s}));
    QCOMPARE(count(u"2026-11"_s, {}, then.cut).improvements, then.improvements);
}

void LessonsTest::laysOutTwoTables()
{
    const FigureTable table = tableOf(count(u"2026-11"_s));
    QStringList titles;
    for (const FigureTable::Column &column : table.columns)
        titles << column.title;
    QVERIFY(titles.contains(u"Cumulative share"_s));
    QVERIFY(!titles.contains(u"Repairs done"_s) && !titles.contains(u"Fixed-at-once share"_s));
    for (const QVariantList &row : table.rows)
        QCOMPARE(row.size(), table.columns.size());
    QCOMPARE(table.further.size(), 1);
    QCOMPARE(table.further[0].rows.size(), 5);
    for (const QVariantList &row : table.further[0].rows)
        QCOMPARE(row.size(), table.further[0].columns.size());
}

QTEST_GUILESS_MAIN(LessonsTest)
#include "lessons_test.moc"
