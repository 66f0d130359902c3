// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/account.h"
#include "domain/ticket_fields.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

/// Desks that work apart and meet: what they hold afterwards is the same, and nothing of it is lost.
class DesksTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workDoneApartIsThereOnBoth();
    void aThirdDeskGetsItFromWhomItMeets();
    void concurrentCorrectionsContradict();
    void whoSawBothContradictsNeither();
    void aSecondAcceptanceIsAConflict();
    void aConflictIsSettledOnce();
    void twoRowsUnderOneLabel();
    void lateEntriesFoldAsIfTheyHadComeInOrder();
    void theCustomersKeyComesAlong();
    void outOfScopeThereAreNoKeys();
};

void DesksTogetherTest::workDoneApartIsThereOnBoth()
{
    DesksTogether desks;
    QVERIFY(desks.agree());
    const Id one = desks.openTicket(0, u"水管漏水"_s);
    const Id other = desks.openTicket(1, u"停电"_s);
    QVERIFY(!desks.agree());
    desks.meet(0, 1);
    QCOMPARE(desks.title(0, other), u"停电"_s);
    QCOMPARE(desks.title(1, one), u"水管漏水"_s);
    QVERIFY(desks.ticket(0, other)->values.text(field::Number).startsWith(u"02A-"));
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::aThirdDeskGetsItFromWhomItMeets()
{
    DesksTogether desks(3);
    const Id one = desks.openTicket(1, u"甲"_s);
    desks.meet(0, 1);
    desks.meet(0, 2);
    desks.correct(2, one, u"乙"_s);
    desks.meet(0, 2);
    desks.meet(0, 1);
    QCOMPARE(desks.title(1, one), u"乙"_s);
    QVERIFY(desks.conflicts(1, one).isEmpty());
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::concurrentCorrectionsContradict()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    desks.correct(0, id, u"厨房漏水"_s);
    desks.correct(1, id, u"厕所漏水"_s);
    desks.submit(1, ActOnTicket{id, u"note"_s, {{field::Remark, u"再来电"_s}}, {}, 0, 0});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        const auto found = desks.conflicts(i, id);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::Contradicts);
        QVERIFY(found[0].other > 0 && found[0].entry > 0);
        QCOMPARE(desks.ticket(i, id)->steps.size(), 4);
    }
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::whoSawBothContradictsNeither()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meetAll();
    desks.correct(0, id, u"一"_s);
    desks.correct(1, id, u"二"_s);
    desks.meet(0, 2);
    desks.meet(1, 2);
    desks.correct(2, id, u"三"_s);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        QCOMPARE(desks.conflicts(i, id).size(), 1);
        QCOMPARE(desks.title(i, id), u"三"_s);
    }
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::aSecondAcceptanceIsAConflict()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    desks.submit(0, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.submit(1, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        const auto found = desks.conflicts(i, id);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::NoLongerApplies);
        QVERIFY(found[0].other > 0);
        QCOMPARE(desks.ticket(i, id)->steps.size(), 2);
    }
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::aConflictIsSettledOnce()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    desks.correct(0, id, u"一"_s);
    desks.correct(1, id, u"二"_s);
    desks.meet(0, 1);
    const Id conflict = desks.conflicts(0, id)[0].id;
    QCOMPARE(desks.conflicts(1, id)[0].id, conflict);
    desks.submit(0, SettleConflict{conflict, id, u"已核实"_s});
    QVERIFY(store::refused(desks.desk(0).submit(SettleConflict{conflict, id, {}}).result()));
    desks.submit(1, SettleConflict{conflict, id, u"也核实"_s});
    desks.meet(0, 1);
    for (int i : {0, 1})
        QVERIFY(desks.conflicts(i, id)[0].settledBy > 0);
    QCOMPARE(desks.faults(), QString());
}

