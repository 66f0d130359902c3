// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/measures.h"

#include <QStringView>

#include <vector>

namespace reports
{

/// One question of a report: how do the tickets spread over the values of a field?
struct Grouping {
    quint8 field; ///< a kept field of tickets (domain::field)
    const char *title; ///< English source, context "reports::Report"
    bool onPaper = true; ///< has a section of its own
    int top = 0; ///< on paper: so many of the largest groups, the rest together; 0: all
    bool showsSatisfaction = false; ///< has its part in the section about satisfaction

    QString text() const;
};

/// A report is a table: what it asks, of which tickets' fields, with which measures. One engine counts
/// it (figures.h), one builder puts it on paper; another report is another row.
struct ReportSpec {
    const char *name; ///< in the tool
    const char *title; ///< English source, context "reports::Report"
    std::vector<Measure> measures; ///< the columns of its tables, in order
    std::vector<Grouping> groupings;
    bool hasTimes = true;
    bool hasSatisfaction = true;

    QString text() const;
};

std::span<const ReportSpec> allReports();
/// Null when there is no report of this name.
const ReportSpec *findReport(QStringView name);

} // namespace reports
