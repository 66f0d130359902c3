// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_visits.h"

#include "desk.h"
#include "domain/words.h"
#include "items/visit_round.h"

namespace app
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::RoundLine;

namespace
{

/// Both plans began with the year before, so that there are rounds behind this one.
qint64 beginning(Desk &desk)
{
    const QTimeZone zone = desk.read().zone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(desk.clock().now_ms(), zone).date();
    return QDate(today.year() - 1, 1, 1).startOfDay(zone).toMSecsSinceEpoch();
}

RegisterRow eldersPlan(Desk &desk)
{
    return {desk.freshId(), Register::VisitPlan,
        {{visit_plan::Code, u"03-走访-1"_s}, {visit_plan::Name, u"独居老人季度走访"_s},
            {visit_plan::Groups, u"elderly_alone"_s}, {visit_plan::Months, 3},
            {visit_plan::From, beginning(desk)},
            {visit_plan::Wording,
                u"您好，我是物业客服，向您问个好。家里水、电、暖气都正常吗？近期有什么需要我们"
                u"帮忙的？"_s}},
        false};
}

RegisterRow surveyPlan(Desk &desk)
{
    return {desk.freshId(), Register::VisitPlan,
        {{visit_plan::Code, u"03-调查-1"_s}, {visit_plan::Name, u"季度满意度调查"_s},
            {visit_plan::Served, true}, {visit_plan::OneIn, 20}, {visit_plan::Months, 3},
            {visit_plan::From, beginning(desk)},
            {visit_plan::Questions,
                u"工作人员的服务态度，您满意吗？\n问题解决得是否及时？\n维修质量您满意吗？"_s},
            {visit_plan::Wording,
                u"您好，上个季度我们为您服务过，想请您用一分钟打个分，5分最满意，1分最不满意。"_s}},
        false};
}

VisitRound roundNow(Desk &desk, const VisitPlan &plan)
{
    return roundAt(plan, desk.clock().now_ms(), desk.read().zone()).value_or(VisitRound{});
}

/// What came of the calls of this round so far: of five one wasn't reached.
class Calls
{
public:
    Calls(Desk &desk, const SampleCompany &company, const VisitPlan &plan, const VisitRound &round)
        : m_desk(desk)
        , m_company(company)
        , m_plan(plan)
        , m_round(round)
    {
    }

    Command next(const Id &customer, qsizetype of)
    {
        const qint64 passed_ms = m_desk.clock().now_ms() - m_round.from_ms;
        RoundLine line;
        line.customer = customer;
        items::VisitSaid said{.by = m_company.clerks.at(m_made % m_company.clerks.size()),
            .at_ms = m_round.from_ms + passed_ms * (m_made + 1) / (of + 1),
            .isReached = m_made % 5 != 3};
        if (said.isReached) {
            for (qsizetype at = 0; at < m_plan.questions.size(); ++at)
                said.scores.append(
                    int(m_dice.chance(75) ? m_dice.between(4, 5) : m_dice.between(2, 3)));
            said.said = m_plan.isSurvey() ? u"整体满意"_s : m_dice.oneOf(remarks());
        }
        ++m_made;
        return items::visitCommand(m_plan, m_round, line, said);
    }

private:
    static QStringList remarks()
    {
        return {u"身体还好，家中水电正常"_s, u"希望帮忙看看卫生间的灯"_s,
            u"暖气温度可以，子女周末会来"_s, u"请冬天多打电话"_s};
    }

    Desk &m_desk;
    const SampleCompany &m_company;
    const VisitPlan &m_plan;
    const VisitRound &m_round;
    Dice m_dice{21};
    qsizetype m_made = 0;
};

/// The elderly who live alone, by what their files say.
QVector<Id> elders(Desk &desk, const QVector<Household> &people)
{
    QVector<Id> found;
    for (const Household &home : people) {
        const auto row = desk.read().findRow(home.id);
        const QString groups =
            row ? desk.read().open(customer::Groups, row->row.values[customer::Groups]) : QString();
        if (severalOf(groups).contains(u"elderly_alone"_s))
            found.append(home.id);
    }
    return found;
}

QVector<Id> surveyed(Desk &desk, const VisitPlan &plan)
{
    QVector<Id> found;
    items::RoundFinder finder;
    for (const RoundLine &line :
        finder.find(desk.read(), plan, desk.clock().now_ms(), items::RoundFinder::Names::With)
            .lines)
        found.append(line.customer);
    return found;
}

} // namespace

void addPlannedVisits(Desk &desk, const SampleCompany &company, const QVector<Household> &people,
    QVector<Command> &commands)
{
    for (const RegisterRow &row : {eldersPlan(desk), surveyPlan(desk)}) {
        commands.append(PutRow{row.reg, row.id, row.values, {}});
        const VisitPlan plan = VisitPlan::from(row);
        const VisitRound round = roundNow(desk, plan);
        const QVector<Id> whom = plan.isSurvey() ? surveyed(desk, plan) : elders(desk, people);
        Calls calls(desk, company, plan, round);
        // Two in five still wait for their call.
        const qsizetype called = whom.size() - whom.size() * 2 / 5;
        for (const Id &customer : whom.first(called))
            commands.append(calls.next(customer, called));
    }
}

} // namespace app
