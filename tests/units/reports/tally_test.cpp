// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/tally.h"

#include <QTest>

using namespace reports;
using store::TicketFacts;
using enum Measure;

namespace
{
constexpr qint64 now_ms = 1'000'000;

TicketFacts closed(qint64 missed, std::optional<bool> recorded = {})
{
    return {.missedClocks = missed, .recordedOnTime = recorded, .isClosed = true};
}

TicketFacts open(qint64 due_ms, qint64 missed = 0)
{
    return {.due_ms = due_ms, .missedClocks = missed};
}
} // namespace

using Measures = QVector<Measure>;
Q_DECLARE_METATYPE(TicketFacts)
Q_DECLARE_METATYPE(Measures)

class TallyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsItsDefinitionSays_data();
    void countsAsItsDefinitionSays();
    void tellsShares();
    void addsUp();
    void findsTheMiddle_data();
    void findsTheMiddle();
};

void TallyTest::countsAsItsDefinitionSays_data()
{
    QTest::addColumn<TicketFacts>("ticket");
    QTest::addColumn<Measures>("counted"); // beside received
    QTest::newRow("done, every clock kept") << closed(0) << Measures{Done, OnTime};
    QTest::newRow("done, a clock missed") << closed(1) << Measures{Done, Late};
    QTest::newRow("imported as on time") << closed(1, true) << Measures{Done, OnTime};
    QTest::newRow("imported as late") << closed(0, false) << Measures{Done, Late};
    QTest::newRow("open, due later") << open(now_ms + 1) << Measures{Open};
    QTest::newRow("open, due right now") << open(now_ms) << Measures{Open};
    QTest::newRow("open, past due") << open(now_ms - 1) << Measures{Open, Late};
    QTest::newRow("open, nothing promised") << open(0) << Measures{Open};
    QTest::newRow("open, late once, in time again") << open(now_ms + 1, 1) << Measures{Open};
    QTest::newRow("cancelled, past due")
        << TicketFacts{.due_ms = 1, .missedClocks = 1, .isCancelled = true} << Measures{Cancelled};
    QTest::newRow("repair done at once") << TicketFacts{.isRepair = true, .isClosed = true}
                                         << Measures{Done, OnTime, RepairsDone, FixedFirst};
    QTest::newRow("repair sent back once")
        << TicketFacts{.round = 2, .isRepair = true, .isClosed = true}
        << Measures{Done, OnTime, RepairsDone};
    QTest::newRow("repair under way") << TicketFacts{.isRepair = true} << Measures{Open};
    QTest::newRow("fairly satisfied")
        << TicketFacts{.satisfaction = 3} << Measures{Open, Rated, Satisfied};
    QTest::newRow("dissatisfied") << TicketFacts{.satisfaction = 2} << Measures{Open, Rated};
}

void TallyTest::countsAsItsDefinitionSays()
{
    QFETCH(TicketFacts, ticket);
    QFETCH(Measures, counted);
    Tally tally;
    tally.add(marksOf(ticket, now_ms), ticket.satisfaction);
    for (const MeasureSpec &spec : allMeasures()) {
        const bool expected = spec.measure == Received || counted.contains(spec.measure);
        QVERIFY2(tally[spec.measure] == qint64(expected), spec.key);
    }
    QCOMPARE(&specOf(Satisfied), &allMeasures().back());
}

void TallyTest::tellsShares()
{
    Tally tally;
    QVERIFY(!tally.lateShare());
    QVERIFY(!tally.averageSatisfaction());
    for (const TicketFacts &ticket : {closed(0), closed(0), closed(2), open(1), open(now_ms + 1)})
        tally.add(marksOf(ticket, now_ms), 0);
    QCOMPARE(tally.lateShare(), 0.5);
    QCOMPARE(tally.onTimeShare(), 0.5);
    for (int satisfaction : {5, 5, 4, 2})
        tally.add(marksOf({.satisfaction = satisfaction}, now_ms), satisfaction);
    QCOMPARE(tally.averageSatisfaction(), 4.0);
    QCOMPARE(tally.satisfiedShare(), 0.75);
    QCOMPARE(tally.answers(5), 2);
}

void TallyTest::addsUp()
{
    Tally one, other;
    one.add(marksOf(closed(0), now_ms), 5);
    other.add(marksOf(closed(1), now_ms), 2);
    one += other;
    QCOMPARE(one[Received], 2);
    QCOMPARE(one[Late], 1);
    QCOMPARE(one.answers(5), 1);
    QCOMPARE(one.answers(2), 1);
}

void TallyTest::findsTheMiddle_data()
{
    QTest::addColumn<QVector<qint64>>("lengths");
    QTest::addColumn<qint64>("median");
    QTest::addColumn<qint64>("mean");
    QTest::newRow("none") << QVector<qint64>{} << qint64(0) << qint64(0);
    QTest::newRow("one") << QVector<qint64>{7} << qint64(7) << qint64(7);
    QTest::newRow("odd") << QVector<qint64>{9, 1, 2} << qint64(2) << qint64(4);
    QTest::newRow("even") << QVector<qint64>{10, 1, 3, 2} << qint64(2) << qint64(4);
    QTest::newRow("equal") << QVector<qint64>{5, 5, 5, 5} << qint64(5) << qint64(5);
}

void TallyTest::findsTheMiddle()
{
    QFETCH(QVector<qint64>, lengths);
    QFETCH(qint64, median);
    QFETCH(qint64, mean);
    const Spread spread = Spread::of({lengths.begin(), lengths.end()});
    QCOMPARE(spread.count, lengths.size());
    QCOMPARE(spread.median_ms, median);
    QCOMPARE(spread.mean_ms, mean);
}

QTEST_GUILESS_MAIN(TallyTest)
#include "tally_test.moc"
