// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_tables.h"

#include "domain/ticket_fields.h"
#include "domain/words.h"
#include "reports/cells.h"
#include "widgets/time_words.h"

#include <QLocale>

#include <algorithm>

namespace ui::reports
{

using paper::Align;
using ::reports::Group;
using ::reports::Grouping;
using ::reports::Measure;
using ::reports::PeriodFigures;
using ::reports::Tally;

namespace
{

constexpr int mostUprightBars = 8; // more lie, so that their names stay readable
constexpr int mostBars = 15;

QString score(std::optional<double> average)
{
    return average ? QLocale().toString(*average, 'f', 2) : QStringLiteral("—");
}

// The first steps of a period: one that has more of them than the present one is cut.
paper::Series seriesOf(const QString &name, const PeriodFigures &period, qsizetype steps)
{
    paper::Series series{name, {}};
    for (const Tally &step : period.trend.first(std::min(steps, period.trend.size())))
        series.values.append(qreal(step[Measure::Received]));
    return series;
}

QString receivedOf(const PeriodFigures &period, qsizetype step)
{
    return step < period.trend.size() ? count(period.trend[step][Measure::Received]) : QString();
}

} // namespace

paper::Chart ReportTables::trendChart() const
{
    paper::Chart chart{paper::Chart::Kind::Line, tr("Tickets received"), tr("tickets"), {}, {}, 0};
    const auto parts = m_figures.present.period.parts(m_figures.zone);
    for (const auto &part : parts)
        chart.categories << part.label;
    // The line of the present ends where the present is.
    const auto begun = std::ranges::count_if(
        parts, [&](const auto &part) { return part.begin_ms <= m_figures.cut.at_ms; });
    chart.series.append(seriesOf(m_figures.present.period.words(), m_figures.present, begun));
    for (const auto &[title, period] : compared())
        chart.series.append(seriesOf(period->period.words(), *period, parts.size()));
    return chart;
}

QList<QPair<QString, const PeriodFigures *>> ReportTables::compared() const
{
    QList<QPair<QString, const PeriodFigures *>> periods{{tr("Period before"), &m_figures.before}};
    if (m_figures.yearBefore.period != m_figures.before.period)
        periods.append({tr("Year before"), &m_figures.yearBefore});
    periods.removeIf([](const auto &period) { return period.second->all[Measure::Received] == 0; });
    return periods;
}

paper::Table ReportTables::trendTable() const
{
    const QString received = ::reports::specOf(Measure::Received).text();
    const auto earlier = compared();
    const auto others = {Measure::Done, Measure::OnTime, Measure::Late, Measure::Open};
    paper::Table table;
    table.columns = {{tr("Time"), Align::Left, 1.2},
        figureColumn(earlier.isEmpty() ? received : tr("This period"),
            earlier.isEmpty() ? QString() : received)};
    for (const auto &[title, period] : earlier)
        table.columns.append(figureColumn(title, received));
    for (Measure measure : others)
        table.columns.append(figureColumn(::reports::specOf(measure).text()));
    const auto row = [&](const QString &label, const Tally &tally, const QStringList &before,
                         bool hasBegun = true) {
        QStringList cells{label, hasBegun ? count(tally[Measure::Received]) : QString()};
        cells << before;
        for (Measure measure : others)
            cells << (hasBegun ? count(tally[measure]) : QString());
        return cells;
    };
    const auto parts = m_figures.present.period.parts(m_figures.zone);
    QStringList totals;
    for (const auto &[title, period] : earlier)
        totals << count(period->all[Measure::Received]);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QStringList before;
        for (const auto &[title, period] : earlier)
            before << receivedOf(*period, i);
        // What is still to come has no figures yet, which is not the same as none.
        table.rows.append(row(parts[i].label, m_figures.present.trend[i], before,
            parts[i].begin_ms <= m_figures.cut.at_ms));
    }
    table.total = row(tr("Total"), m_figures.present.all, totals);
    return table;
}

QVector<Group> ReportTables::shown(const Grouping &grouping) const
{
    const QVector<Group> &all = m_figures.by(grouping.field);
    if (!grouping.top || all.size() <= grouping.top + 1)
        return all;
    QVector<Group> groups = all.first(grouping.top);
    Group rest{{}, tr("%1 others").arg(all.size() - grouping.top), {}};
    for (const Group &group : all.sliced(grouping.top))
        rest.tally += group.tally;
    groups.append(rest);
    return groups;
}

paper::Chart ReportTables::groupChart(const Grouping &grouping) const
{
    QVector<Group> groups = m_figures.by(grouping.field);
    if (const int most = grouping.top ? grouping.top : mostBars; groups.size() > most)
        groups.resize(most);
    paper::Chart chart{paper::Chart::Kind::Bars, {}, tr("tickets"), {}, {}, 0};
    if (groups.size() > mostUprightBars)
        chart.kind = paper::Chart::Kind::HorizontalBars;
    chart.title = groups.size() < m_figures.by(grouping.field).size()
        ? tr("The %1 largest").arg(groups.size())
        : grouping.text();
    for (Measure measure : {Measure::Received, Measure::Late})
        chart.series.append({::reports::specOf(measure).text(), {}});
    for (const Group &group : groups) {
        chart.categories << group.label;
        chart.series[0].values.append(qreal(group.tally[Measure::Received]));
        chart.series[1].values.append(qreal(group.tally[Measure::Late]));
    }
    return chart;
}