/// Each desk gives out a login and a code that the other one gives out too. The same row keeps it everywhere, the other one
/// answers to another label.
void DesksTogetherTest::twoRowsUnderOneLabel()
{
    DesksTogether desks;
    const auto put = [&desks](int number, Register reg, const Values &values) {
        return desks.submit(number, PutRow{reg, desks.desk(number).freshId(), values, {}}).subject;
    };
    const Values li{{staff::Login, u"li"_s}, {staff::Name, u"李"_s}, {staff::Role, u"clerk"_s}};
    const Values grid{{grid::Code, u"07"_s}, {grid::Name, u"幸福北"_s}};
    const Id first = put(0, Register::Staff, li), firstGrid = put(0, Register::Grid, grid);
    desks.clock.set_ms(desks.clock.now_ms() + 1000);
    const Id second = put(1, Register::Staff, li), secondGrid = put(1, Register::Grid, grid);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        store::Reader &reader = desks.desk(i).read();
        QCOMPARE(reader.findRowByCode(Register::Staff, u"li"_s)->row.id, first);
        QCOMPARE(reader.findRowByCode(Register::Staff, u"li@02"_s)->row.id, second);
        QCOMPARE(reader.findRowByCode(Register::Grid, u"07"_s)->row.id, firstGrid);
        QCOMPARE(reader.findRowByCode(Register::Grid, u"07@02"_s)->row.id, secondGrid);
        QVERIFY(!reader.findRowByCode(Register::Grid, u"07@01"_s));
        QCOMPARE(reader.findTwins(Register::Staff).constFirst().label, u"li@02"_s);
        support::signIn(desks.desk(i), u"li@02"_s);
        QCOMPARE(desks.desk(i).actor(), second);
    }
    support::signIn(desks.desk(0), u"wang"_s);
    desks.submit(0, PutRow{Register::Staff, second, {{staff::Login, u"li2"_s}}, {}});
    desks.meet(0, 1);
    QVERIFY(desks.desk(1).read().findTwins(Register::Staff).isEmpty());
    QCOMPARE(desks.desk(1).read().findRowByCode(Register::Staff, u"li2"_s)->row.id, second);
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::lateEntriesFoldAsIfTheyHadComeInOrder()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    const Id row = desks.desk(0).freshId();
    desks.submit(
        0, PutRow{Register::Grid, row, {{grid::Code, u"01"_s}, {grid::Name, u"东"_s}}, {}});
    desks.meetAll();
    // The longer one's later entries stand behind the short one's, wherever they arrive first.
    for (int i = 0; i < 5; ++i)
        desks.correct(1, id, u"一%1"_s.arg(i));
    desks.submit(1, PutRow{Register::Grid, row, {{grid::Name, u"东区"_s}}, {}});
    desks.submit(2, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.submit(2, PutRow{Register::Grid, row, {{grid::Households, 120}}, {}});
    desks.meet(1, 0);
    desks.meet(2, 0);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        QCOMPARE(desks.ticket(i, id)->state, u"with_chief"_s);
        QCOMPARE(desks.title(i, id), u"一4"_s);
        const Values values = desks.desk(i).read().findRow(row)->row.values;
        QCOMPARE(values.text(grid::Name), u"东区"_s);
        QCOMPARE(values.number(grid::Households), 120);
        QVERIFY(desks.desk(i).read().findConflicts(row).isEmpty());
    }
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::theCustomersKeyComesAlong()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.meet(0, 1);
    const Id customer = desks.customerOf(1, id);
    const auto row = desks.desk(1).read().findRow(customer);
    QCOMPARE(desks.desk(1).read().open(customer::Name, row->row.values[customer::Name]), u"李明"_s);
    QCOMPARE(desks.faults(), QString());
}

void DesksTogetherTest::outOfScopeThereAreNoKeys()
{
    DesksTogether desks;
    desks.join(u"none"_s);
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.meetAll();
    const Id customer = desks.customerOf(2, id);
    const auto row = desks.desk(2).read().findRow(customer);
    QVERIFY(desks.desk(2).read().open(customer::Name, row->row.values[customer::Name]).isEmpty());
    const store::Verdict verdict =
        desks.desk(2)
            .submit(PutRow{Register::Customer, customer, {{customer::Name, u"李小明"_s}}, {}})
            .result();
    QVERIFY(store::refused(verdict));
    // Through it the others still get everything.
    desks.meet(2, 1);
    QCOMPARE(desks.faults(), QString());
}

QTEST_GUILESS_MAIN(DesksTogetherTest)

#include "desks_together_test.moc"
