// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ticket_facts.h"

#include <span>

namespace reports
{

/// What a report counts and what it times, each with its exact meaning: a row of the tables in
/// measures.cpp. Every ticket belongs to the period in which it happened (`happened_at`), whenever it
/// was recorded or done. So received = done + open + cancelled, whatever the period.
enum class Measure : quint8 {
    Received, ///< every ticket of the period
    Done, ///< of these: closed by now; cancelled ones are counted apart
    Open, ///< neither closed nor cancelled by now
    Cancelled,
    /// Done, and on time: as the file said that it was imported from, else with no clock missed.
    OnTime,
    /// Done late (as that file said, else with a clock missed), or open and past due by now.
    Late,
    RepairsDone, ///< repairs among the done
    FixedFirst, ///< repairs done in round 1: the customer never sent them back
    Rated, ///< with an answer about satisfaction; the latest answer counts
    Satisfied, ///< rated 3 (fairly satisfied) or better
};
constexpr int measureCount = int(Measure::Satisfied) + 1;

struct MeasureSpec {
    Measure measure;
    const char *key;
    const char *label; ///< English source, context "reports::Measure"
    bool (*counts)(const store::TicketFacts &ticket, qint64 at_ms);

    QString text() const;
};

std::span<const MeasureSpec> allMeasures();
const MeasureSpec &specOf(Measure measure);

/// Stretches of time, told by median and mean over the tickets that have both ends in order.
enum class Span : quint8 {
    Response, ///< from when it happened to the first arrival
    Repair, ///< from the first arrival to the last finish
    Whole, ///< from when it happened to the last finish
};
constexpr int spanCount = int(Span::Whole) + 1;

struct SpanSpec {
    Span span;
    const char *key;
    const char *label; ///< English source, context "reports::Span"
    qint64 store::TicketFacts::*from_ms;
    qint64 store::TicketFacts::*to_ms;

    QString text() const;
};

std::span<const SpanSpec> allSpans();

} // namespace reports
