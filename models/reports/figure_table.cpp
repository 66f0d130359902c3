// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure_table.h"

#include "reports/figures.h"

#include <QCoreApplication>

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
        addColumns();
        addPeriod(tr("Period"), m_figures.present);
        addPeriod(tr("Period before"), m_figures.before);
        addPeriod(tr("Year before"), m_figures.yearBefore);
        const auto parts = m_figures.present.period.parts(m_figures.zone);
        for (qsizetype i = 0; i < parts.size(); ++i)
            addRow(tr("Trend"), parts[i].label, m_figures.present.trend[i]);
        addGroups();
        return m_table;
    }

private:
    void addColumns()
    {
        m_table.columns = {{tr("Question"), false}, {tr("Group"), false}};
        for (const MeasureSpec &spec : allMeasures())
            m_table.columns.append({spec.text()});
        for (const QString &title : {tr("On-time share"), tr("Late share"),
                 tr("Fixed-at-once share"), tr("Satisfied share"), tr("Average satisfaction")})
            m_table.columns.append({title});
        for (const SpanSpec &spec : allSpans()) {
            m_table.columns.append({tr("%1, median (h)").arg(spec.text())});
            m_table.columns.append({tr("%1, mean (h)").arg(spec.text())});
        }
    }

    QVariantList &addRow(const QString &question, const QString &group, const Tally &tally)
    {
        QVariantList row{question, group};
        for (const MeasureSpec &spec : allMeasures())
            row << tally[spec.measure];
        row << orNothing(tally.onTimeShare()) << orNothing(tally.lateShare())
            << orNothing(tally.firstFixShare()) << orNothing(tally.satisfiedShare())
            << orNothing(tally.averageSatisfaction());
        m_table.rows.append(row);
        return m_table.rows.last();
    }

    void addPeriod(const QString &question, const PeriodFigures &period)
    {
        QVariantList &row = addRow(question, period.period.words(), period.all);
        for (const Spread &spread : period.times) {
            row << (spread.count ? QVariant(double(spread.median_ms) / hour_ms) : QVariant())
                << (spread.count ? QVariant(double(spread.mean_ms) / hour_ms) : QVariant());
        }
    }

    void addGroups()
    {
        const auto &groupings = m_figures.request.report->groupings;
        for (qsizetype i = 0; i < m_figures.groups.size(); ++i) {
            for (const Group &group : m_figures.groups[i])
                addRow(groupings[size_t(i)].text(), group.label, group.tally);
        }
    }

    const Figures &m_figures;
    FigureTable m_table;
};

} // namespace

FigureTable tableOf(const Figures &figures)
{
    FigureTable table = TableMaker(figures).make();
    for (QVariantList &row : table.rows)
        row.resize(table.columns.size());
    return table;
}

} // namespace reports
