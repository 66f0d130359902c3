// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/calendar.h"
#include "domain/event.h"

#include <optional>

namespace domain
{

/// What the company promises, and in which hours it counts: the rows of three registers (service standards, service hours,
/// holidays and workdays) as deciding asks them. Built once, never changed; pure.
class Standards
{
public:
    Standards() = default;
    /// The rows of all three registers, in any order.
    Standards(const QVector<RegisterRow> &rows, const QTimeZone &zone);

    /// What is promised for a clock on such a ticket from a moment on: by the row that fits and names the most, the particular before the
    /// general (category, unit, urgency, line, kind). Nothing where no row fits.
    std::optional<ClockStart> promise(
        QStringView clock, const Values &ticket, qint64 from_ms) const;
    /// When a clock that rests is due after it goes on at a moment: it keeps what it had left.
    qint64 resumed_ms(const TicketClock &paused, qint64 at_ms) const;
    /// When a clock is due by the hours and days as they are now. Nothing where no hours stand behind it: it was promised or moved by
    /// hand, or it rested, and what it had left then counts.
    std::optional<qint64> reckoned_ms(const TicketClock &clock) const;
    /// The service time between two moments, stretch by stretch; all of it where no hours of this code are known.
    QVector<Stretch> stretches(const QString &hours, qint64 from_ms, qint64 to_ms) const;
    /// What the service hours of this code are called; the code where there are none.
    QString nameOf(const QString &hours) const;

private:
    struct Week {
        QString name;
        Calendar calendar;
    };

    const Calendar *calendarOf(const QString &hours) const;
    qint64 dueAfter(const ClockBasis &basis, qint64 from_ms) const;

    QVector<RegisterRow> m_standards;
    QHash<QString, Week> m_weeks; // by the code of the service hours
    QTimeZone m_zone;
};

} // namespace domain
