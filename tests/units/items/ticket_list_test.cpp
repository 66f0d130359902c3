// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "items/ticket_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace support;
using items::TicketListModel;

namespace
{

/// A list of a small desk under the eyes of the model tester, which keeps up with its commits.
struct WatchedList {
    explicit WatchedList(SmallDesk &desk)
        : list(sourceOf(desk))
        , tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest)
        , resets(&list, &QAbstractItemModel::modelReset)
        , inserted(&list, &QAbstractItemModel::rowsInserted)
        , removed(&list, &QAbstractItemModel::rowsRemoved)
        , moved(&list, &QAbstractItemModel::rowsMoved)
        , changed(&list, &QAbstractItemModel::dataChanged)
        , completed(&list, &TicketListModel::completed)
    {
        QObject::connect(&desk.desk(), &Desk::committed, &list, &TicketListModel::takeIn);
    }

    bool find(const store::TicketQuery &query)
    {
        completed.clear();
        list.find(query);
        if (!QTest::qWaitFor([this] { return completed.count() > 0; }))
            return false;
        for (QSignalSpy *spy : {&resets, &inserted, &removed, &moved, &changed})
            spy->clear();
        return true;
    }

    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < list.rowCount(); ++row)
            titles << list.index(row, TicketListModel::Title).data().toString();
        return titles;
    }

    TicketListModel list;
    QAbstractItemModelTester tester;
    QSignalSpy resets, inserted, removed, moved, changed, completed;
};

const store::TicketQuery received{
    .filters = {{QStringLiteral("state"), QStringLiteral("received")}}};

} // namespace

class TicketListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPageStandsBeforeTheWholeList();
    void anyRowHasItsLine();
    void newTicketComesInAtItsPlace();
    void touchedTicketChangesItsRowAlone();
    void ticketLeavesAndComesBack();
    void ticketMovesWithWhatItIsSortedBy();
    void manyAtOnceComeInWithoutReset();
    void typedTextFindsNewestFirst();
    void newTicketJoinsASearchOnlyIfItFits();
    void supersededQueryIsDropped();
    void sortedByItsHead();
    void lateIsJudgedByTheClock();
};

void TicketListTest::firstPageStandsBeforeTheWholeList()
{
    SmallDesk desk;
    openMany(desk, 250, u"漏水"_qs);
    WatchedList watched(desk);
    QVector<int> totals;
    QObject::connect(&watched.list, &TicketListModel::totalChanged, &watched.list,
        [&totals](qint64 total) { totals << int(total); });
    QVERIFY(watched.find({}));
    QCOMPARE(totals, (QVector<int>{100, 250}));
    QVERIFY(watched.list.isComplete());
    QCOMPARE(watched.titles().constFirst(), u"漏水 0"_qs);
    QCOMPARE(watched.titles().constLast(), u"漏水 249"_qs);
}

