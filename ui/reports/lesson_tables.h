// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "reports/figures.h"
#include "reports/pareto.h"

#include <QCoreApplication>

namespace ui::reports
{

// What a report says of causes, the few that make most in front: a chart, its table, and in words.
class ParetoTables
{
    Q_DECLARE_TR_FUNCTIONS(ui::reports::ParetoTables)
public:
    ParetoTables(const ::reports::Figures &figures, const ::reports::Grouping &grouping);

    bool isEmpty() const { return m_pareto.known == 0; }
    paper::Chart chart() const;
    paper::Table table() const;
    // How many of the causes make how much; empty where none is known.
    QString words() const;
    // Of how many none is known; empty where it is of all.
    QString unknownWords() const;

private:
    const ::reports::Grouping &m_grouping;
    const ::reports::Pareto m_pareto;
};

// The improvement measures: who does what by when, and whether it helped.
class ImprovementTable
{
    Q_DECLARE_TR_FUNCTIONS(ui::reports::ImprovementTable)
public:
    explicit ImprovementTable(const ::reports::Figures &figures)
        : m_figures(figures)
    {
    }

    paper::Table table() const;
    // How many stand how; empty where there are none.
    QString words() const;

private:
    const ::reports::Figures &m_figures;
};

} // namespace ui::reports
