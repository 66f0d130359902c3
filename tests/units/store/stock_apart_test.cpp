// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/stock.h"
#include "store/stock_moves.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

/// Two desks that take from the same shelf without hearing of each other.
class StockApartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBothTookIsGoneOnBoth();
    void aloneNobodyTakesMoreThanIsThere();
    void whatBothTookOfTheSameLastOnesIsAConflict();
    void aCountBesideAMoveIsAConflict();
    void lateMovesAddUpAsIfTheyHadComeInOrder();
    void aRepairAndWhatItUsedAreOneEntry();
    void whoeverLostTheRightMovesNothing();

private:
    static Id shelve(DesksTogether &desks, qint64 quantity)
    {
        const Id pipe = desks.desk(0).freshId();
        desks.submit(0,
            PutRow{Register::Supply, pipe,
                {{supply::Code, u"P20"_s}, {supply::Name, u"PVC管"_s}, {supply::Unit, u"米"_s},
                    {supply::Minimum, 2000}},
                {}});
        desks.submit(0, MoveStock{pipe, u"received"_s, quantity, {}, u"进货"_s});
        desks.meetAll();
        return pipe;
    }
    static void move(
        DesksTogether &desks, int number, const Id &supply, const QString &kind, qint64 quantity)
    {
        desks.submit(number, MoveStock{supply, kind, quantity, {}, {}});
    }
    static qint64 there(DesksTogether &desks, int number, const Id &supply)
    {
        const auto row = desks.desk(number).read().findRow(supply);
        return row ? inStock(row->row) : -1;
    }
    static QVector<store::StockMoveLine> moves(DesksTogether &desks, int number, const Id &supply)
    {
        return store::findStockMoves(desks.desk(number).read().database(), supply);
    }
};

void StockApartTest::whatBothTookIsGoneOnBoth()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 10'000);
    move(desks, 0, pipe, u"issued"_s, 2500);
    move(desks, 1, pipe, u"issued"_s, 4000);
    move(desks, 1, pipe, u"returned"_s, 500);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(there(desks, i, pipe), 4000);
        QVERIFY(desks.conflicts(i, pipe).isEmpty());
        QCOMPARE(moves(desks, i, pipe).size(), 4);
    }
    QCOMPARE(desks.faults(), QString());
}

void StockApartTest::aloneNobodyTakesMoreThanIsThere()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 3000);
    const auto verdict = desks.desk(1).submit(MoveStock{pipe, u"issued"_s, 3001, {}, {}}).result();
    QVERIFY(store::refused(verdict));
    QCOMPARE(store::refused(verdict)->field, u"quantity"_s);
    QVERIFY(store::refused(desks.desk(1)
                               .submit(PutRow{Register::Supply, pipe, {{supply::Quantity, 9}}, {}})
                               .result()));
    QCOMPARE(there(desks, 1, pipe), 3000);
}

void StockApartTest::whatBothTookOfTheSameLastOnesIsAConflict()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 5000);
    move(desks, 0, pipe, u"issued"_s, 4000);
    move(desks, 1, pipe, u"issued"_s, 3000);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(there(desks, i, pipe), -2000);
        const auto found = desks.conflicts(i, pipe);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::StockBelowZero);
        const auto taken = moves(desks, i, pipe);
        QCOMPARE(found[0].other, taken[1].position);
        QCOMPARE(found[0].entry, taken[2].position);
        QVERIFY(taken[1].counts && taken[2].counts);
    }
    // Somebody counts, and says that this is what holds.
    move(desks, 1, pipe, u"counted"_s, 0);
    desks.submit(1, SettleConflict{desks.conflicts(1, pipe)[0].id, pipe, u"已盘点"_s});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(there(desks, i, pipe), 0);
        QVERIFY(desks.conflicts(i, pipe)[0].settledBy > 0);
    }
    QCOMPARE(desks.faults(), QString());
}

/// The shelf was counted at one desk while another one took something from it: before or after, the books don't know.
void StockApartTest::aCountBesideAMoveIsAConflict()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 10'000);
    move(desks, 0, pipe, u"counted"_s, 8000);
    move(desks, 1, pipe, u"issued"_s, 2000);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(there(desks, i, pipe), 6000);
        const auto found = desks.conflicts(i, pipe);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::Contradicts);
        QVERIFY(found[0].other > 0);
    }
    QCOMPARE(desks.faults(), QString());
}

void StockApartTest::lateMovesAddUpAsIfTheyHadComeInOrder()
{
    DesksTogether desks(3);
    const Id pipe = shelve(desks, 6000);
    move(desks, 1, pipe, u"issued"_s, 5000);
    for (int i = 0; i < 4; ++i)
        move(desks, 2, pipe, u"received"_s, 1000);
    move(desks, 0, pipe, u"issued"_s, 6000);
    // Each hears of the others in another order.
    desks.meet(0, 2);
    desks.meet(1, 2);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        QCOMPARE(there(desks, i, pipe), -1000);
        QCOMPARE(desks.conflicts(i, pipe).size(), 1);
    }
    QCOMPARE(desks.faults(), QString());
}

void StockApartTest::aRepairAndWhatItUsedAreOneEntry()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 5000);
    const Id leak = desks.openTicket(0, u"漏水"_s);
    for (const QString &action : {u"dispatch"_s, u"arrive"_s})
        desks.submit(0, ActOnTicket{leak, action, {}, {}, 0, 0});
    const auto short_ =
        desks.desk(0).submit(ActOnTicket{leak, u"finish"_s, {}, {}, 0, 0, {{pipe, 6000}}}).result();
    QVERIFY(store::refused(short_));
    QCOMPARE(desks.ticket(0, leak)->state, u"arrived"_s);
    const store::Accepted done =
        desks.submit(0, ActOnTicket{leak, u"finish"_s, {}, {}, 0, 0, {{pipe, 2500}}});
    QCOMPARE(done.ticket.state, u"repaired"_s);
    desks.meet(0, 1);
    QCOMPARE(there(desks, 1, pipe), 2500);
    QCOMPARE(desks.ticket(1, leak)->values.text(field::Materials), u"PVC管 2.5 米"_s);
    const auto last = moves(desks, 1, pipe).constLast();
    QCOMPARE(last.ticket, desks.ticket(1, leak)->values.text(field::Number));
    QCOMPARE(desks.faults(), QString());
}

void StockApartTest::whoeverLostTheRightMovesNothing()
{
    DesksTogether desks;
    const Id pipe = shelve(desks, 5000);
    const Id li = desks.hire(u"li"_s, u"technician"_s);
    desks.meet(0, 1);
    const Id given = desks.desk(0).read().grants().of(li).front().id;
    desks.submit(0, RevokeGrant{given, u"离职"_s});
    // Away, nobody has heard of it yet.
    desks.sitDown(1, u"li"_s);
    move(desks, 1, pipe, u"issued"_s, 1000);
    QCOMPARE(there(desks, 1, pipe), 4000);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(there(desks, i, pipe), 5000);
        QCOMPARE(desks.conflicts(i, pipe)[0].reason, store::ConflictReason::LackedRight);
        QVERIFY(!moves(desks, i, pipe).constLast().counts);
    }
    QCOMPARE(desks.faults(), QString());
}

QTEST_GUILESS_MAIN(StockApartTest)
#include "stock_apart_test.moc"
