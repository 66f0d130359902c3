// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure_table.h"

#include "reports/figures.h"
#include "reports/pareto.h"

#include <QCoreApplication>

#include <algorithm>

namespace reports
{

namespace
{

constexpr double hour_ms = 3'600'000;

QVariant orNothing(std::optional<double> share)
{
    return share ? QVariant(*share) : QVariant();
}

class TableMaker
{
    Q_DECLARE_TR_FUNCTIONS(reports::FigureTable)
public:
    explicit TableMaker(const Figures &figures)
        : m_figures(figures)
    {
    }

    FigureTable make()
    {
        m_table.title = tr("Figures");
        addColumns();
        addPeriod(tr("Period"), m_figures.present);
        addPeriod(tr("Period before"), m_figures.before);
        addPeriod(tr("Year before"), m_figures.yearBefore);
        const auto parts = m_figures.present.period.parts(m_figures.zone);
        for (qsizetype i = 0; i < parts.size(); ++i)
            addRow(tr("Trend"), parts[i].label, m_figures.present.trend[i]);
        addGroups();
        for (QVariantList &row : m_table.rows)
            row.resize(m_table.columns.size());
        if (report().hasImprovements)
            m_table.further.append(improvements());
        return m_table;
    }

private:
    const ReportSpec &report() const { return *m_figures.request.report; }

    void addColumns()
    {
        m_table.columns = {
            {tr("Question"), FigureTable::Kind::Text}, {tr("Group"), FigureTable::Kind::Text}};
        for (const MeasureSpec &spec : allMeasures()) {
            if (report().shows(spec.measure))
                m_table.columns.append({spec.text()});
        }
        m_table.columns << FigureTable::Column{tr("On-time share")}
                        << FigureTable::Column{tr("Late share")};
        if (report().shows(Measure::FixedFirst))
            m_table.columns.append({tr("Fixed-at-once share")});
        m_table.columns << FigureTable::Column{tr("Satisfied share")}
                        << FigureTable::Column{tr("Average satisfaction")};
        if (report().hasPareto())
            m_table.columns << FigureTable::Column{tr("Share of those filled in")}
                            << FigureTable::Column{tr("Cumulative share")};
        for (const SpanSpec &spec : spans()) {
            m_table.columns.append({tr("%1, median (h)").arg(spec.text())});
            m_table.columns.append({tr("%1, mean (h)").arg(spec.text())});
        }
    }

    std::span<const SpanSpec> spans() const
    {
        return report().hasTimes ? allSpans() : std::span<const SpanSpec>();
    }

    QVariantList &addRow(const QString &question, const QString &group, const Tally &tally)
    {
        QVariantList row{question, group};
        for (const MeasureSpec &spec : allMeasures()) {
            if (report().shows(spec.measure))
                row << tally[spec.measure];
        }
        row << orNothing(tally.onTimeShare()) << orNothing(tally.lateShare());
        if (report().shows(Measure::FixedFirst))
            row << orNothing(tally.firstFixShare());
        row << orNothing(tally.satisfiedShare()) << orNothing(tally.averageSatisfaction());
        m_table.rows.append(row);
        return m_table.rows.last();
    }

    void addPeriod(const QString &question, const PeriodFigures &period)
    {
        QVariantList &row = addRow(question, period.period.words(), period.all);
        if (report().hasPareto())
            row << QVariant() << QVariant();
        for (const SpanSpec &spec : spans()) {
            const Spread &spread = period[spec.span];
            row << (spread.count ? QVariant(double(spread.median_ms) / hour_ms) : QVariant())
                << (spread.count ? QVariant(double(spread.mean_ms) / hour_ms) : QVariant());
        }
    }

    void addGroups()
    {
        const auto &groupings = report().groupings;
        for (qsizetype i = 0; i < m_figures.groups.size(); ++i) {
            const Grouping &grouping = groupings[size_t(i)];
            const Pareto pareto = grouping.isPareto ? paretoOf(m_figures.groups[i]) : Pareto();
            for (const Group &group : m_figures.groups[i]) {
                QVariantList &row = addRow(grouping.text(), group.label, group.tally);
                const auto line = std::ranges::find(pareto.lines, group.code, &Pareto::Line::code);
                if (line != pareto.lines.end())
                    row << pareto.share(*line) << pareto.shareUpTo(*line);
            }
        }
    }

    FigureTable improvements() const
    {
        using Kind = FigureTable::Kind;
        FigureTable table{tr("Improvement measures"),
            {{tr("Ticket"), Kind::Text}, {tr("What is to be done"), Kind::Text},
                {tr("Who answers for it"), Kind::Text}, {tr("To be done by"), Kind::Day},
                {tr("How it stands"), Kind::Text}, {tr("Done at"), Kind::Day}, {tr("Days late")},
                {tr("What it brought"), Kind::Text}, {tr("Checked by"), Kind::Text},
                {tr("Checked at"), Kind::Day}},
            {}, {}};
        for (const Improvement &one : m_figures.improvements) {
            const auto day = [&](qint64 at_ms) {
                return at_ms ? QVariant(one.day(at_ms, m_figures.zone)) : QVariant();
            };
            table.rows.append(QVariantList{one.number, one.what, one.who, day(one.due_ms),
                wordOf(one.stage(m_figures.cut.at_ms, m_figures.zone)), day(one.done_ms),
                one.lateDays(m_figures.cut.at_ms, m_figures.zone), one.effect, one.checkedBy,
                day(one.checked_ms)});
        }
        return table;
    }

    const Figures &m_figures;
    FigureTable m_table;
};

} // namespace

FigureTable tableOf(const Figures &figures)
{
    return TableMaker(figures).make();
}

} // namespace reports
