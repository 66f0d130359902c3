// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/decide.h"
#include "domain/visit_plan.h"

#include <QTest>

#include <algorithm>

using namespace domain;
using namespace Qt::StringLiterals;

/// Periodic visits: which round runs when, whom a sample takes, how answers are written, and what a plan and a visit must hold.
class VisitPlanTest : public QObject
{
    Q_OBJECT

    const QTimeZone m_zone{"Asia/Shanghai"};
    support::FakeSurroundings m_around;
    Refusal m_refusal;

    qint64 day(int year, int month, int day) const
    {
        return QDate(year, month, day).startOfDay(m_zone).toMSecsSinceEpoch();
    }
    VisitPlan plan(qint64 from_ms, int months = 0) const
    {
        VisitPlan plan;
        plan.id = Id::named("plan");
        plan.from_ms = from_ms;
        plan.months = months;
        return plan;
    }
    VisitRound round(const VisitPlan &plan, qint64 at_ms) const
    {
        return roundAt(plan, at_ms, m_zone).value_or(VisitRound{});
    }
    bool put(Register reg, const Values &values, const Id &row = Id::named("row"))
    {
        const RegisterSpec &spec = registerSpec(reg);
        const Decision decision =
            decide(PutRow{reg, idOfRow(spec, values, row), values, {}}, m_around);
        if (const auto *refusal = std::get_if<Refusal>(&decision))
            m_refusal = *refusal;
        return std::holds_alternative<Events>(decision);
    }
    bool isRefusedFor(Register reg, const Values &values, QStringView field)
    {
        m_refusal = {};
        return !put(reg, values) && m_refusal.field == field && !m_refusal.advice.isEmpty();
    }
    static QVector<Id> manyCustomers()
    {
        QVector<Id> ids;
        for (int at = 0; at < 10'000; ++at)
            ids.append(Id::named("customer/" + QByteArray::number(at)));
        return ids;
    }

private Q_SLOTS:
    void init() { m_around = {}; }

    void aSingleRoundLastsAsLongAsThePlan()
    {
        VisitPlan once = plan(day(2026, 10, 1));
        QVERIFY(!roundAt(once, day(2026, 10, 1) - 1, m_zone));
        QCOMPARE(round(once, day(2030, 1, 1)), (VisitRound{day(2026, 10, 1), 0}));
        once.until_ms = day(2027, 1, 1);
        QCOMPARE(round(once, day(2026, 10, 1)), (VisitRound{day(2026, 10, 1), day(2027, 1, 1)}));
        QVERIFY(!roundAt(once, day(2027, 1, 1), m_zone));
        QCOMPARE(roundBefore(once, round(once, day(2026, 12, 1)), m_zone),
            (VisitRound{day(2026, 7, 1), day(2026, 10, 1)}));
    }

    void roundsFollowEachOther()
    {
        const VisitPlan quarterly = plan(day(2026, 1, 1), 3);
        QCOMPARE(round(quarterly, day(2026, 1, 1)), (VisitRound{day(2026, 1, 1), day(2026, 4, 1)}));
        QCOMPARE(
            round(quarterly, day(2026, 4, 1) - 1), (VisitRound{day(2026, 1, 1), day(2026, 4, 1)}));
        QCOMPARE(round(quarterly, day(2026, 4, 1)), (VisitRound{day(2026, 4, 1), day(2026, 7, 1)}));
        QCOMPARE(
            round(quarterly, day(2028, 12, 31)), (VisitRound{day(2028, 10, 1), day(2029, 1, 1)}));
        QCOMPARE(roundBefore(quarterly, round(quarterly, day(2026, 4, 1)), m_zone),
            (VisitRound{day(2026, 1, 1), day(2026, 4, 1)}));
    }

    /// A month without that day ends on its last one, and the next has it again.
    void aPlanFromThe31st()
    {
        const VisitPlan monthly = plan(day(2026, 1, 31), 1);
        QCOMPARE(
            round(monthly, day(2026, 2, 27)), (VisitRound{day(2026, 1, 31), day(2026, 2, 28)}));
        QCOMPARE(
            round(monthly, day(2026, 2, 28)), (VisitRound{day(2026, 2, 28), day(2026, 3, 31)}));
        QCOMPARE(
            round(monthly, day(2026, 3, 30)), (VisitRound{day(2026, 2, 28), day(2026, 3, 31)}));
        QCOMPARE(
            round(monthly, day(2026, 3, 31)), (VisitRound{day(2026, 3, 31), day(2026, 4, 30)}));
        QCOMPARE(
            round(monthly, day(2028, 2, 29)), (VisitRound{day(2028, 2, 29), day(2028, 3, 31)}));
        // Every day of two years lies in exactly one round, and that one begins where the last one ended.
        VisitRound last = round(monthly, day(2026, 1, 31));
        for (QDate each(2026, 2, 1); each < QDate(2028, 2, 1); each = each.addDays(1)) {
            const qint64 at_ms = each.startOfDay(m_zone).toMSecsSinceEpoch();
            const VisitRound now = round(monthly, at_ms);
            QVERIFY(now.from_ms <= at_ms && at_ms < now.until_ms);
            QVERIFY(now == last || now.from_ms == last.until_ms);
            QVERIFY(isRound(monthly, now.from_ms, m_zone));
            last = now;
        }
    }

    void anEndEndsTheRounds()
    {
        VisitPlan monthly = plan(day(2026, 1, 1), 1);
        monthly.ended_ms = day(2026, 3, 10);
        QVERIFY(roundAt(monthly, day(2026, 3, 10) - 1, m_zone));
        QVERIFY(!roundAt(monthly, day(2026, 3, 10), m_zone));
        monthly.ended_ms = 0;
        monthly.until_ms = day(2026, 5, 1);
        QVERIFY(!roundAt(monthly, day(2026, 5, 1), m_zone));
        // What was a round stays one, whoever ends the plan: another desk may hand its visits in later.
        QVERIFY(isRound(monthly, day(2026, 7, 1), m_zone));
        QVERIFY(!isRound(monthly, day(2026, 7, 2), m_zone));
        QVERIFY(!isRound(monthly, day(2025, 12, 1), m_zone));
    }

    void aSampleTakesItsShare()
    {
        const QVector<Id> customers = manyCustomers();
        for (const int oneIn : {2, 5, 20}) {
            VisitPlan survey = plan(day(2026, 1, 1), 3);
            survey.oneIn = oneIn;
            const VisitRound first = round(survey, day(2026, 1, 1));
            const auto isIn = [&](const Id &customer) { return isChosen(survey, first, customer); };
            const double share =
                double(std::ranges::count_if(customers, isIn)) * oneIn / double(customers.size());
            QVERIFY2(share > 0.85 && share < 1.15, qPrintable(QString::number(share)));
        }
        VisitPlan everybody = plan(day(2026, 1, 1));
        QVERIFY(std::ranges::all_of(customers, [&](const Id &customer) {
            return isChosen(everybody, round(everybody, day(2026, 1, 1)), customer);
        }));
    }

    /// It follows from the ids alone, so the order in which they're known makes no difference; another round draws anew.
    void aSampleIsNobodysChoice()
    {
        QVector<Id> customers = manyCustomers();
        VisitPlan survey = plan(day(2026, 1, 1), 3);
        survey.oneIn = 20;
        const auto sample = [&](const VisitRound &round) {
            QVector<Id> found;
            std::ranges::copy_if(customers, std::back_inserter(found),
                [&](const Id &customer) { return isChosen(survey, round, customer); });
            std::ranges::sort(found);
            return found;
        };
        const VisitRound first = round(survey, day(2026, 1, 1));
        const VisitRound second = round(survey, day(2026, 4, 1));
        const QVector<Id> drawn = sample(first);
        std::ranges::reverse(customers);
        QCOMPARE(sample(first), drawn);
        QVector<Id> both;
        std::ranges::set_intersection(drawn, sample(second), std::back_inserter(both));
        QVERIFY(both.size() < drawn.size() / 4);
    }

    void answersAreNumbersFromOneToFive()
    {
        QCOMPARE(scoresFrom(u"5,4,,3", 4), QVector<int>({5, 4, 0, 3}));
        QCOMPARE(scoresFrom(u"", 3), QVector<int>());
        QCOMPARE(scoresFrom(u" 2 , 1", 3), QVector<int>({2, 1}));
        for (const QStringView wrong : {u"6", u"0", u"5,x", u"55", u"5;4", u"-1"})
            QVERIFY2(!scoresFrom(wrong, 3), qPrintable(wrong.toString()));
        QVERIFY(!scoresFrom(u"5,4,3", 2));
        QVERIFY(!scoresFrom(u"5", 0));
        QCOMPARE(scoresText({5, 0, 3, 0}), u"5,,3"_s);
        QCOMPARE(scoresText({0, 0}), QString());
        QCOMPARE(scoresFrom(scoresText({1, 0, 5}), 3), QVector<int>({1, 0, 5}));
    }

    void aPlanKeepsWithinBounds()
    {
        m_around.codes.insert({Register::Grid, u"07"_s}, Id::named("07"));
        Values row{{visit_plan::Code, u"HF-1"_s}, {visit_plan::Name, u"独居老人走访"_s},
            {visit_plan::From, day(2026, 1, 1)}};
        QVERIFY(put(Register::VisitPlan, row));
        for (const qint64 wrong : {0, -1, 61}) {
            Values with = row;
            with.set(visit_plan::Months, wrong);
            QVERIFY(isRefusedFor(Register::VisitPlan, with, u"months"));
        }
        for (const qint64 wrong : {0, 10'001}) {
            Values with = row;
            with.set(visit_plan::OneIn, wrong);
            QVERIFY(isRefusedFor(Register::VisitPlan, with, u"one_in"));
        }
        row.set(visit_plan::Months, 60);
        row.set(visit_plan::OneIn, 10'000);
        row.set(visit_plan::Grids, u"07"_s);
        QVERIFY(put(Register::VisitPlan, row));
        row.set(visit_plan::Until, day(2026, 1, 1));
        QVERIFY(isRefusedFor(Register::VisitPlan, row, u"until"));
        row.set(visit_plan::Until, day(2026, 2, 1));
        row.set(visit_plan::Grids, u"07,88"_s);
        QVERIFY(isRefusedFor(Register::VisitPlan, row, u"grids"));
        row.remove(visit_plan::From);
        QVERIFY(isRefusedFor(Register::VisitPlan, row, u"from"));
    }

    void aVisitBelongsToARoundOfItsPlan()
    {
        const Id plan = Id::named("plan"), customer = Id::named("customer");
        m_around.filed.insert(customer, {Register::Customer, {}});
        Values row{{visit::Plan, QVariant::fromValue(plan)},
            {visit::Customer, QVariant::fromValue(customer)}, {visit::Round, day(2026, 4, 1)},
            {visit::At, day(2026, 4, 2)}, {visit::By, QVariant::fromValue(m_around.me)},
            {visit::Outcome, u"reached"_s}};
        QVERIFY(isRefusedFor(Register::Visit, row, u"plan"));
        m_around.rows.insert(plan,
            {plan, Register::VisitPlan,
                {{visit_plan::Code, u"HF-1"_s}, {visit_plan::Name, u"走访"_s},
                    {visit_plan::From, day(2026, 1, 1)}, {visit_plan::Months, 3},
                    {visit_plan::Questions, u"态度如何\n是否解决"_s}},
                false});
        m_around.filed.insert(plan, {Register::VisitPlan, {}});
        QVERIFY2(put(Register::Visit, row), qPrintable(m_refusal.text()));
        row.set(visit::Round, day(2026, 4, 2));
        QVERIFY(isRefusedFor(Register::Visit, row, u"round"));
        row.set(visit::Round, day(2026, 4, 1));
        row.set(visit::Scores, u"5,6"_s);
        QVERIFY(isRefusedFor(Register::Visit, row, u"scores"));
        row.set(visit::Scores, u"5,4,3"_s);
        QVERIFY(isRefusedFor(Register::Visit, row, u"scores"));
        row.set(visit::Scores, u"5"_s);
        QVERIFY(put(Register::Visit, row));
        row.set(visit::Outcome, u"perhaps"_s);
        QVERIFY(isRefusedFor(Register::Visit, row, u"outcome"));
    }

    /// Two desks that call the same person mean the same row.
    void oneRowSaysWhatCameOfIt()
    {
        const Id plan = Id::named("plan"), one = Id::named("one"), other = Id::named("other");
        QCOMPARE(visitOf(plan, one, 1000), visitOf(plan, one, 1000));
        QVERIFY(visitOf(plan, one, 1000) != visitOf(plan, other, 1000));
        QVERIFY(visitOf(plan, one, 1000) != visitOf(plan, one, 2000));
        QVERIFY(visitOf(plan, one, 1000) != visitOf(other, one, 1000));
    }
};

QTEST_GUILESS_MAIN(VisitPlanTest)
#include "visit_plan_test.moc"
