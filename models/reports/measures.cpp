// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/measures.h"

#include <QCoreApplication>

namespace reports
{

namespace
{

using store::TicketFacts;

constexpr int fairlySatisfied = 3;

bool isOpen(const TicketFacts &ticket)
{
    return !ticket.isClosed && !ticket.isCancelled;
}

bool wasKept(const TicketFacts &ticket)
{
    return ticket.recordedOnTime.value_or(ticket.missedClocks == 0);
}

bool isPastDue(const TicketFacts &ticket, qint64 at_ms)
{
    return isOpen(ticket) && ticket.due_ms && ticket.due_ms < at_ms;
}

// clang-format off
constexpr MeasureSpec measures[] = {
    {Measure::Received, "received", QT_TRANSLATE_NOOP("reports::Measure", "Received"),
        [](const TicketFacts &, qint64) { return true; }},
    {Measure::Done, "done", QT_TRANSLATE_NOOP("reports::Measure", "Done"),
        [](const TicketFacts &ticket, qint64) { return ticket.isClosed; }},
    {Measure::Open, "open", QT_TRANSLATE_NOOP("reports::Measure", "Open"),
        [](const TicketFacts &ticket, qint64) { return isOpen(ticket); }},
    {Measure::Cancelled, "cancelled", QT_TRANSLATE_NOOP("reports::Measure", "Cancelled"),
        [](const TicketFacts &ticket, qint64) { return ticket.isCancelled; }},
    {Measure::OnTime, "on_time", QT_TRANSLATE_NOOP("reports::Measure", "On time"),
        [](const TicketFacts &ticket, qint64) { return ticket.isClosed && wasKept(ticket); }},
    {Measure::Late, "late", QT_TRANSLATE_NOOP("reports::Measure", "Late"),
        [](const TicketFacts &ticket, qint64 at_ms) {
            return (ticket.isClosed && !wasKept(ticket)) || isPastDue(ticket, at_ms); }},
    {Measure::RepairsDone, "repairs_done", QT_TRANSLATE_NOOP("reports::Measure", "Repairs done"),
        [](const TicketFacts &ticket, qint64) { return ticket.isRepair && ticket.isClosed; }},
    {Measure::FixedFirst, "fixed_first", QT_TRANSLATE_NOOP("reports::Measure", "Fixed at once"),
        [](const TicketFacts &ticket, qint64) {
            return ticket.isRepair && ticket.isClosed && ticket.round == 1; }},
    {Measure::Rated, "rated", QT_TRANSLATE_NOOP("reports::Measure", "Rated"),
        [](const TicketFacts &ticket, qint64) { return ticket.satisfaction > 0; }},
    {Measure::Satisfied, "satisfied", QT_TRANSLATE_NOOP("reports::Measure", "Satisfied"),
        [](const TicketFacts &ticket, qint64) { return ticket.satisfaction >= fairlySatisfied; }},
};

constexpr SpanSpec spans[] = {
    {Span::Response, "response", QT_TRANSLATE_NOOP("reports::Span", "Response: taken in to arrival"),
        &TicketFacts::happened_ms, &TicketFacts::arrived_ms},
    {Span::Repair, "repair", QT_TRANSLATE_NOOP("reports::Span", "Repair: arrival to finish"),
        &TicketFacts::arrived_ms, &TicketFacts::finished_ms},
    {Span::Whole, "whole", QT_TRANSLATE_NOOP("reports::Span", "Altogether: taken in to finish"),
        &TicketFacts::happened_ms, &TicketFacts::finished_ms},
};
// clang-format on

} // namespace

QString MeasureSpec::text() const
{
    return QCoreApplication::translate("reports::Measure", label);
}

std::span<const MeasureSpec> allMeasures()
{
    return measures;
}

const MeasureSpec &specOf(Measure measure)
{
    return measures[int(measure)];
}

QString SpanSpec::text() const
{
    return QCoreApplication::translate("reports::Span", label);
}

std::span<const SpanSpec> allSpans()
{
    return spans;
}

} // namespace reports
