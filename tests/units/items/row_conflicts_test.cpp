// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/items/settling.h"

#include <QTest>

using namespace settling;

/// What contradicts in the registers: rows, what was taken away, the areas of grids.
class RowConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowOfARegisterIsSettledToo();
    void aGridDrawnTwiceIsSettledByDrawingIt();
    void aRowThatWasTakenAwayComesBack();
};

void RowConflictsTest::aRowOfARegisterIsSettledToo()
{
    DesksTogether desks;
    const Id row = desks.desk(0).freshId();
    desks.submit(
        0, PutRow{Register::Grid, row, {{grid::Code, u"07"_s}, {grid::Name, u"幸福北"_s}}, {}});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        const QString name = i == 0 ? u"幸福北区"_s : u"北苑"_s;
        desks.submit(i, PutRow{Register::Grid, row, {{grid::Name, name}}, {}});
    }
    desks.meet(0, 1);
    const auto card = *first(desks.desk(1));
    QCOMPARE(*card.reg, Register::Grid);
    QVERIFY(card.subject.startsWith(u"07 "));
    QCOMPARE(card.fields.size(), 1);
    settle(desks, 1, card, Holds::Earlier);
    desks.meet(0, 1);
    QCOMPARE(
        desks.desk(0).read().findRow(row)->row.values.text(grid::Name), card.fields[0].earlier);
    QVERIFY(!first(desks.desk(0)));
    QVERIFY(desks.agree());
}

void RowConflictsTest::aGridDrawnTwiceIsSettledByDrawingIt()
{
    const auto block = [](qint32 wide) {
        return Shape{
            {Polygon{{{1'163'900'000, 399'000'000}, {1'163'900'000 + wide, 399'000'000},
                         {1'163'900'000 + wide, 399'045'000}, {1'163'900'000, 399'045'000}},
                {}}}};
    };
    DesksTogether desks;
    const Id row = desks.desk(0).freshId();
    desks.submit(
        0, PutRow{Register::Grid, row, {{grid::Code, u"07"_s}, {grid::Name, u"幸福北"_s}}, {}});
    desks.meet(0, 1);
    for (int i : {0, 1})
        desks.submit(i, DrawGrids{0, {}, {{row, block(i == 0 ? 60'000 : 90'000)}}, u"测绘"_s});
    desks.meet(0, 1);
    const auto card = *first(desks.desk(0));
    QCOMPARE(*card.reg, Register::Drawing);
    QCOMPARE(card.subject, u"07 幸福北"_s);
    QVERIFY(!items::mayBeTyped(card));
    QCOMPARE(card.fields.size(), 1);
    const ConflictCard::Field &area = card.fields[0];
    QVERIFY(area.laterStands && !area.earlierStands);
    QVERIFY2(
        area.earlier.contains(u"m²"_s) && area.earlier.contains(u"4 "_s), qPrintable(area.earlier));
    QVERIFY(area.earlier != area.later);
    QVERIFY(area.earlierArea != area.laterArea && !area.earlierArea.isEmpty());
    const auto plan = planOf(desks.desk(0), card, Holds::Earlier);
    QCOMPARE(std::get<DrawGrids>(*plan.first).reason, u"测绘"_s);
    settle(desks, 0, card, Holds::Earlier);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QVERIFY(!first(desks.desk(i)));
        const auto drawings = desks.desk(i).read().findDrawings(row);
        QCOMPARE(drawings.size(), 1);
        QCOMPARE(drawings.constFirst().area, area.earlierArea);
    }
    QVERIFY(desks.agree());
}

void RowConflictsTest::aRowThatWasTakenAwayComesBack()
{
    DesksTogether desks;
    const Id row = desks.desk(0).freshId();
    desks.submit(0,
        PutRow{Register::Equipment, row,
            {{equipment::Code, u"P-1"_s}, {equipment::Name, u"二号泵"_s}}, {}});
    desks.meet(0, 1);
    desks.submit(0, RemoveRow{Register::Equipment, row});
    desks.submit(1, PutRow{Register::Equipment, row, {{equipment::Maker, u"南方"_s}}, {}});
    desks.meet(0, 1);
    const auto card = *first(desks.desk(0));
    const bool wasRemovedLater = card.fields[0].later == u"is taken away"_s;
    settle(desks, 0, card, wasRemovedLater ? Holds::Earlier : Holds::Later);
    const auto kept = desks.desk(0).read().findRow(row);
    QVERIFY(!kept->row.removed);
    QCOMPARE(kept->row.values.text(equipment::Name), u"二号泵"_s);
}

QTEST_GUILESS_MAIN(RowConflictsTest)
#include "row_conflicts_test.moc"
