// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/lesson_tables.h"

#include "domain/ticket_fields.h"
#include "reports/cells.h"

#include <algorithm>

namespace ui::reports
{

using paper::Align;
using ::reports::Improvement;
using ::reports::Pareto;

ParetoTables::ParetoTables(const ::reports::Figures &figures, const ::reports::Grouping &grouping)
    : m_grouping(grouping)
    , m_pareto(::reports::paretoOf(figures.by(grouping.field)))
{
}

paper::Chart ParetoTables::chart() const
{
    paper::Chart chart{paper::Chart::Kind::Pareto, m_grouping.text(), tr("tickets"), {}, {}, 0};
    chart.level = Pareto::level;
    chart.series = {{tr("Tickets"), {}}, {tr("Cumulative share"), {}}};
    for (const Pareto::Line &line : m_pareto.lines) {
        chart.categories << line.label;
        chart.series[0].values.append(qreal(line.count));
        chart.series[1].values.append(m_pareto.shareUpTo(line));
    }
    return chart;
}

paper::Table ParetoTables::table() const
{
    paper::Table table;
    table.columns = {
        {domain::labelOf(*domain::ticketFields().find(m_grouping.field)), Align::Left, nameShare},
        figureColumn(tr("Tickets")), figureColumn(tr("Share")),
        figureColumn(tr("Cumulative share"))};
    for (const Pareto::Line &line : m_pareto.lines) {
        table.rows.append({line.label, count(line.count), percent(m_pareto.share(line)),
            percent(m_pareto.shareUpTo(line))});
    }
    table.total = {tr("Total"), count(m_pareto.known), percent(1), {}};
    return table;
}

QString ParetoTables::words() const
{
    if (isEmpty())
        return {};
    QStringList vital;
    for (const Pareto::Line &line : m_pareto.lines.first(m_pareto.vital))
        vital << tr("%1 (%2)", "a cause and its number").arg(line.label, count(line.count));
    const Pareto::Line &last = m_pareto.lines.at(m_pareto.vital - 1);
    if (m_pareto.lines.size() == 1)
        return tr("All complaints whose kind of cause is filled in have one: %1.")
            .arg(vital.first());
    return tr("%1 of %2 kinds of cause make %3 of the %4 complaints whose kind of cause is filled "
              "in: %5.")
        .arg(count(m_pareto.vital), count(m_pareto.lines.size()), percent(m_pareto.shareUpTo(last)),
            count(m_pareto.known), vital.join(tr(", ", "between causes")));
}

QString ParetoTables::unknownWords() const
{
    if (!m_pareto.unknown)
        return {};
    const qint64 all = m_pareto.known + m_pareto.unknown;
    if (isEmpty())
        return tr(
            "None of the %1 complaints has its kind of cause filled in. It is asked for when a "
            "complaint is investigated.")
            .arg(count(all));
    return tr("Of %1 complaints %2 (%3) have no kind of cause filled in; they are in none of these "
              "figures.")
        .arg(count(all), count(m_pareto.unknown), percent(share(m_pareto.unknown, all)));
}

paper::Table ImprovementTable::table() const
{
    paper::Table table;
    table.columns = {{tr("Ticket"), Align::Left, 1.5}, {tr("What is to be done"), Align::Left, 2.6},
        {tr("Who answers for it"), Align::Left, 1.1}, {tr("To be done by"), Align::Left, 1.1},
        {tr("How it stands"), Align::Left, 1.6}, {tr("What it brought"), Align::Left, 1.8},
        {tr("Checked by"), Align::Left, 1.1}};
    table.whenEmpty =
        tr("No measure was drawn from these complaints, and none from earlier ones is still open.");
    const qint64 at_ms = m_figures.cut.at_ms;
    for (const Improvement &one : m_figures.improvements) {
        table.rows.append({one.number.isEmpty() ? QStringLiteral("—") : one.number, one.what,
            one.who, one.day(one.due_ms, m_figures.zone).toString(Qt::ISODate),
            one.standing(at_ms, m_figures.zone), one.effect, one.checkedBy});
    }
    return table;
}

QString ImprovementTable::words() const
{
    using enum Improvement::Stage;
    QStringList parts;
    for (const Improvement::Stage stage : {Overdue, Open, Done, Checked}) {
        const auto number =
            std::ranges::count_if(m_figures.improvements, [&](const Improvement &one) {
                return one.stage(m_figures.cut.at_ms, m_figures.zone) == stage;
            });
        if (number > 0)
            parts << ::reports::wordOf(stage) + QLatin1Char(' ') + count(number);
    }
    if (parts.isEmpty())
        return {};
    return tr("%n measure(s): %1.", nullptr, int(m_figures.improvements.size()))
        .arg(parts.join(tr(", ", "between numbers")));
}

} // namespace ui::reports
