// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "domain/register_rules.h"
#include "items/round_list_model.h"
#include "items/visit_results.h"
#include "support/desks_together.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::RoundFinder;
using items::RoundLine;
using items::RoundListModel;
using items::RoundView;
using support::moment_ms;

/// Rounds of visits as a page and the tool read them: whom one takes, in which order, what was answered, and what two desks make of it.
class VisitRoundsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::SmallDesk> m_desk;
    Id m_north, m_south;

    Id customer(const QString &name, const Id &grid, const QString &groups = {})
    {
        const Id id = m_desk->addRow(Register::Customer,
            {{customer::Name, name}, {customer::Groups, groups},
                {customer::Phone, u"13800001234"_s}});
        if (!grid.isNull())
            m_desk->addRow(Register::Premises,
                {{premises::Customer, QVariant::fromValue(id)}, {premises::Address, u"1栋"_s},
                    {premises::Grid, QVariant::fromValue(grid)}});
        return id;
    }
    VisitPlan plan(Values values)
    {
        values.set(visit_plan::Code, u"HF-%1"_s.arg(m_desk->read().countRows(Register::VisitPlan)));
        values.set(visit_plan::Name, u"走访"_s);
        if (!values.has(visit_plan::From))
            values.set(visit_plan::From, moment_ms(u"2026-10-01 00:00"_s));
        const Id id = m_desk->addRow(Register::VisitPlan, values);
        return VisitPlan::from(m_desk->read().findRow(id)->row);
    }
    RoundView view(const VisitPlan &plan)
    {
        RoundFinder finder;
        return finder.find(m_desk->read(), plan, m_desk->clock.now_ms(), RoundFinder::Names::With);
    }
    static QStringList names(const RoundView &view)
    {
        QStringList names;
        for (const RoundLine &line : view.lines) {
            if (line.isToCall())
                names << line.name;
        }
        return names;
    }
    static RoundLine lineOf(const RoundView &view, const Id &customer)
    {
        const auto at = std::ranges::find(view.lines, customer, &RoundLine::customer);
        return at == view.lines.end() ? RoundLine() : *at;
    }
    void record(
        const VisitPlan &plan, const Id &customer, bool isReached, const QVector<int> &scores = {})
    {
        const RoundView now = view(plan);
        RoundLine line = lineOf(now, customer);
        line.customer = customer;
        m_desk->submit(items::visitCommand(plan, *now.round, line,
            {.by = m_desk->desk().actor(),
                .at_ms = m_desk->clock.now_ms(),
                .isReached = isReached,
                .scores = scores}));
        m_desk->clock.passMinutes(1);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<support::SmallDesk>(); // Friday 2026-11-20
        m_desk->desk().indexPeopleNow();
        m_desk->signIn(u"wang"_s);
        m_north = m_desk->addGrid(u"07"_s, u"幸福北"_s);
        m_south = m_desk->addGrid(u"09"_s, u"幸福南"_s);
    }

    void groupsAndGridsSayWhomItTakes()
    {
        customer(u"张伟"_s, m_north, u"elderly_alone"_s);
        customer(u"李娜"_s, m_south, u"elderly_alone,low_income"_s);
        customer(u"王强"_s, m_north, u"low_income"_s);
        customer(u"赵敏"_s, m_north);
        customer(u"钱多"_s, m_north, u"文明户"_s);
        customer(u"孙立"_s, m_north, u"党员户"_s);
        QCOMPARE(names(view(plan({{visit_plan::Groups, u"elderly_alone"_s}}))),
            QStringList({u"张伟"_s, u"李娜"_s}));
        QCOMPARE(names(view(plan({{visit_plan::Groups, u"elderly_alone,low_income"_s},
                     {visit_plan::Grids, u"07"_s}}))),
            QStringList({u"张伟"_s, u"王强"_s}));
        // Words of one's own, of which only the names are known.
        QCOMPARE(names(view(plan({{visit_plan::Groups, u"文明户"_s}}))), QStringList{u"钱多"_s});
        QCOMPARE(view(plan({})).taken(), 6);
    }

    /// Who depends on it first, then by grid and name as a clerk would look it up.
    void theListBeginsWithWhoNeedsItMost()
    {
        customer(u"张伟"_s, m_south);
        customer(u"王强"_s, m_north);
        customer(u"阿明"_s, m_north);
        customer(u"钱多"_s, {});
        customer(u"李娜"_s, m_south, u"elderly_alone"_s);
        customer(u"孙立"_s, m_south, u"medical_power"_s);
        customer(u"周全"_s, m_north, u"key_user"_s);
        QCOMPARE(names(view(plan({}))),
            QStringList(
                {u"孙立"_s, u"周全"_s, u"李娜"_s, u"阿明"_s, u"王强"_s, u"张伟"_s, u"钱多"_s}));
    }

    void whoDoesntWantCallsIsLeftOutAndCounted()
    {
        customer(u"张伟"_s, m_north);
        const Id quiet = customer(u"李娜"_s, m_north);
        m_desk->submit(PutRow{Register::Customer, quiet, {{customer::ContactWay, u"never"_s}}, {}});
        const RoundView found = view(plan({}));
        QCOMPARE(names(found), QStringList{u"张伟"_s});
        QCOMPARE(found.unwilling, 1);
        QCOMPARE(items::resultsOf(found).all.taken, 1);
    }

    void mergedFilesAreOnePersonAndTheRemovedNone()
    {
        const Id zhang = customer(u"张伟"_s, m_north), twice = customer(u"张先生"_s, m_south);
        const Id gone = customer(u"李娜"_s, m_north);
        const VisitPlan all = plan({{visit_plan::Questions, u"态度如何"_s}});
        record(all, zhang, false);
        record(all, twice, true, {4});
        QCOMPARE(items::resultsOf(view(all)).all.taken, 3);
        m_desk->submit(mergedInto(twice, zhang, {}));
        m_desk->submit(RemoveRow{Register::Customer, gone});
        const RoundView found = view(all);
        QCOMPARE(found.lines.size(), 1);
        // Being reached counts, whichever file it was recorded under; the premises of both are theirs.
        QCOMPARE(lineOf(found, zhang).state, RoundLine::Reached);
        QCOMPARE(lineOf(found, zhang).scores, QVector<int>{4});
        QCOMPARE(lineOf(found, zhang).visit, visitOf(all.id, twice, found.round->from_ms));
        m_desk->submit(parted(twice));
        QCOMPARE(view(all).lines.size(), 2);
    }

    /// What somebody answered who is erased later still counts, and shows nobody.
    void theErasedAreNotCalledAndTheirAnswersStay()
    {
        const Id zhang = customer(u"张伟"_s, m_north);
        const VisitPlan all = plan({{visit_plan::Questions, u"态度如何"_s}});
        record(all, zhang, true, {5});
        m_desk->addPerson(u"fang"_s, u"方洁"_s, u"clerk"_s);
        m_desk->addPerson(u"zhou"_s, u"周敏"_s, u"manager"_s);
        const Id zhou = m_desk->read().findRowByCode(Register::Staff, u"zhou"_s)->row.id;
        m_desk->desk().setPassword(zhou, u"晴"_s, record::PasswordCost::least()).waitForFinished();
        m_desk->signIn(u"fang"_s);
        const Id erasure = m_desk->desk().freshId();
        m_desk->submit(AskErasure{erasure, zhang, u"request"_s, u"搬走了"_s});
        m_desk->signIn(u"zhou"_s, u"晴"_s);
        m_desk->submit(AnswerErasure{erasure, true, {}});
        const RoundView found = view(all);
        QVERIFY(names(found).isEmpty());
        QCOMPARE(found.lines.size(), 1);
        QVERIFY(found.lines[0].isGone && found.lines[0].name.isEmpty());
        QCOMPARE(items::resultsOf(found).all.answers[0].given[4], 1);
    }

    void theServedAreThoseOfTheRoundBefore()
    {
        const Id before = customer(u"张伟"_s, m_north), now = customer(u"李娜"_s, m_north),
                 cancelled = customer(u"王强"_s, m_north);
        customer(u"赵敏"_s, m_north);
        const auto done = [this](const Id &who, const QString &at, const QString &action) {
            const QString number =
                m_desk->open(support::repair(*m_desk, u"漏水"_s), {.known = who});
            m_desk->clock.set_ms(moment_ms(at));
            m_desk->act(number, action, {{field::Reason, u"已修好"_s}});
        };
        const VisitPlan survey = plan({{visit_plan::Served, true}, {visit_plan::Months, 3}});
        m_desk->clock.set_ms(moment_ms(u"2026-09-10 08:00"_s));
        const QString early =
            m_desk->open({{field::Kind, u"enquiry"_s}, {field::Title, u"停水通知"_s},
                             {field::HappenedAt, m_desk->clock.now_ms()}},
                {.known = before});
        m_desk->act(early, u"answer"_s, {{field::Reply, u"明日恢复"_s}});
        m_desk->clock.set_ms(moment_ms(u"2026-09-11 08:00"_s));
        done(cancelled, u"2026-09-11 09:00"_s, u"cancel"_s);
        m_desk->clock.set_ms(moment_ms(u"2026-10-10 08:00"_s));
        const QString late =
            m_desk->open({{field::Kind, u"enquiry"_s}, {field::Title, u"停水通知"_s},
                             {field::HappenedAt, m_desk->clock.now_ms()}},
                {.known = now});
        m_desk->act(late, u"answer"_s, {{field::Reply, u"明日恢复"_s}});
        QCOMPARE(names(view(survey)), QStringList{u"张伟"_s});
        m_desk->clock.set_ms(moment_ms(u"2027-01-10 08:00"_s));
        QCOMPARE(names(view(survey)), QStringList{u"李娜"_s});
    }

    void whatWasAnsweredIsCountedByQuestionAndGrid()
    {
        QVector<Id> people;
        for (int at = 0; at < 6; ++at)
            people << customer(u"住户%1"_s.arg(at), at < 4 ? m_north : at == 4 ? m_south : Id());
        const VisitPlan survey = plan({{visit_plan::Questions, u"态度如何\n是否解决"_s}});
        record(survey, people[0], true, {5, 4});
        record(survey, people[1], true, {3, 0});
        record(survey, people[2], false);
        record(survey, people[4], true, {1, 5});
        const RoundView found = view(survey);
        const items::RoundResults results = items::resultsOf(found);
        QCOMPARE(results.all.taken, 6);
        QCOMPARE(results.all.reached, 3);
        QCOMPARE(results.all.unreached, 1);
        QCOMPARE(results.all.left, 2);
        QCOMPARE(results.all.answers[0].given, (std::array<int, 5>{1, 0, 1, 0, 1}));
        QCOMPARE(results.all.answers[0].mean(), 3.0);
        QCOMPARE(results.all.answers[0].favourable(), 1);
        QCOMPARE(results.all.answers[1].all(), 2);
        QCOMPARE(results.all.answers[1].favourable(), 2);
        QCOMPARE(results.grids.size(), 3);
        QCOMPARE(results.grids[0].first, u"07"_s);
        QCOMPARE(results.grids[0].second.answers[0].mean(), 4.0);
        QCOMPARE(results.grids[1].second.reached, 1);
        QCOMPARE(results.grids[2].first, QString());
        QCOMPARE(results.grids[2].second.left, 1);
        // Whom nobody reached comes last.
        QCOMPARE(names(found).constLast(), u"住户2"_s);
        // Said again, it replaces what was said.
        record(survey, people[1], true, {5, 5});
        QCOMPARE(items::resultsOf(view(survey)).all.answers[0].given[4], 2);
        QCOMPARE(m_desk->read().countRows(Register::Visit), 4);
    }

    /// The same people, however often and by whom it is looked at.
    void aSampleStaysTheSame()
    {
        for (int at = 0; at < 60; ++at)
            customer(u"住户%1"_s.arg(at), m_north);
        const VisitPlan survey = plan({{visit_plan::OneIn, 3}, {visit_plan::Months, 3}});
        const QStringList drawn = names(view(survey));
        QVERIFY(drawn.size() > 8 && drawn.size() < 35);
        QCOMPARE(names(view(survey)), drawn);
        RoundFinder finder;
        for (int look = 0; look < 2; ++look)
            QCOMPARE(names(finder.find(
                         m_desk->read(), survey, m_desk->clock.now_ms(), RoundFinder::Names::With)),
                drawn);
    }

    void whatChangesIsSeenByTheNextLook()
    {
        const Id zhang = customer(u"张伟"_s, m_north);
        customer(u"李娜"_s, m_north);
        const VisitPlan all = plan({});
        RoundFinder finder;
        const auto look = [&] {
            return finder.find(
                m_desk->read(), all, m_desk->clock.now_ms(), RoundFinder::Names::With);
        };
        QCOMPARE(names(look()), QStringList({u"李娜"_s, u"张伟"_s}));
        m_desk->submit(PutRow{Register::Customer, zhang, {{customer::Name, u"安伟"_s}}, {}});
        QCOMPARE(names(look()), QStringList({u"安伟"_s, u"李娜"_s}));
        m_desk->submit(PutRow{Register::Customer, zhang, {{customer::ContactWay, u"never"_s}}, {}});
        QCOMPARE(names(look()), QStringList{u"李娜"_s});
    }

    void theListOnAPageFollows()
    {
        const Id zhang = customer(u"张伟"_s, m_north);
        customer(u"李娜"_s, m_north);
        const VisitPlan all = plan({});
        items::RoundReading reading(support::sourceOf(*m_desk));
        items::VisitPlanModel plans(support::sourceOf(*m_desk), reading);
        RoundListModel list(support::sourceOf(*m_desk), reading);
        const QAbstractItemModelTester one(
            &plans, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester two(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(&m_desk->desk(), &Desk::committed, &list, &RoundListModel::renew);
        connect(&m_desk->desk(), &Desk::committed, &plans, &items::VisitPlanModel::renew);
        plans.renew();
        list.show(all.id);
        QTRY_COMPARE(list.rowCount(), 2);
        QTRY_COMPARE(plans.rowCount(), 1);
        QCOMPARE(plans.toCall(), 2);
        // What is recorded here moves at once; what came of it is read in its turn.
        list.take(list.rowOf(zhang), {.at_ms = m_desk->clock.now_ms(), .isReached = false},
            visitOf(all.id, zhang, list.view().round->from_ms));
        QCOMPARE(list.at(1).customer, zhang);
        record(all, zhang, true);
        QTRY_COMPARE(list.rowCount(), 1);
        QTRY_COMPARE(plans.at(0).reached, 1);
        list.showPart(RoundListModel::Part::Done);
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(list.at(0).customer, zhang);
    }

    /// Two desks that call the same customer apart: one row, and what they heard differently is shown.
    void twoDesksCallTheSamePerson()
    {
        support::DesksTogether desks;
        const Id plan = desks.desk(0).freshId(), zhang = desks.desk(0).freshId(),
                 li = desks.desk(0).freshId();
        desks.submit(0,
            PutRow{Register::VisitPlan, plan,
                {{visit_plan::Code, u"HF-1"_s}, {visit_plan::Name, u"走访"_s},
                    {visit_plan::From, moment_ms(u"2026-10-01 00:00"_s)},
                    {visit_plan::Questions, u"态度如何"_s}},
                {}});
        for (const Id &one : {zhang, li})
            desks.submit(0, PutRow{Register::Customer, one, {{customer::Name, u"住户"_s}}, {}});
        desks.meet(0, 1);
        const auto look = [&](int desk) {
            RoundFinder finder;
            store::Reader &read = desks.desk(desk).read();
            return finder.find(read, VisitPlan::from(read.findRow(plan)->row), read.now_ms(),
                RoundFinder::Names::Without);
        };
        const auto call = [&](int desk, const Id &customer, int score) {
            const RoundView view = look(desk);
            desks.submit(desk,
                items::visitCommand(view.plan, *view.round, lineOf(view, customer),
                    {.by = desks.desk(desk).actor(),
                        .at_ms = desks.clock.now_ms(),
                        .scores = {score}}));
        };
        call(0, zhang, 5);
        call(1, zhang, 2);
        call(0, li, 4);
        call(1, li, 4);
        desks.meet(0, 1);
        for (int desk : {0, 1}) {
            QCOMPARE(desks.desk(desk).read().countRows(Register::Visit), 2);
            QCOMPARE(desks.conflicts(desk, visitOf(plan, zhang, moment_ms(u"2026-10-01 00:00"_s)))
                         .size(),
                1);
            // Both heard the same, so there is nothing to settle.
            QCOMPARE(
                desks.conflicts(desk, visitOf(plan, li, moment_ms(u"2026-10-01 00:00"_s))).size(),
                0);
            QCOMPARE(items::resultsOf(look(desk)).all.reached, 2);
            QCOMPARE(items::resultsOf(look(desk)).all.answers[0].given,
                items::resultsOf(look(0)).all.answers[0].given);
        }
        QVERIFY(desks.agree());
    }
};

QTEST_GUILESS_MAIN(VisitRoundsTest)
#include "visit_rounds_test.moc"
