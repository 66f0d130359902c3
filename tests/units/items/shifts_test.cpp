// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/chiefs_away.h"
#include "items/duty_log_model.h"
#include "items/duty_watch.h"
#include "items/emergency.h"
#include "items/handover_list.h"
#include "items_support.h"

#include "domain/roster.h"
#include "domain/words.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::ChiefAway;
using items::DutyWatch;
using support::moment_ms;
using support::SmallDesk;

/// Who is on duty, what a shift hands over, whose chief is away, and what is told beside an emergency: out of the roster, the log, the
/// leave and the rights of a small company.
class ShiftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_day = std::make_unique<SmallDesk>(u"2026-11-20 09:00"_s);
        m_day->signIn(u"wang"_s);
        m_grid = m_day->addGrid(u"07"_s, u"幸福北"_s);
        m_li = m_day->addPerson(u"li"_s, u"李明"_s, u"chief"_s);
        m_zhao = m_day->addPerson(u"zhao"_s, u"赵强"_s, u"technician"_s);
        m_fang = m_day->addPerson(u"fang"_s, u"方洁"_s, u"clerk"_s);
        change(Register::Grid, m_grid,
            {{grid::Chief, QVariant::fromValue(m_li)}, {grid::Team, u"一队"_s}});
    }

    void whoIsOnDutyFollowsFromTheRoster()
    {
        QVERIFY(items::findDuty(m_day->read(), m_day->clock.now_ms()).now.isEmpty());
        change(Register::Staff, m_zhao, {{staff::Phone, u"13800138000"_s}});
        roster(m_zhao, 20, u"值"_s);
        roster(m_fang, 21, u"值"_s);
        roster(m_li, 20, u"早"_s);
        DutyWatch watch = items::findDuty(m_day->read(), m_day->clock.now_ms());
        QCOMPARE(watch.now.size(), 1);
        QCOMPARE(watch.now[0].name, u"赵强"_s);
        QCOMPARE(watch.now[0].phone, u"13800138000"_s);
        QCOMPARE(watch.now[0].until_ms, moment_ms(u"2026-11-21 08:00"_s));
        QCOMPARE(watch.next.size(), 1);
        QCOMPARE(watch.next[0].name, u"方洁"_s);
        QCOMPARE(watch.next_ms, moment_ms(u"2026-11-21 08:00"_s));
        QCOMPARE(watch.endOfNext_ms(), moment_ms(u"2026-11-22 08:00"_s));
        // The night belongs to the day on which it began.
        watch = items::findDuty(m_day->read(), moment_ms(u"2026-11-21 07:59"_s));
        QCOMPARE(watch.now.value(0).person, m_zhao);
        watch = items::findDuty(m_day->read(), moment_ms(u"2026-11-21 08:00"_s));
        QCOMPARE(watch.now.value(0).person, m_fang);
        QVERIFY(watch.next.isEmpty());
    }

    void whoIsOnLeaveIsNotOnDuty()
    {
        roster(m_zhao, 20, u"值"_s);
        leave(m_zhao, u"2026-11-20 00:00"_s, u"2026-11-21 00:00"_s);
        QVERIFY(items::findDuty(m_day->read(), m_day->clock.now_ms()).now.isEmpty());
    }

    void aTeamHasItsOwnAndThoseOfNoTeam()
    {
        change(Register::Staff, m_zhao, {{staff::Team, u"二队"_s}});
        roster(m_zhao, 20, u"值"_s);
        roster(m_fang, 20, u"值"_s);
        const auto of = [this](const QString &team) {
            QStringList names;
            for (const items::OnDuty &one :
                items::findDuty(m_day->read(), m_day->clock.now_ms(), QStringList{team}).now)
                names << one.name;
            names.sort();
            return names;
        };
        QCOMPARE(of(u"一队"_s), QStringList{u"方洁"_s});
        QCOMPARE(of(u"二队"_s), QStringList({u"方洁"_s, u"赵强"_s}));
    }

    void aShiftHandsOverWhatRunsOut()
    {
        roster(m_fang, 20, u"早"_s);
        const QString soon = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Title, u"厨房漏水，找欧阳女士"_s}, {field::Grid, QVariant::fromValue(m_grid)}});
        const QString other = m_day->open(
            {{field::Kind, u"repair"_s}, {field::Line, u"power"_s}, {field::Title, u"停电"_s}});
        line(u"missed_call"_s, u"未接来电"_s, u"13900139000"_s, true);
        line(u"round"_s, u"泵房正常"_s, {}, false);
        const auto all = items::gatherShift(m_day->read(), m_fang, {}, m_day->clock.now_ms());
        QCOMPARE(all.shift, u"早"_s);
        QCOMPARE(all.promiseCount, 2);
        QVERIFY(all.promises.contains(soon) && all.promises.contains(other));
        QVERIFY(all.promises.contains(wordFor(List::Line, u"water")));
        QCOMPARE(all.callCount, 1);
        QVERIFY(all.calls.contains(u"未接来电"_s));
        // Whose it is and how to reach them stays where it is sealed.
        QVERIFY(!all.promises.contains(u"欧阳"_s));
        QVERIFY(!all.calls.contains(u"139"_s));
        // Of a grid only its own.
        const auto ofGrid =
            items::gatherShift(m_day->read(), m_li, {u"07"_s, {}}, m_day->clock.now_ms());
        QCOMPARE(ofGrid.promiseCount, 1);
        // What can still be kept stands before what ran out.
        const auto later = items::gatherShift(m_day->read(), m_fang, {},
            m_day->read().findTicket(other)->ticket.nextDue()->due_ms + 1);
        QVERIFY(later.promises.split(u'\n').constLast().contains(u"overdue"_s));
        // What is due after the next shift isn't handed over, what is overdue is.
        const qint64 due_ms = m_day->read().findTicket(soon)->ticket.nextDue()->due_ms;
        QVERIFY(items::gatherShift(m_day->read(), m_fang, {}, due_ms + 1)
                    .promises.contains(u"overdue"_s));
    }

    void theScopeFollowsFromThePerson()
    {
        QVERIFY(items::scopeOf(m_day->read(), m_fang).isAll());
        change(Register::Staff, m_zhao, {{staff::Team, u"一队"_s}});
        QCOMPARE(items::scopeOf(m_day->read(), m_zhao).unit, u"一队"_s);
        change(Register::Staff, m_li, {{staff::Grid, QVariant::fromValue(m_grid)}});
        QCOMPARE(items::scopeOf(m_day->read(), m_li).grid, u"07"_s);
    }

    void theLogGoesBackByDays()
    {
        line(u"call"_s, u"问停水"_s, u"13900139000"_s, false);
        m_day->clock.passMinutes(1);
        const Id open = line(u"alarm"_s, u"二号泵跳闸"_s, {}, true);
        m_day->clock.set_ms(moment_ms(u"2026-11-22 10:00"_s));
        line(u"visitor"_s, u"社区来人"_s, {}, false);
        items::DutyLogModel model(support::sourceOf(*m_day));
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(&m_day->desk(), &Desk::committed, &model, &items::DutyLogModel::takeIn);
        QTRY_VERIFY(model.isComplete());
        // Today's, and what is still to be done of earlier days.
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0).what, u"社区来人"_s);
        QCOMPARE(model.at(1).what, u"二号泵跳闸"_s);
        QVERIFY(model.at(1).isOpen && model.index(1, 0).data(items::WaitsRole).toBool());
        QCOMPARE(model.open(), 1);
        model.showDay({2026, 11, 20});
        QTRY_VERIFY(model.rowCount() == 2 && model.at(1).what == u"问停水"_s);
        QCOMPARE(model.at(1).phone, u"139****9000"_s);
        QCOMPARE(items::phoneToCall(m_day->read(), model.at(1).id), u"13900139000"_s);
        model.showDay({2026, 11, 22});
        QTRY_VERIFY(model.rowCount() == 2 && model.at(0).what == u"社区来人"_s);
        change(Register::DutyLog, open,
            {{duty_log::Settled, m_day->clock.now_ms()}, {duty_log::Result, u"已复位"_s}});
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.open(), 0);
    }

    void aHandoverWaitsForSomebodyElse()
    {
        items::HandoverList list(support::sourceOf(*m_day));
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(&m_day->desk(), &Desk::committed, &list, &items::HandoverList::takeIn);
        const Id wang = m_day->desk().actor();
        list.sitDown(wang);
        const Id given = m_day->addRow(Register::Handover,
            items::handoverOf({.shift = u"早"_s}, wang, m_day->clock.now_ms(), 1));
        QTRY_COMPARE(list.rowCount(), 1);
        QCOMPARE(list.ownWaiting(), given);
        QVERIFY(list.waiting().isEmpty());
        list.sitDown(m_fang);
        QCOMPARE(list.waiting().size(), 1);
        QVERIFY(list.ownWaiting().isNull());
        QVERIFY(list.index(0, 0).data(items::WaitsRole).toBool());
    }

    void aChiefWhoIsAwayIsTold()
    {
        QVERIFY(away().isEmpty());
        leave(m_li, u"2026-11-19 00:00"_s, u"2026-11-21 00:00"_s);
        roster(m_li, 20, u"休"_s);
        roster(m_li, 21, u"休"_s);
        roster(m_li, 22, u"休"_s);
        const QVector<ChiefAway> found = away();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].code, u"07"_s);
        QCOMPARE(found[0].leave, u"annual"_s);
        QCOMPARE(found[0].from_ms, moment_ms(u"2026-11-19 00:00"_s));
        QVERIFY(!found[0].isCovered && found[0].acting.isEmpty());
        // A day off within the leave is part of it; the others follow each other.
        QVERIFY(found[1].leave.isEmpty());
        QCOMPARE(found[1].from_ms, moment_ms(u"2026-11-21 00:00"_s));
        QCOMPARE(found[1].until_ms, moment_ms(u"2026-11-23 00:00"_s));
        // What was asked for and not approved keeps nobody away.
        m_day->addRow(Register::Leave,
            {{leave::Person, QVariant::fromValue(m_li)}, {leave::Kind, u"personal"_s},
                {leave::From, moment_ms(u"2026-11-17 00:00"_s)},
                {leave::Until, moment_ms(u"2026-11-18 00:00"_s)}});
        QCOMPARE(away().size(), 2);
    }

    void whoActsCoversTheWholeOfIt()
    {
        leave(m_li, u"2026-11-19 00:00"_s, u"2026-11-22 00:00"_s);
        act(m_fang, u"2026-11-19 00:00"_s, u"2026-11-20 12:00"_s);
        QCOMPARE(away()[0].acting.size(), 1);
        QVERIFY(!away()[0].isCovered);
        act(m_zhao, u"2026-11-20 12:00"_s, {});
        QCOMPARE(away()[0].acting.size(), 2);
        QVERIFY(away()[0].isCovered);
        QCOMPARE(away()[0].acting[0].name, u"方洁"_s);
        const auto acting = items::findActing(m_day->read(), {2026, 11, 16}, 7);
        QCOMPARE(acting.value(m_fang).value(0).grid, u"07"_s);
        QVERIFY(acting.value(m_li).isEmpty());
        // In another grid nobody's chief is helped by it.
        const Id other = m_day->addGrid(u"08"_s, u"幸福南"_s);
        change(Register::Grid, other, {{grid::Chief, QVariant::fromValue(m_li)}});
        QCOMPARE(away().size(), 2);
        QVERIFY(!away()[1].isCovered);
    }

    void anEmergencyNamesDutyAndWhomItMayAffect()
    {
        roster(m_zhao, 20, u"值"_s);
        const Id near = home(u"欧阳芳"_s, u"13900139000"_s, u"幸福小区3栋2单元501"_s, {});
        const Id machine =
            home(u"老周"_s, u"13700137000"_s, u"幸福小区9栋1单元101"_s, u"medical_power"_s);
        const QString number = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Urgency, u"emergency"_s}, {field::Category, u"主管爆裂"_s},
            {field::Address, u"幸福小区3栋2单元302"_s},
            {field::Grid, QVariant::fromValue(m_grid)}});
        const auto ticket = m_day->read().findTicket(number);
        const auto help = items::findEmergencyHelp(m_day->read(), ticket->ticket.id);
        QCOMPARE(help.duty.now.value(0).name, u"赵强"_s);
        QVERIFY(help.isOfTeam);
        QCOMPARE(help.affected.premises, 2);
        QCOMPARE(help.affected.keyUsers.size(), 1);
        QCOMPARE(help.affected.keyUsers[0].id, machine);
        QCOMPARE(help.affected.keyUsers[0].contact.phone, u"137****7000"_s);
        QCOMPARE(help.building, u"幸福小区3栋2单元"_s);
        QCOMPARE(help.neighbours.size(), 1);
        QCOMPARE(help.neighbours[0].id, near);
        // Of the outage that is made of it nobody's door is told.
        const Values outage = items::outageFromTicket(m_day->read(), ticket->ticket);
        QCOMPARE(outage.text(outage::Where), u"幸福小区3栋2单元"_s);
        QCOMPARE(outage.text(outage::Grids), u"07"_s);
        QCOMPARE(outage.text(outage::Line), u"water"_s);
        QCOMPARE(outage.text(outage::Title), u"主管爆裂"_s);
        QCOMPARE(outage.number(outage::From), ticket->ticket.values.number(field::HappenedAt));
    }

    void whereNobodyOfTheTeamIsOnDutyOthersAreNamed()
    {
        change(Register::Staff, m_zhao, {{staff::Team, u"二队"_s}});
        roster(m_zhao, 20, u"值"_s);
        const QString number = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Urgency, u"emergency"_s}, {field::Title, u"爆管"_s},
            {field::Grid, QVariant::fromValue(m_grid)}});
        const auto help =
            items::findEmergencyHelp(m_day->read(), m_day->read().findTicket(number)->ticket.id);
        QVERIFY(!help.isOfTeam);
        QCOMPARE(help.duty.now.value(0).name, u"赵强"_s);
    }

