// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/reading.h"

#include "paper/output.h"
#include "reports/figures.h"
#include "reports/report_document.h"

namespace bench
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double mostForFigures_ms = 500;
constexpr double mostForPdf_ms = 1000;
constexpr auto month = u"2023-06"; // in the middle of the generated years
constexpr auto year = u"2023";

reports::ReportRequest request(QStringView period)
{
    return {reports::findReport(u"service"), *reports::Period::parse(period)};
}

/// What the report has to read of the three periods that it compares, counted by SQLite alone.
class BareCount
{
public:
    BareCount(Bare &bare, const reports::ReportRequest &request, const QTimeZone &zone)
        : m_statement(bare,
            "SELECT kind, line, channel, grid, urgency, state, count(*), count(arrived_at), "
            "sum(finished_at - happened_at),"
            " sum(missed > 0), sum(satisfaction >= 3) FROM tickets WHERE happened_at >= ? AND "
            "happened_at < ?"
            " GROUP BY kind, line, channel, grid, urgency, state")
        , m_periods{request.period, request.period.before(), request.period.yearBefore()}
        , m_zone(zone)
    {
    }

    void run()
    {
        for (const reports::Period &period : m_periods) {
            m_statement.bind(1, period.begin_ms(m_zone));
            m_statement.bind(2, period.end_ms(m_zone));
            m_statement.drain();
        }
    }

private:
    BareStatement m_statement;
    std::array<reports::Period, 3> m_periods;
    QTimeZone m_zone;
};

void writePaper(const reports::Figures &figures, const QString &file)
{
    const auto document =
        ui::reports::reportDocument(figures, u"王芳"_s, QDateTime::currentDateTime());
    QString error;
    if (!ui::paper::writePdf(document, file, &error))
        throw Failed({{}, error, {}, domain::Refusal::Device});
}

} // namespace

QJsonObject benchReport(const Order &order)
{
    const QString folder = order.desks.generated(order.tickets);
    auto desk = order.desks.open(folder);
    Bare bare(store::DeskFolder{folder}.database(), Bare::Access::ReadOnly);
    const auto ofMonth = request(month), ofYear = request(year);
    const QTimeZone zone = desk->read().zone();
    Times figuresTimes, pdfTimes, yearTimes, bareTimes, bareYearTimes;
    BareCount bareMonth(bare, ofMonth, zone), bareYear(bare, ofYear, zone);
    qint64 counted = 0;
    for (int round = 0; round < order.rounds; ++round) {
        const auto figures =
            figuresTimes.take([&] { return reports::countFigures(desk->read(), ofMonth); });
        counted = figures.present.all[reports::Measure::Received];
        bareTimes.take([&] { bareMonth.run(); });
        pdfTimes.take([&] { writePaper(figures, order.desks.scratch(u"report.pdf"_s)); });
        yearTimes.take([&] { reports::countFigures(desk->read(), ofYear); });
        bareYearTimes.take([&] { bareYear.run(); });
    }
    QJsonObject result = beside(u"figures of the month %1"_s.arg(month), figuresTimes, bareTimes);
    result.insert(u"tickets_in_month"_s, counted);
    result.insert(u"pdf"_s, pdfTimes.json());
    result.insert(
        u"year"_s, beside(u"figures of the year %1"_s.arg(year), yearTimes, bareYearTimes));
    result.insert(u"bars"_s,
        QJsonArray{bar(u"figures of a month, p99 (ms)"_s, figuresTimes.p99_ms(), mostForFigures_ms),
            bar(u"PDF, p99 (ms)"_s, pdfTimes.p99_ms(), mostForPdf_ms)});
    return result;
}

} // namespace bench
