// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/ticket_fields.h"
#include "domain/values.h"

#include <QVector>

#include <vector>

namespace domain
{

/// What a due time was reckoned from, recorded beside it so that it can be explained later: so many minutes or workdays of
/// these service hours. Neither: it was promised, granted or brought along as a moment.
struct ClockBasis {
    int minutes = 0;
    int days = 0;
    QString hours; ///< a code of the register of service hours; empty: around the clock

    bool operator==(const ClockBasis &) const = default;
};

/// One promise on one step of a ticket: it began, it is due, and it may have been kept.
struct TicketClock {
    QString clock; ///< "accept", "arrive", "complete", "reply", "visit" …
    int round = 1;
    qint64 started_ms = 0;
    qint64 due_ms = 0;
    qint64 stopped_ms = 0; ///< 0 until it is kept or called off
    ClockBasis basis;
    qint64 paused_ms = 0; ///< since when it rests; 0: it doesn't
    qint64 rested_ms = 0; ///< how long it rested before

    bool isOpen() const { return stopped_ms == 0; }
    bool isPaused() const { return isOpen() && paused_ms != 0; }
    bool isRunning() const { return isOpen() && paused_ms == 0; }
    /// The moment up to which it counts.
    qint64 until_ms(qint64 now_ms) const
    {
        return stopped_ms ? stopped_ms : paused_ms ? paused_ms : now_ms;
    }
    bool isLate(qint64 now_ms) const { return until_ms(now_ms) > due_ms; }
    bool operator==(const TicketClock &) const = default;
};

/// One line of the service record: who did what, when it happened, who typed it in and when.
struct Step {
    QString action; ///< "open" for the first
    QString to; ///< the state that it led to
    int round = 1;
    Id by; ///< who did it
    Id typedBy; ///< who typed it in
    qint64 at_ms = 0; ///< when it happened, as people say
    qint64 recorded_ms = 0; ///< when it was recorded, by the desk's clock
    Values values; ///< what was filled in; a correction carries the new values
    Values before; ///< what a correction replaced

    bool operator==(const Step &) const = default;
};

/// A ticket as folding its events makes it.
struct Ticket {
    Id id;
    QString workflow; ///< the version that it pins
    Values values; ///< the fields that it keeps, with their latest values
    QString state;
    int round = 1;
    QVector<Step> steps;
    QVector<TicketClock> clocks;
    qint64 revision = 0; ///< position of the last entry about it, in this desk's database

    bool operator==(const Ticket &) const = default;
    bool exists() const { return !state.isEmpty(); }
    /// The latest step of an action in the present round; null when there is none.
    const Step *latest(QAnyStringView action) const;
    /// The latest step of one of these actions in any round; null when there is none.
    const Step *latestOf(const std::vector<const char *> &actions) const;
    /// The moment of the first `arrive`, `finish` … of any round, 0 when there is none.
    qint64 firstTime_ms(QAnyStringView action) const;
    qint64 lastTime_ms(QAnyStringView action) const;
    /// When a clock of the past or the present ran out before it was stopped.
    bool missedAnyClock(qint64 now_ms) const;
    /// The running clock that is due first; null when none runs.
    const TicketClock *nextDue() const;
};

} // namespace domain
