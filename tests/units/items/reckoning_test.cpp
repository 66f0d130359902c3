// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reckoning.h"
#include "items_support.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace support;
using namespace Qt::StringLiterals;
using items::BatchRun;
using items::ReckoningTable;

namespace
{

/// The desk of the Thursday before the Spring Festival of 2020.
class Office : public SmallDesk
{
public:
    Office()
        : SmallDesk(u"2020-01-23 16:00"_s)
    {
        grid = addGrid(u"07"_s, u"幸福北"_s);
        chief = addRow(Register::Staff,
            {{staff::Login, u"li"_s}, {staff::Name, u"李明"_s}, {staff::Role, u"chief"_s},
                {staff::Grid, QVariant::fromValue(grid)}});
    }

    QString complaint(const Id &where = {})
    {
        Values values{{field::Kind, u"complaint"_s}, {field::Line, u"water"_s},
            {field::Title, u"水费翻倍"_s}};
        if (!where.isNull())
            values.set(field::Grid, QVariant::fromValue(where));
        return open(values);
    }
    /// 27 January: the holidays go on until 2 February.
    void prolong()
    {
        for (int ahead = 0; ahead < 3; ++ahead) {
            const qint64 day_ms = moment_ms(u"2020-01-31 00:00"_s) + ahead * 86'400'000LL;
            const Values values{{calendar_day::Day, day_ms}, {calendar_day::Kind, u"off"_s}};
            submit(PutRow{Register::CalendarDay,
                idOfRow(registerSpec(Register::CalendarDay), values, desk().freshId()), values,
                {}});
        }
    }
    qint64 due_ms(const QString &number, const QString &clock)
    {
        const Ticket ticket = read().findTicket(number)->ticket;
        for (const TicketClock &one : ticket.clocks) {
            if (one.clock == clock)
                return one.due_ms;
        }
        return 0;
    }
    QVector<items::ReckonedTicket> found(const Actor &actor)
    {
        QVector<items::ReckonedTicket> tickets;
        items::eachReckoned(read(), actor, [&tickets](const items::ReckonedTicket &one) {
            tickets.append(one);
            return true;
        });
        return tickets;
    }

    Id grid, chief;
};

} // namespace

/// Promises that were made before a holiday was announced: which they are, and that they go through the ordinary action.
class ReckoningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWouldBeOtherwiseIsFound()
    {
        Office office;
        const QString number = office.complaint();
        QVERIFY(office.found(office.desk().who()).isEmpty());
        const qint64 before_ms = office.due_ms(number, u"reply"_s);
        office.prolong();
        const auto found = office.found(office.desk().who());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.constFirst().number, number);
        QVERIFY(found.constFirst().isYours);
        bool isReply = false;
        for (const items::ReckonedClock &clock : found.constFirst().clocks) {
            QVERIFY(clock.reckoned_ms > clock.due_ms);
            if (clock.clock != u"reply"_s)
                continue;
            isReply = true;
            QCOMPARE(clock.due_ms, before_ms);
        }
        QVERIFY(isReply);
        // What is taken in from now on is right at once.
        office.complaint();
        QCOMPARE(office.found(office.desk().who()).size(), 1);
    }

    void aChiefReckonsTheOwnGrid()
    {
        Office office;
        office.complaint(office.grid);
        office.complaint();
        office.prolong();
        ReckoningTable table(sourceOf(office));
        QSignalSpy completed(&table, &ReckoningTable::completed);
        table.find({office.chief, office.clock.now_ms()});
        QTRY_COMPARE(completed.size(), 1);
        QCOMPARE(table.found().tickets, 2);
        QCOMPARE(table.found().yours.size(), 1);
        QCOMPARE(table.notYours(), 1);
        QCOMPARE(qint64(table.rowCount()), table.found().promises);
    }

    void theyAreReckonedAnewOneByOne()
    {
        Office office;
        const QString one = office.complaint(), other = office.complaint();
        office.prolong();
        ReckoningTable table(sourceOf(office));
        QSignalSpy completed(&table, &ReckoningTable::completed);
        table.find(office.desk().who());
        QTRY_COMPARE(completed.size(), 1);
        // One is seen to before it is its turn: it is refused and told.
        office.act(other, u"reckon"_s, {{field::Reason, u"春节延长"_s}});
        BatchRun run([&office](const QVector<Command> &commands) {
            return office.desk().submitAll(commands);
        });
        QSignalSpy finished(&run, &BatchRun::finished);
        run.start(table.deeds(u"春节延长"_s));
        QTRY_COMPARE(finished.size(), 1);
        const auto summary = finished.first().first().value<BatchRun::Summary>();
        QCOMPARE(summary.done, 1);
        QCOMPARE(summary.refused, 1);
        QVERIFY(summary.refusals.constFirst().startsWith(other));
        QCOMPARE(office.due_ms(one, u"reply"_s), office.due_ms(other, u"reply"_s));
        QVERIFY(office.found(office.desk().who()).isEmpty());
        const Step step = office.read().findTicket(one)->ticket.steps.constLast();
        QCOMPARE(step.action, u"reckon"_s);
        QCOMPARE(step.values.text(field::Reason), u"春节延长"_s);
    }

    void aSearchIsGivenUp()
    {
        Office office;
        office.complaint();
        office.complaint();
        office.prolong();
        int looked = 0;
        items::eachReckoned(
            office.read(), office.desk().who(), [](const items::ReckonedTicket &) { return true; },
            [&looked](qsizetype, qsizetype) { return ++looked < 2; });
        QCOMPARE(looked, 2);
        ReckoningTable table(sourceOf(office));
        table.find(office.desk().who());
        table.cancel();
        QVERIFY(!table.isFinding());
    }

    void aShiftIsSaidAsPeopleSayIt()
    {
        constexpr qint64 minute_ms = 60'000;
        QCOMPARE(items::shiftWords(0, 26 * 60 * minute_ms), u"1 day(s) 2 hour(s) later"_s);
        QCOMPARE(items::shiftWords(30 * minute_ms, 0), u"30 minute(s) earlier"_s);
    }
};

QTEST_GUILESS_MAIN(ReckoningTest)
#include "reckoning_test.moc"
