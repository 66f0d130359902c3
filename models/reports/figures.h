// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/cut.h"
#include "reports/improvements.h"
#include "reports/period.h"
#include "reports/report_spec.h"
#include "reports/tally.h"

#include <QStringList>

namespace store
{
class Reader;
}

namespace reports
{

/// What someone wants to know: which report, about when, where, and as of which point of the record.
struct ReportRequest {
    const ReportSpec *report = nullptr;
    Period period;
    QStringList grids; ///< by code; empty: the whole company
    std::optional<Cut> cut; ///< nothing: now
};

/// The figures of one period as a whole, and step by step.
struct PeriodFigures {
    Period period;
    Tally all;
    QVector<Tally> trend; ///< one for each of period.parts()
    std::array<Spread, spanCount> times;

    const Spread &operator[](Span span) const { return times[size_t(span)]; }
};

/// The tickets of the period with one value of a field.
struct Group {
    QString code; ///< as in the record; empty where the field isn't filled in
    QString label; ///< as people say it
    Tally tally;
};

/// A report's figures as data: equal for the same request and cut, on every desk that holds the same.
struct Figures {
    ReportRequest request;
    QString company;
    QTimeZone zone;
    Cut cut; ///< at which they were counted
    qint64 entriesSince = 0; ///< that came after the cut
    PeriodFigures present;
    PeriodFigures before;
    PeriodFigures yearBefore;
    /// For each grouping of the report its groups, the one with most tickets first.
    QVector<QVector<Group>> groups;
    QVector<Improvement> improvements; ///< where the report tells of them
    bool isComplete = false; ///< false when counting was stopped or the desk failed

    const QVector<Group> &by(quint8 field) const;
};

/// Counts. What failed is told by the reader's takeFailure().
Figures countFigures(
    store::Reader &reader, const ReportRequest &request, const std::atomic<bool> *stop = nullptr);

} // namespace reports
