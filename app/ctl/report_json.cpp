// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_json.h"

#include "domain/ticket_fields.h"
#include "reports/pareto.h"

#include <QDateTime>
#include <QJsonArray>

namespace ctl
{

using namespace reports;
using namespace Qt::StringLiterals;

namespace
{

QJsonValue orNull(std::optional<double> share)
{
    return share ? QJsonValue(*share) : QJsonValue();
}

QString keyOf(const Grouping &grouping)
{
    return domain::ticketFields().find(grouping.field)->name();
}

QJsonObject countsJson(const Tally &tally, const std::vector<Measure> &measures)
{
    QJsonObject object;
    for (Measure measure : measures)
        object.insert(QString::fromLatin1(specOf(measure).key), tally[measure]);
    return object;
}

QJsonObject satisfactionJson(const Tally &tally)
{
    QJsonObject answers;
    for (int answer = 5; answer >= 1; --answer)
        answers.insert(QString::number(answer), tally.answers(answer));
    return {{u"rated"_s, tally[Measure::Rated]}, {u"satisfied"_s, tally[Measure::Satisfied]},
        {u"average"_s, orNull(tally.averageSatisfaction())},
        {u"share"_s, orNull(tally.satisfiedShare())}, {u"answers"_s, answers}};
}

QJsonObject timesJson(const PeriodFigures &period)
{
    constexpr double minute_ms = 60'000;
    QJsonObject times;
    for (const SpanSpec &spec : allSpans()) {
        const Spread &spread = period[spec.span];
        const auto minutes = [&spread](qint64 length_ms) {
            return spread.count ? QJsonValue(double(length_ms) / minute_ms) : QJsonValue();
        };
        times.insert(QString::fromLatin1(spec.key),
            QJsonObject{{u"count"_s, spread.count}, {u"median"_s, minutes(spread.median_ms)},
                {u"mean"_s, minutes(spread.mean_ms)}});
    }
    return times;
}

QJsonObject periodJson(const PeriodFigures &period, const ReportSpec &report)
{
    QJsonObject object = countsJson(period.all, report.measures);
    object.insert(u"period"_s, period.period.text());
    object.insert(u"late_share"_s, orNull(period.all.lateShare()));
    if (report.shows(Measure::RepairsDone)) {
        object.insert(u"repairs_done"_s, period.all[Measure::RepairsDone]);
        object.insert(u"first_visit_fix"_s, orNull(period.all.firstFixShare()));
    }
    object.insert(u"satisfaction"_s, satisfactionJson(period.all));
    if (report.hasTimes)
        object.insert(u"times"_s, timesJson(period));
    return object;
}

QJsonArray trendJson(const Figures &figures)
{
    QJsonArray trend;
    const auto parts = figures.present.period.parts(figures.zone);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QJsonObject step = countsJson(figures.present.trend[i], figures.request.report->measures);
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(parts[i].begin_ms, figures.zone);
        step.insert(u"from"_s, from.toOffsetFromUtc(from.offsetFromUtc()).toString(Qt::ISODate));
        trend.append(step);
    }
    return trend;
}

QJsonObject paretoJson(const Pareto &pareto)
{
    QJsonArray lines;
    for (const Pareto::Line &line : pareto.lines) {
        lines.append(QJsonObject{{u"code"_s, line.code}, {u"count"_s, line.count},
            {u"share"_s, pareto.share(line)}, {u"cumulative"_s, pareto.shareUpTo(line)}});
    }
    return {{u"known"_s, pareto.known}, {u"unknown"_s, pareto.unknown},
        {u"vital"_s, qint64(pareto.vital)}, {u"lines"_s, lines}};
}

QJsonValue dayOrNull(qint64 at_ms, const Improvement &one, const Figures &figures)
{
    return at_ms ? QJsonValue(one.day(at_ms, figures.zone).toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray improvementsJson(const Figures &figures)
{
    QJsonArray measures;
    for (const Improvement &one : figures.improvements) {
        measures.append(
            QJsonObject{{u"id"_s, one.id.toHex()}, {u"number"_s, one.number}, {u"what"_s, one.what},
                {u"who"_s, one.who}, {u"due"_s, dayOrNull(one.due_ms, one, figures)},
                {u"state"_s, codeOf(one.stage(figures.cut.at_ms, figures.zone))},
                {u"done"_s, dayOrNull(one.done_ms, one, figures)},
                {u"days_late"_s, one.lateDays(figures.cut.at_ms, figures.zone)},
                {u"effect"_s, one.effect}, {u"checked_by"_s, one.checkedBy},
                {u"checked"_s, dayOrNull(one.checked_ms, one, figures)}});
    }
    return measures;
}

} // namespace

QJsonObject reportJson(const Figures &figures)
{
    const ReportSpec &report = *figures.request.report;
    QJsonObject object = periodJson(figures.present, report);
    QJsonObject by, satisfactionBy, pareto;
    for (qsizetype i = 0; i < figures.groups.size(); ++i) {
        const Grouping &grouping = report.groupings[size_t(i)];
        QJsonObject groups, ratings;
        for (const Group &group : figures.groups[i]) {
            groups.insert(group.code, countsJson(group.tally, report.measures));
            if (group.tally[Measure::Rated])
                ratings.insert(group.code, satisfactionJson(group.tally));
        }
        by.insert(keyOf(grouping), groups);
        if (grouping.isPareto)
            pareto.insert(keyOf(grouping), paretoJson(paretoOf(figures.groups[i])));
        if (grouping.showsSatisfaction)
            satisfactionBy.insert(keyOf(grouping), ratings);
    }
    QJsonObject satisfaction = object[u"satisfaction"_s].toObject();
    satisfaction.insert(u"by"_s, satisfactionBy);
    object.insert(u"satisfaction"_s, satisfaction);
    object.insert(u"report"_s, QString::fromLatin1(report.name));
    object.insert(u"grids"_s, QJsonArray::fromStringList(figures.request.grids));
    object.insert(u"by"_s, by);
    if (report.hasPareto())
        object.insert(u"pareto"_s, pareto);
    if (report.hasImprovements)
        object.insert(u"measures"_s, improvementsJson(figures));
    object.insert(u"trend"_s, trendJson(figures));
    object.insert(u"previous"_s, periodJson(figures.before, report));
    object.insert(u"year_before"_s, periodJson(figures.yearBefore, report));
    object.insert(u"cut"_s, figures.cut.text());
    object.insert(u"entries_since"_s, figures.entriesSince);
    return object;
}

} // namespace ctl
