// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QTimeZone>
#include <QVector>

#include <array>
#include <optional>

namespace domain
{

/// Service hours: which minutes of which days count for a promise. A week with several intervals a day (lunch, half days), and
/// days that differ from it: public holidays, make-up workdays, a half day before a feast. What is open around the clock has no
/// calendar at all. Pure and without a clock of its own: the same on every desk.

/// Minutes of the local day, from one to before the other, within 0 and 1440. Who serves over midnight says so on both days.
struct Hours {
    int from_min = 0;
    int to_min = 0;

    bool operator==(const Hours &) const = default;
};
/// Of one day: in order and apart; none: closed.
using DayHours = QVector<Hours>;

/// "08:30-12:00 13:30-17:30" as people type it, with Chinese signs too, "24:00" for the day's end; empty: closed. Nothing where it is no
/// such text, or where intervals overlap.
std::optional<DayHours> hoursFrom(QStringView text);
QString hoursText(const DayHours &hours);

/// A stretch of service time, in UTC.
struct Stretch {
    qint64 from_ms = 0;
    qint64 to_ms = 0;

    bool operator==(const Stretch &) const = default;
};

class Calendar
{
public:
    /// Monday first.
    using Week = std::array<DayHours, 7>;

    Calendar(Week week, QHash<QDate, DayHours> otherDays, const QTimeZone &zone);

    const DayHours &hoursOn(QDate day) const;
    /// How much of the time between two moments is served, in milliseconds.
    qint64 served_ms(qint64 from_ms, qint64 to_ms) const;
    /// The moment by which so much has been served since: at the end of an interval rather than at the beginning of the next one. Nothing
    /// when that isn't within ten years, as of a calendar that is closed.
    std::optional<qint64> after(qint64 from_ms, qint64 served_ms) const;
    /// The end of service on the so-manieth day that is served after the day of a moment: "within three workdays". Nothing likewise.
    std::optional<qint64> endOfDay(qint64 from_ms, int servedDays) const;
    /// How many days behind the day of one moment, up to that of the other, are served.
    int servedDays(qint64 from_ms, qint64 to_ms) const;
    /// What `served_ms` counts, stretch by stretch, so that a due time can be explained.
    QVector<Stretch> stretches(qint64 from_ms, qint64 to_ms) const;

private:
    template <typename Take> bool eachStretch(qint64 from_ms, Take take) const;
    QDate dayOf(qint64 at_ms) const;
    qint64 beginning_ms(QDate day) const;
    qint64 moment_ms(QDate day, int minute) const;

    Week m_week;
    QHash<QDate, DayHours> m_otherDays;
    QTimeZone m_zone;
};

} // namespace domain
