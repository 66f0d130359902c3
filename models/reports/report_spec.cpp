// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/report_spec.h"

#include "domain/ticket_fields.h"

#include <QCoreApplication>

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
