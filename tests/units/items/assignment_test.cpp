// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/assignment_table.h"
#include "items_support.h"

#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace support;
using namespace Qt::StringLiterals;
using items::AssignmentLine;
using items::AssignmentPlan;
using items::AssignmentTable;
using items::BatchRun;

namespace
{

/// A team of two plumbers and an electrician in grid 07.
class Team : public SmallDesk
{
public:
    Team()
    {
        grid = addRow(Register::Grid,
            {{grid::Code, u"07"_s}, {grid::Name, u"幸福北"_s}, {grid::Team, u"一组"_s}});
        chen = addTechnician(u"chen"_s, u"水暖"_s);
        sun = addTechnician(u"sun"_s, u"水暖"_s);
        gao = addTechnician(u"gao"_s, u"电工"_s);
        clerk = addPerson(u"fang"_s, u"方洁"_s, u"clerk"_s);
    }

    Id addTechnician(const QString &login, const QString &skills)
    {
        return addRow(Register::Staff,
            {{staff::Login, login}, {staff::Name, login}, {staff::Role, u"technician"_s},
                {staff::Team, u"一组"_s}, {staff::Skills, skills}});
    }
    qint64 leak()
    {
        Values values = repair(*this, u"厨房漏水"_s);
        values.set(field::Category, u"室内漏水"_s);
        values.set(field::Grid, QVariant::fromValue(grid));
        return rowOf(open(values));
    }
    qint64 rowOf(const QString &number) { return read().findTicket(number)->number; }
    AssignmentPlan plan(const QVector<qint64> &tickets)
    {
        return items::planAssignment(read(), tickets, desk().who(), 10);
    }
    BatchRun::Submit submit()
    {
        return [this](const QVector<Command> &commands) { return desk().submitAll(commands); };
    }

    Id grid, chen, sun, gao, clerk;
};

BatchRun::Next handOut(const QVector<BatchRun::Deed> &deeds)
{
    return [deeds, at = qsizetype(0)](qsizetype most) mutable {
        const QVector<BatchRun::Deed> next = deeds.mid(at, most);
        at += next.size();
        return next;
    };
}

} // namespace