void TicketListTest::anyRowHasItsLine()
{
    SmallDesk desk;
    openMany(desk, 400, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    for (int row : {399, 0, 257, 128, 127, 399})
        QCOMPARE(watched.list.lineAt(row).title, u"漏水 %1"_qs.arg(row));
    const qint64 ticket = watched.list.ticketAt(257);
    QCOMPARE(watched.list.rowOf(ticket), 257);
    QCOMPARE(watched.list.rowOf(-1), -1);
}

void TicketListTest::newTicketComesInAtItsPlace()
{
    SmallDesk desk;
    openMany(desk, 3, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    desk.open(repair(desk, u"停电"_qs, 1));
    QTRY_COMPARE(watched.inserted.count(), 1);
    QCOMPARE(watched.titles(), QStringList({u"漏水 0"_qs, u"停电"_qs, u"漏水 1"_qs, u"漏水 2"_qs}));
    QCOMPARE(watched.resets.count(), 0);
}

void TicketListTest::touchedTicketChangesItsRowAlone()
{
    SmallDesk desk;
    openMany(desk, 3, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    const QString number = watched.list.lineAt(1).number;
    desk.act(number, QStringLiteral("correct"), {{domain::field::Title, u"暖气不热"_qs}});
    QTRY_COMPARE(watched.changed.count(), 1);
    QCOMPARE(watched.changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(watched.changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(watched.titles().at(1), u"暖气不热"_qs);
    QCOMPARE(watched.resets.count() + watched.inserted.count() + watched.removed.count(), 0);
}

void TicketListTest::ticketLeavesAndComesBack()
{
    SmallDesk desk;
    openMany(desk, 3, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find(received));
    desk.act(watched.list.lineAt(1).number, QStringLiteral("accept"));
    QTRY_COMPARE(watched.removed.count(), 1);
    QCOMPARE(watched.titles(), QStringList({u"漏水 0"_qs, u"漏水 2"_qs}));
    QCOMPARE(watched.list.total(), 2);
}

void TicketListTest::ticketMovesWithWhatItIsSortedBy()
{
    SmallDesk desk;
    openMany(desk, 4, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({.sort = QStringLiteral("title"), .descending = false}));
    desk.act(watched.list.lineAt(0).number, QStringLiteral("correct"),
        {{domain::field::Title, u"漏水 9"_qs}});
    QTRY_COMPARE(watched.moved.count(), 1);
    QCOMPARE(
        watched.titles(), QStringList({u"漏水 1"_qs, u"漏水 2"_qs, u"漏水 3"_qs, u"漏水 9"_qs}));
    desk.act(watched.list.lineAt(3).number, QStringLiteral("correct"),
        {{domain::field::Title, u"漏水 15"_qs}});
    QTRY_COMPARE(watched.moved.count(), 2);
    QCOMPARE(
        watched.titles(), QStringList({u"漏水 1"_qs, u"漏水 15"_qs, u"漏水 2"_qs, u"漏水 3"_qs}));
    QCOMPARE(watched.resets.count(), 0);
}

void TicketListTest::manyAtOnceComeInWithoutReset()
{
    SmallDesk desk;
    openMany(desk, 120, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    desk.clock.passMinutes(600);
    openMany(desk, 300, u"停电"_qs);
    QTRY_COMPARE(watched.list.total(), 420);
    QCOMPARE(watched.resets.count(), 0);
    QCOMPARE(watched.removed.count(), 0);
    QCOMPARE(watched.titles().at(0), u"停电 0"_qs);
    QCOMPARE(watched.titles().at(300), u"漏水 0"_qs);
}

void TicketListTest::typedTextFindsNewestFirst()
{
    SmallDesk desk;
    openMany(desk, 70, u"漏水"_qs);
    openMany(desk, 5, u"停电"_qs);
    WatchedList watched(desk);
    QVector<int> totals;
    QObject::connect(&watched.list, &TicketListModel::totalChanged, &watched.list,
        [&totals](qint64 total) { totals << int(total); });
    QVERIFY(watched.find({.text = u"漏水"_qs, .sort = QStringLiteral("recorded")}));
    QCOMPARE(totals, (QVector<int>{50, 70}));
    QCOMPARE(watched.titles().constFirst(), u"漏水 69"_qs);
    QVERIFY(std::ranges::none_of(
        watched.titles(), [](const QString &title) { return title.contains(u"停电"_qs); }));
}

void TicketListTest::newTicketJoinsASearchOnlyIfItFits()
{
    SmallDesk desk;
    openMany(desk, 2, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({.text = u"漏水"_qs, .sort = QStringLiteral("recorded")}));
    desk.open(repair(desk, u"停电"_qs));
    desk.open(repair(desk, u"厨房漏水"_qs));
    QTRY_COMPARE(watched.inserted.count(), 1);
    QCOMPARE(watched.titles(), QStringList({u"厨房漏水"_qs, u"漏水 1"_qs, u"漏水 0"_qs}));
    // What is corrected away from the text leaves the search.
    desk.act(watched.list.lineAt(0).number, QStringLiteral("correct"),
        {{domain::field::Title, u"厨房停水"_qs}});
    QTRY_COMPARE(watched.removed.count(), 1);
    QCOMPARE(watched.list.total(), 2);
}

void TicketListTest::supersededQueryIsDropped()
{
    SmallDesk desk;
    openMany(desk, 5, u"漏水"_qs);
    openMany(desk, 5, u"停电"_qs);
    WatchedList watched(desk);
    for (const QString &typed : {u"停"_qs, u"停电"_qs, u"漏"_qs})
        watched.list.find({.text = typed});
    QSignalSpy resets(&watched.list, &QAbstractItemModel::modelReset);
    QVERIFY(QTest::qWaitFor([&] { return watched.list.isComplete(); }));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(watched.list.query().text, u"漏"_qs);
    QVERIFY(std::ranges::all_of(
        watched.titles(), [](const QString &title) { return title.startsWith(u"漏水"_qs); }));
}

void TicketListTest::sortedByItsHead()
{
    SmallDesk desk;
    openMany(desk, 3, u"漏水"_qs);
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    watched.completed.clear();
    watched.list.sort(TicketListModel::Title, Qt::DescendingOrder);
    QTRY_COMPARE(watched.completed.count(), 1);
    QCOMPARE(watched.titles(), QStringList({u"漏水 2"_qs, u"漏水 1"_qs, u"漏水 0"_qs}));
    // An address is sealed; nothing can be sorted by it.
    watched.list.sort(TicketListModel::Address, Qt::AscendingOrder);
    QCOMPARE(watched.list.query().sort, QStringLiteral("title"));
}

void TicketListTest::lateIsJudgedByTheClock()
{
    SmallDesk desk;
    desk.open(repair(desk, u"漏水"_qs));
    WatchedList watched(desk);
    QVERIFY(watched.find({}));
    const QModelIndex row = watched.list.index(0, TicketListModel::Due);
    QVERIFY(row.data().toLongLong() > desk.clock.now_ms());
    QVERIFY(!row.data(TicketListModel::IsLateRole).toBool());
    desk.clock.passMinutes(7 * 24 * 60);
    watched.list.tick();
    QCOMPARE(watched.changed.count(), 1);
    QVERIFY(row.data(TicketListModel::IsLateRole).toBool());
}

QTEST_GUILESS_MAIN(TicketListTest)
#include "ticket_list_test.moc"