QList<paper::Column> ReportTables::columns(const QString &first) const
{
    QList<paper::Column> columns{{first, Align::Left, nameShare}};
    for (Measure measure : m_figures.request.report->measures)
        columns.append(figureColumn(::reports::specOf(measure).text()));
    columns.append(figureColumn(tr("Of all")));
    columns.append(figureColumn(tr("Late share")));
    return columns;
}

QStringList ReportTables::cells(const QString &first, const Tally &tally) const
{
    QStringList cells{first};
    for (Measure measure : m_figures.request.report->measures)
        cells << count(tally[measure]);
    cells << percent(share(tally[Measure::Received], m_figures.present.all[Measure::Received]))
          << percent(tally.lateShare());
    return cells;
}

paper::Table ReportTables::groupTable(const Grouping &grouping) const
{
    paper::Table table;
    table.columns = columns(domain::labelOf(*domain::ticketFields().find(grouping.field)));
    for (const Group &group : shown(grouping))
        table.rows.append(cells(group.label, group.tally));
    table.total = cells(tr("Total"), m_figures.present.all);
    return table;
}

paper::Table ReportTables::timesTable() const
{
    const QString median = tr("Median"), mean = tr("Mean");
    paper::Table table;
    table.columns = {{tr("Time taken"), Align::Left, nameShare}, figureColumn(tr("Tickets")),
        figureColumn(tr("This period"), median), figureColumn(tr("Period before"), median),
        figureColumn(tr("This period"), mean), figureColumn(tr("Period before"), mean)};
    for (const ::reports::SpanSpec &spec : ::reports::allSpans()) {
        const ::reports::Spread &now = m_figures.present[spec.span],
                                &before = m_figures.before[spec.span];
        const auto words = [](const ::reports::Spread &spread, qint64 length_ms) {
            return spread.count ? widgets::durationWords(length_ms) : QStringLiteral("—");
        };
        table.rows.append({spec.text(), count(now.count), words(now, now.median_ms),
            words(before, before.median_ms), words(now, now.mean_ms),
            words(before, before.mean_ms)});
    }
    return table;
}

paper::Chart ReportTables::answersChart() const
{
    paper::Chart chart{
        paper::Chart::Kind::Bars, tr("Answers of visited customers"), tr("answers"), {}, {}, 0};
    chart.series.append({m_figures.present.period.words(), {}});
    for (int satisfaction = 5; satisfaction >= 1; --satisfaction) {
        chart.categories << domain::satisfactionWord(satisfaction);
        chart.series[0].values.append(qreal(m_figures.present.all.answers(satisfaction)));
    }
    return chart;
}

paper::Table ReportTables::answersTable() const
{
    const Tally &now = m_figures.present.all, &before = m_figures.before.all;
    paper::Table table;
    table.columns = {{tr("Answer"), Align::Left, nameShare}, figureColumn(tr("Answers")),
        figureColumn(tr("Share")), figureColumn(tr("Period before")),
        figureColumn(tr("Share before"))};
    const auto row = [](const QString &label, qint64 answers, qint64 all, qint64 earlier,
                         qint64 allEarlier) {
        return QStringList{label, count(answers), percent(share(answers, all)), count(earlier),
            percent(share(earlier, allEarlier))};
    };
    for (int satisfaction = 5; satisfaction >= 1; --satisfaction) {
        table.rows.append(row(domain::satisfactionWord(satisfaction), now.answers(satisfaction),
            now[Measure::Rated], before.answers(satisfaction), before[Measure::Rated]));
    }
    table.rows.append(row(tr("Satisfied (3 or better)"), now[Measure::Satisfied],
        now[Measure::Rated], before[Measure::Satisfied], before[Measure::Rated]));
    table.total = row(tr("Total"), now[Measure::Rated], now[Measure::Rated], before[Measure::Rated],
        before[Measure::Rated]);
    return table;
}

paper::Table ReportTables::satisfactionTable(const Grouping &grouping) const
{
    paper::Table table;
    table.caption = grouping.text();
    table.columns = {
        {domain::labelOf(*domain::ticketFields().find(grouping.field)), Align::Left, nameShare},
        figureColumn(tr("Answers")), figureColumn(tr("Average")), figureColumn(tr("Satisfied")),
        figureColumn(tr("Share"))};
    const auto row = [](const QString &label, const Tally &tally) {
        return QStringList{label, count(tally[Measure::Rated]), score(tally.averageSatisfaction()),
            count(tally[Measure::Satisfied]), percent(tally.satisfiedShare())};
    };
    for (const Group &group : shown(grouping)) {
        if (group.tally[Measure::Rated])
            table.rows.append(row(group.label, group.tally));
    }
    table.total = row(tr("Total"), m_figures.present.all);
    return table;
}

} // namespace ui::reports
