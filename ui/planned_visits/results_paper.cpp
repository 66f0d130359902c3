// SPDX-License-Identifier: GPL-3.0-or-later
#include "planned_visits/results_paper.h"

#include "domain/words.h"

#include <QCoreApplication>

namespace ui::planned_visits
{

using namespace domain;
using items::Answers;
using items::RoundFigures;
using items::RoundResults;
using items::RoundView;
using paper::Align;
using paper::Chart;
using paper::Column;
using paper::Document;
using paper::Heading;
using paper::KeyFigures;
using paper::Paragraph;
using paper::Section;
using paper::Table;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::planned_visits)
};

constexpr int steps = 5;
constexpr qsizetype mostMeans =
    6; ///< so many questions have a column of their own beside the grids

QString dayText(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd"));
}

QString percent(int part, int whole)
{
    return whole ? QStringLiteral("%1%").arg(100.0 * part / whole, 0, 'f', 1) : QStringLiteral("–");
}

QString meanText(const Answers &answers)
{
    return answers.all() ? QString::number(answers.mean(), 'f', 2) : QStringLiteral("–");
}

QString roundText(const RoundView &view, const QTimeZone &zone)
{
    if (!view.round)
        return Words::tr("not begun");
    const QString from = dayText(view.round->from_ms, zone);
    return view.round->until_ms
        ? Words::tr("%1 to %2").arg(from, dayText(view.round->until_ms - 1, zone))
        : Words::tr("from %1").arg(from);
}

/// Whom the plan means, in words.
QString whomText(const RoundView &view, const QTimeZone &zone)
{
    const VisitPlan &plan = view.plan;
    QStringList parts;
    if (!plan.groups.isEmpty()) {
        parts << wordsFor(List::CustomerGroup, plan.groups.join(u',')).join(Words::tr(", "));
    }
    if (plan.isServedOnly && view.round) {
        const VisitRound before = roundBefore(plan, *view.round, zone);
        parts << Words::tr("served from %1 to %2")
                     .arg(dayText(before.from_ms, zone), dayText(before.until_ms - 1, zone));
    }
    if (plan.oneIn > 1)
        parts << Words::tr("a sample of one in %1, drawn by the customers' ids").arg(plan.oneIn);
    return parts.isEmpty() ? Words::tr("All customers") : parts.join(Words::tr("; "));
}

KeyFigures wholeOf(const RoundFigures &all)
{
    const auto figure = [&all](const QString &label, int count) {
        return paper::KeyFigure{label, QString::number(count), {}, percent(count, all.taken)};
    };
    return {{{Words::tr("To be visited"), QString::number(all.taken), {}, {}},
        figure(Words::tr("Reached"), all.reached), figure(Words::tr("Not reached"), all.unreached),
        figure(Words::tr("Left"), all.left)}};
}

Table questionTable(const VisitPlan &plan, const RoundFigures &all)
{
    Table table;
    table.columns = {{Words::tr("Question"), Align::Left, 5}};
    for (int step = steps; step >= 1; --step)
        table.columns.append(
            {QString::number(step), Align::Right, 0.8, Words::tr("How many said")});
    table.columns.append({Words::tr("Answers"), Align::Right, 1.2});
    table.columns.append({Words::tr("Mean"), Align::Right, 1.2});
    table.columns.append({Words::tr("4 and 5"), Align::Right, 1.4});
    for (qsizetype at = 0; at < plan.questions.size(); ++at) {
        const Answers &answers = all.answers.at(at);
        QStringList row{QStringLiteral("%1. %2").arg(at + 1).arg(plan.questions.at(at))};
        for (int step = steps; step >= 1; --step)
            row << QString::number(answers.given[size_t(step - 1)]);
        row << QString::number(answers.all()) << meanText(answers)
            << percent(answers.favourable(), answers.all());
        table.rows.append(row);
    }
    return table;
}

