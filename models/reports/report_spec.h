// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/measures.h"

#include <QStringList>
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
    bool isPareto =
        false; ///< in falling order with running shares; what isn't filled in is told apart

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
    QStringList kinds = {}; ///< of the tickets that it counts, codes; empty: all
    bool hasImprovements = false; ///< tells of the measures that were drawn from its tickets

    QString text() const;
    bool counts(const QString &kind) const { return kinds.isEmpty() || kinds.contains(kind); }
    /// Whether a measure can be anything but nothing: what is counted of repairs alone says nothing where none are counted.
    bool shows(Measure measure) const;
    bool hasPareto() const;
};

std::span<const ReportSpec> allReports();
/// Null when there is no report of this name.
const ReportSpec *findReport(QStringView name);

} // namespace reports
