// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_spec.h"

#include "domain/ticket_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace reports
{

namespace
{

namespace field = domain::field;

// clang-format off
const ReportSpec reports[] = {
    {.name = "service",
        .title = QT_TRANSLATE_NOOP("reports::Report", "Service report"),
        .measures = {Measure::Received, Measure::Done, Measure::OnTime, Measure::Late, Measure::Open, Measure::Cancelled},
        .groupings = {
            {field::Line,     QT_TRANSLATE_NOOP("reports::Report", "By service line"), true, 0, true},
            {field::Kind,     QT_TRANSLATE_NOOP("reports::Report", "By kind")},
            {field::Grid,     QT_TRANSLATE_NOOP("reports::Report", "By grid"), true, 0, true},
            {field::Category, QT_TRANSLATE_NOOP("reports::Report", "By category"), true, 10, true},
            {field::Channel,  QT_TRANSLATE_NOOP("reports::Report", "By channel")},
            {field::Unit,     QT_TRANSLATE_NOOP("reports::Report", "By handling unit"), true, 10},
            {field::Assignee, QT_TRANSLATE_NOOP("reports::Report", "By person"), false, 0, true},
        }},
    {.name = "lessons",
        .title = QT_TRANSLATE_NOOP("reports::Report", "Lessons from complaints"),
        .measures = {Measure::Received, Measure::Done, Measure::OnTime, Measure::Late, Measure::Open, Measure::Cancelled},
        .groupings = {
            {.field = field::CauseClass, .title = QT_TRANSLATE_NOOP("reports::Report", "By kind of cause"), .isPareto = true},
            {field::ComplaintClass,  QT_TRANSLATE_NOOP("reports::Report", "By what it is about")},
            {field::ResponsibleUnit, QT_TRANSLATE_NOOP("reports::Report", "By responsible department"), true, 10},
            {field::Finding,         QT_TRANSLATE_NOOP("reports::Report", "By finding")},
            {field::Category,        QT_TRANSLATE_NOOP("reports::Report", "By category"), true, 10},
            {field::Grid,            QT_TRANSLATE_NOOP("reports::Report", "By grid"), true, 0, true},
        },
        .hasTimes = false,
        .kinds = {QStringLiteral("complaint")},
        .hasImprovements = true},
};
// clang-format on

} // namespace

QString Grouping::text() const
{
    return QCoreApplication::translate("reports::Report", title);
}

QString ReportSpec::text() const
{
    return QCoreApplication::translate("reports::Report", title);
}

bool ReportSpec::shows(Measure measure) const
{
    const bool isOfRepairs = measure == Measure::RepairsDone || measure == Measure::FixedFirst;
    return !isOfRepairs || counts(QStringLiteral("repair"));
}

bool ReportSpec::hasPareto() const
{
    return std::ranges::any_of(groupings, &Grouping::isPareto);
}

std::span<const ReportSpec> allReports()
{
    return reports;
}

const ReportSpec *findReport(QStringView name)
{
    for (const ReportSpec &spec : reports) {
        if (name == QLatin1StringView(spec.name))
            return &spec;
    }
    return nullptr;
}

} // namespace reports