Chart meanChart(const VisitPlan &plan, const RoundFigures &all)
{
    Chart chart{.kind = Chart::Kind::HorizontalBars,
        .title = Words::tr("Mean of the answers, from 1 to 5"),
        .series = {{Words::tr("Mean"), {}}},
        .decimals = 2};
    for (qsizetype at = 0; at < plan.questions.size(); ++at) {
        if (!all.answers.at(at).all())
            continue; // nothing is no bar of length 0
        chart.categories << plan.questions.at(at);
        chart.series[0].values << all.answers.at(at).mean();
    }
    return chart;
}

QStringList rowOf(const QString &name, const RoundFigures &figures, qsizetype means)
{
    QStringList row{name, QString::number(figures.taken), QString::number(figures.reached),
        QString::number(figures.unreached), QString::number(figures.left)};
    for (qsizetype at = 0; at < means; ++at)
        row << meanText(figures.answers.at(at));
    return row;
}

QString gridText(const QString &code, store::Reader &reader)
{
    if (code.isEmpty())
        return Words::tr("In no grid");
    const auto row = reader.findRowByCode(Register::Grid, code);
    return row ? code + u' ' + row->row.values.text(grid::Name) : code;
}

Table gridTable(const RoundResults &results, store::Reader &reader)
{
    Table table;
    table.columns = {{Words::tr("Grid"), Align::Left, 2},
        {Words::tr("To be visited"), Align::Right, 1.4}, {Words::tr("Reached"), Align::Right},
        {Words::tr("Not reached"), Align::Right, 1.2}, {Words::tr("Left"), Align::Right}};
    const qsizetype means = std::min(results.all.answers.size(), mostMeans);
    for (qsizetype at = 0; at < means; ++at) {
        table.columns.append({Words::tr("%1.", "a question's number").arg(at + 1), Align::Right, 1,
            Words::tr("Mean of the answers")});
    }
    for (const auto &[grid, figures] : results.grids)
        table.rows.append(rowOf(gridText(grid, reader), figures, means));
    table.total = rowOf(Words::tr("All"), results.all, means);
    table.whenEmpty = Words::tr("The round takes nobody.");
    return table;
}

Heading headingOf(const RoundView &view, store::Reader &reader, const Id &printedBy)
{
    const auto companies = reader.findRows(Register::Company, 1);
    const auto person = reader.findRow(printedBy);
    return {companies.isEmpty() ? QString() : companies.first().row.values.text(company::Name),
        view.plan.name, roundText(view, reader.zone()),
        view.plan.grids.isEmpty()
            ? Words::tr("All grids")
            : Words::tr("Grids %1").arg(view.plan.grids.join(Words::tr(", "))),
        person ? person->row.values.text(staff::Name) : QString(),
        QDateTime::fromMSecsSinceEpoch(reader.now_ms(), reader.zone())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"))};
}

} // namespace

Document resultsPaper(const RoundView &view, store::Reader &reader, const Id &printedBy)
{
    const RoundResults results = items::resultsOf(view);
    Document document{.heading = headingOf(view, reader, printedBy)};
    const auto add = [&document](const paper::Content &content, bool keepWithNext = false) {
        document.blocks.append({content, keepWithNext});
    };
    add(Paragraph{whomText(view, reader.zone())});
    add(wholeOf(results.all));
    if (view.unwilling)
        add(Paragraph{
            Words::tr("%n don't want to be called and are left out.", nullptr, view.unwilling)});
    if (!view.plan.questions.isEmpty()) {
        add(Section{Words::tr("What was answered")});
        const Chart chart = meanChart(view.plan, results.all);
        add(questionTable(view.plan, results.all), !chart.categories.isEmpty());
        if (!chart.categories.isEmpty())
            add(chart);
    }
    add(Section{Words::tr("By grid")});
    add(gridTable(results, reader));
    add(Paragraph{Words::tr("Each person counts once in a round, by the last call that reached "
                            "them. A customer counts in the grid of their premises."),
        true});
    return document;
}

} // namespace ui::planned_visits