private:
    void change(Register reg, const Id &row, const Values &values)
    {
        m_day->submit(PutRow{reg, row, values, {}});
    }
    void roster(const Id &person, int day, const QString &shift)
    {
        const qint64 day_ms =
            QDate(2026, 11, day).startOfDay(m_day->read().zone()).toMSecsSinceEpoch();
        change(Register::Roster, rosterCell(person, day_ms),
            {{roster::Person, QVariant::fromValue(person)}, {roster::Day, day_ms},
                {roster::Shift, shift}});
    }
    void leave(const Id &person, const QString &from, const QString &until)
    {
        m_day->addRow(Register::Leave,
            {{leave::Person, QVariant::fromValue(person)}, {leave::Kind, u"annual"_s},
                {leave::From, moment_ms(from)}, {leave::Until, moment_ms(until)},
                {leave::Approved, true},
                {leave::AnsweredBy, QVariant::fromValue(m_day->desk().actor())}});
    }
    void act(const Id &person, const QString &from, const QString &until)
    {
        m_day->submit(GrantRole{m_day->desk().freshId(), person, u"chief"_s, m_grid, {},
            moment_ms(from), until.isEmpty() ? 0 : moment_ms(until)});
    }
    QVector<ChiefAway> away() { return items::findChiefsAway(m_day->read(), {2026, 11, 16}, 7); }
    Id line(const QString &kind, const QString &what, const QString &phone, bool open)
    {
        return m_day->addRow(Register::DutyLog,
            {{duty_log::At, m_day->clock.now_ms()}, {duty_log::Kind, kind}, {duty_log::What, what},
                {duty_log::Phone, phone},
                {duty_log::By, QVariant::fromValue(m_day->desk().actor())},
                {duty_log::Open, open}});
    }
    Id home(
        const QString &name, const QString &phone, const QString &address, const QString &groups)
    {
        const Id customer = m_day->addRow(Register::Customer,
            {{customer::Name, name}, {customer::Phone, phone}, {customer::Groups, groups}});
        m_day->addRow(Register::Premises,
            {{premises::Customer, QVariant::fromValue(customer)}, {premises::Address, address},
                {premises::Grid, QVariant::fromValue(m_grid)}});
        return customer;
    }

    std::unique_ptr<SmallDesk> m_day;
    Id m_grid, m_li, m_zhao, m_fang;
};

QTEST_GUILESS_MAIN(ShiftsTest)
#include "shifts_test.moc"