/// Many tickets given out in one go: the plan, what the chief makes of it, and its going through the gates.
class AssignmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKnowsWhatTheOnesBeforeGave()
    {
        Team team;
        const QVector<qint64> tickets{team.leak(), team.leak(), team.leak(), team.leak()};
        const AssignmentPlan plan = team.plan(tickets);
        QCOMPARE(plan.lines.size(), 4);
        const auto given = plan.given();
        QCOMPARE(given.value(team.chen), 2);
        QCOMPARE(given.value(team.sun), 2);
        QCOMPARE(given.value(team.gao), 0);
        const AssignmentLine &first = plan.lines.constFirst();
        QCOMPARE(first.outcome, AssignmentLine::Proposed);
        QCOMPARE(first.what, u"室内漏水"_s);
        QVERIFY(!first.isOtherwise());
        QCOMPARE(first.ranked.size(), 3);
        // Nothing is in hand before, and the spread is told of both.
        for (const items::PersonLoad &one : plan.people)
            QCOMPARE(one.inHand, 0);
        QCOMPARE(plan.before().most, 0);
        QCOMPARE(plan.after().most, 2);
        QCOMPARE(plan.after().least, 0);
        QVERIFY(items::spreadWords(plan.after()).contains(u"least 0, most 2"_s));
        const ActOnTicket command = first.command();
        QCOMPARE(command.action, u"dispatch"_s);
        QCOMPARE(command.values[field::Assignee].value<Id>(), first.given()->id);
        QCOMPARE(command.values.text(field::Unit), u"一组"_s);
        QVERIFY(command.values.text(field::Remark).contains(u"水暖"_s));
        // A plan does nothing.
        QCOMPARE(team.read().countTickets({.filters = {{u"assignee"_s, {}}}}), 4);
    }

    void whatCannotBeGivenSaysWhy()
    {
        Team team;
        const qint64 taken = team.leak(), over = team.leak(), open = team.leak();
        team.act(team.read().findTicket(taken)->ticket.values.text(field::Number), u"dispatch"_s,
            {{field::Assignee, QVariant::fromValue(team.sun)}});
        team.act(team.read().findTicket(over)->ticket.values.text(field::Number), u"cancel"_s,
            {{field::Reason, u"误报"_s}});
        AssignmentPlan plan = team.plan({taken, over, open});
        QCOMPARE(plan.lines.at(0).outcome, AssignmentLine::HasSomebody);
        QCOMPARE(plan.lines.at(1).outcome, AssignmentLine::NotNow);
        QCOMPARE(plan.lines.at(2).outcome, AssignmentLine::Proposed);
        // A technician gives out nothing.
        const Actor technician{team.chen, team.clock.now_ms()};
        plan = items::planAssignment(team.read(), {open}, technician, 10);
        QCOMPARE(plan.lines.constFirst().outcome, AssignmentLine::NotYours);
        // All are away.
        for (const Id &person : {team.chen, team.sun, team.gao}) {
            team.addRow(Register::Leave,
                {{leave::Person, QVariant::fromValue(person)}, {leave::Kind, u"annual"_s},
                    {leave::From, team.clock.now_ms() - 1000},
                    {leave::Until, team.clock.now_ms() + 86'400'000}, {leave::Approved, true},
                    {leave::AnsweredBy, QVariant::fromValue(team.desk().actor())}});
        }
        plan = team.plan({open});
        QCOMPARE(plan.lines.constFirst().outcome, AssignmentLine::Nobody);
        QVERIFY(!plan.lines.constFirst().given());
        QCOMPARE(plan.lines.constFirst().ranked.size(), 3);
    }

    void itIsGivenUpOnTheWay()
    {
        Team team;
        const QVector<qint64> tickets{team.leak(), team.leak(), team.leak()};
        const AssignmentPlan plan = items::planAssignment(
            team.read(), tickets, team.desk().who(), 10, [](qsizetype done) { return done < 2; });
        QVERIFY(plan.isStopped);
        QCOMPARE(plan.lines.size(), 2);
    }

    void theChiefDecidesOtherwiseAndSaysWhy()
    {
        Team team;
        const QVector<qint64> tickets{team.leak(), team.leak()};
        AssignmentTable table(sourceOf(team));
        QSignalSpy made(&table, &AssignmentTable::made);
        table.make(tickets, team.desk().who());
        QVERIFY(table.isMaking());
        QTRY_COMPARE(made.size(), 1);
        QCOMPARE(table.countGiven(), 2);
        QVERIFY(!table.isAnyOtherwise());
        const QString proposed = table.lineAt(0).given()->name;
        table.choose(0, 1);
        QVERIFY(table.isAnyOtherwise());
        QVERIFY(table.lineAt(0).given()->name != proposed);
        QVERIFY(table.index(0, AssignmentTable::Person)
                    .data()
                    .toString()
                    .contains(table.lineAt(0).given()->name));
        const auto remark = [&table](const QString &reason) {
            return std::get<ActOnTicket>(table.deeds(reason)(10).constFirst().command)
                .values.text(field::Remark);
        };
        QVERIFY(remark(u"熟悉该楼"_s).startsWith(u"熟悉该楼"_s));
        QVERIFY(remark(u"熟悉该楼"_s).contains(proposed));
        // Around once, and back at the proposal.
        table.choose(0, 1);
        table.choose(0, 1);
        QVERIFY(!table.isAnyOtherwise());
        table.choose(0, -1);
        QVERIFY(table.isAnyOtherwise());
        table.leaveOut(0);
        QCOMPARE(table.countGiven(), 1);
        QVERIFY(!table.isAnyOtherwise());
        table.leaveOut(0);
        QCOMPARE(table.lineAt(0).given()->name, proposed);
        table.clear();
        QCOMPARE(table.rowCount(), 0);
    }

    void eachPassesItsGate()
    {
        Team team;
        const QVector<qint64> tickets{team.leak(), team.leak(), team.leak()};
        AssignmentTable table(sourceOf(team));
        QSignalSpy made(&table, &AssignmentTable::made);
        table.make(tickets, team.desk().who());
        QTRY_COMPARE(made.size(), 1);
        // One goes another way before the plan is agreed to, and one gets somebody.
        team.act(table.lineAt(1).number, u"cancel"_s, {{field::Reason, u"误报"_s}});
        team.act(table.lineAt(2).number, u"dispatch"_s,
            {{field::Assignee, QVariant::fromValue(team.gao)}});
        BatchRun run(team.submit());
        QSignalSpy finished(&run, &BatchRun::finished);
        run.start(table.deeds({}));
        QTRY_COMPARE(finished.size(), 1);
        const auto summary = finished.first().first().value<BatchRun::Summary>();
        QCOMPARE(summary.done, 1);
        QCOMPARE(summary.refused, 2);
        QVERIFY(summary.refusals.join(u' ').contains(table.lineAt(1).number));
        QVERIFY(summary.refusals.join(u' ').contains(u"gao"_s));
        QCOMPARE(team.read().countTickets({.filters = {{u"state"_s, u"with_team"_s}}}), 2);
    }

    void aRunStopsBetweenTwoHelpings()
    {
        Team team;
        openMany(team, int(BatchRun::helping) * 3, u"漏水"_s);
        QVector<BatchRun::Deed> deeds;
        for (qint64 row : team.read().findTicketRows({})) {
            const Ticket ticket = team.read().findTicket(row)->ticket;
            deeds.append({ticket.values.text(field::Number),
                ActOnTicket{.ticket = ticket.id, .action = u"dispatch"_s}});
        }
        BatchRun run(team.submit());
        QSignalSpy finished(&run, &BatchRun::finished);
        connect(&run, &BatchRun::progressed, &run, &BatchRun::stop);
        run.start(handOut(deeds));
        QTRY_COMPARE(finished.size(), 1);
        const auto summary = finished.first().first().value<BatchRun::Summary>();
        QVERIFY(summary.isStopped);
        QCOMPARE(summary.done, BatchRun::helping);
        QVERIFY(!run.isRunning());
    }
};

QTEST_GUILESS_MAIN(AssignmentTest)
#include "assignment_test.moc"
