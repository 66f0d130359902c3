// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "reports/figures.h"

#include <QCoreApplication>

namespace ui::reports
{

// The tables and charts of a report, one pair for each question.
class ReportTables
{
    Q_DECLARE_TR_FUNCTIONS(ui::reports::ReportTables)
public:
    explicit ReportTables(const ::reports::Figures &figures)
        : m_figures(figures)
    {
    }

    // Received, step by step, beside the period before and the year before.
    paper::Chart trendChart() const;
    paper::Table trendTable() const;
    paper::Chart groupChart(const ::reports::Grouping &grouping) const;
    paper::Table groupTable(const ::reports::Grouping &grouping) const;
    paper::Table timesTable() const;
    paper::Chart answersChart() const;
    paper::Table answersTable() const;
    // Without rows where nobody was asked.
    paper::Table satisfactionTable(const ::reports::Grouping &grouping) const;

private:
    // The periods that this one is compared with: those that have tickets, by their column's title.
    QList<QPair<QString, const ::reports::PeriodFigures *>> compared() const;
    // The groups that stand on paper: the largest, and the others as one.
    QVector<::reports::Group> shown(const ::reports::Grouping &grouping) const;
    QList<paper::Column> columns(const QString &first) const;
    QStringList cells(const QString &first, const ::reports::Tally &tally) const;

    const ::reports::Figures &m_figures;
};

} // namespace ui::reports
