// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/visit_plan.h"

#include "domain/words.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr int monthsOfSingle = 3;
constexpr int mostRounds = 1'200; ///< a hundred years of months

/// The beginning of a plan's round; a month that is shorter ends on its last day, and the next one doesn't.
qint64 startOf(const VisitPlan &plan, int round, const QTimeZone &zone)
{
    const QDate first = QDateTime::fromMSecsSinceEpoch(plan.from_ms, zone).date();
    return first.addMonths(round * plan.months).startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace

VisitPlan VisitPlan::from(const RegisterRow &row)
{
    const Values &values = row.values;
    return {.id = row.id,
        .code = values.text(visit_plan::Code),
        .name = values.text(visit_plan::Name),
        .groups = severalOf(values.text(visit_plan::Groups)),
        .grids = severalOf(values.text(visit_plan::Grids)),
        .isServedOnly = values.flag(visit_plan::Served),
        .oneIn = std::max(1, int(values.number(visit_plan::OneIn))),
        .months = std::max(0, int(values.number(visit_plan::Months))),
        .from_ms = values.number(visit_plan::From),
        .until_ms = values.number(visit_plan::Until),
        .ended_ms = values.number(visit_plan::Ended),
        .questions = values.text(visit_plan::Questions).split(u'\n', Qt::SkipEmptyParts),
        .wording = values.text(visit_plan::Wording)};
}

std::optional<VisitRound> roundAt(const VisitPlan &plan, qint64 at_ms, const QTimeZone &zone)
{
    const bool isOver =
        (plan.until_ms && at_ms >= plan.until_ms) || (plan.ended_ms && at_ms >= plan.ended_ms);
    if (at_ms < plan.from_ms || isOver)
        return {};
    if (plan.months == 0)
        return VisitRound{plan.from_ms, plan.until_ms};
    const QDate first = QDateTime::fromMSecsSinceEpoch(plan.from_ms, zone).date();
    const QDate day = QDateTime::fromMSecsSinceEpoch(at_ms, zone).date();
    const int passed = (day.year() - first.year()) * 12 + day.month() - first.month();
    int round = std::clamp(passed / plan.months, 0, mostRounds);
    if (round > 0 && startOf(plan, round, zone) > at_ms)
        --round;
    return VisitRound{
        round == 0 ? plan.from_ms : startOf(plan, round, zone), startOf(plan, round + 1, zone)};
}

VisitRound roundBefore(const VisitPlan &plan, const VisitRound &round, const QTimeZone &zone)
{
    const int months = plan.months ? plan.months : monthsOfSingle;
    const QDate day = QDateTime::fromMSecsSinceEpoch(round.from_ms, zone).date();
    return {day.addMonths(-months).startOfDay(zone).toMSecsSinceEpoch(), round.from_ms};
}

bool isRound(const VisitPlan &plan, qint64 from_ms, const QTimeZone &zone)
{
    VisitPlan endless = plan;
    endless.until_ms = endless.ended_ms = 0;
    const auto round = roundAt(endless, from_ms, zone);
    return round && round->from_ms == from_ms;
}

bool isChosen(const VisitPlan &plan, const VisitRound &round, const Id &customer)
{
    if (plan.oneIn <= 1)
        return true;
    const Id drawn = visitOf(plan.id, customer, round.from_ms);
    const quint32 number = quint32(drawn.bytes[12]) << 24 | quint32(drawn.bytes[13]) << 16
        | quint32(drawn.bytes[14]) << 8 | quint32(drawn.bytes[15]);
    return number % quint32(plan.oneIn) == 0;
}

Id visitOf(const Id &plan, const Id &customer, qint64 round_ms)
{
    return idOfRow(registerSpec(Register::Visit),
        {{visit::Plan, QVariant::fromValue(plan)}, {visit::Customer, QVariant::fromValue(customer)},
            {visit::Round, round_ms}},
        {});
}

std::optional<QVector<int>> scoresFrom(QStringView text, qsizetype questions)
{
    QVector<int> scores;
    if (text.isEmpty())
        return scores;
    for (const QStringView part : text.split(u',')) {
        const QStringView digit = part.trimmed();
        const bool isAnswer = digit.size() == 1 && digit[0] >= u'1' && digit[0] <= u'5';
        if ((!digit.isEmpty() && !isAnswer) || scores.size() >= questions)
            return {};
        scores.append(isAnswer ? digit[0].digitValue() : 0);
    }
    return scores;
}

QString scoresText(const QVector<int> &scores)
{
    QStringList parts;
    for (const int score : scores)
        parts << (score ? QString::number(score) : QString());
    while (!parts.isEmpty() && parts.constLast().isEmpty())
        parts.removeLast();
    return parts.join(u',');
}

} // namespace domain
