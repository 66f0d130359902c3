// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar.h"

#include <QRegularExpression>

#include <algorithm>

namespace domain
{

namespace
{

constexpr int hour_min = 60;
constexpr int day_min = 24 * hour_min;
constexpr qint64 minute_ms = 60'000;
constexpr int furthest = 3'660; // days, about ten years

std::optional<int> minuteFrom(const QString &hour, const QString &minute)
{
    const int at = hour.toInt() * hour_min + minute.toInt();
    return minute.toInt() < hour_min && at <= day_min ? std::optional(at) : std::nullopt;
}

QString minuteText(int minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / hour_min, 2, 10, QLatin1Char('0'))
        .arg(minute % hour_min, 2, 10, QLatin1Char('0'));
}

} // namespace

std::optional<DayHours> hoursFrom(QStringView text)
{
    static const QRegularExpression interval(QStringLiteral(
        "\\G[\\s,;，、；]*(\\d{1,2})[:：](\\d{2})\\s*[-–—~～至到]\\s*(\\d{1,2})[:：](\\d{2})"));
    DayHours hours;
    qsizetype read = 0;
    for (auto at = interval.globalMatch(text.toString()); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const auto from = minuteFrom(match.captured(1), match.captured(2));
        const auto to = minuteFrom(match.captured(3), match.captured(4));
        if (!from || !to || *from >= *to)
            return {};
        hours.append({*from, *to});
        read = match.capturedEnd();
    }
    if (!text.sliced(read).trimmed().isEmpty())
        return {};
    std::ranges::sort(hours, {}, &Hours::from_min);
    const auto overlap = std::adjacent_find(hours.begin(), hours.end(),
        [](const Hours &one, const Hours &next) { return next.from_min < one.to_min; });
    return overlap == hours.end() ? std::optional(hours) : std::nullopt;
}

QString hoursText(const DayHours &hours)
{
    QStringList parts;
    for (const Hours &one : hours)
        parts << minuteText(one.from_min) + u'-' + minuteText(one.to_min);
    return parts.join(u' ');
}

Calendar::Calendar(Week week, QHash<QDate, DayHours> otherDays, const QTimeZone &zone)
    : m_week(std::move(week))
    , m_otherDays(std::move(otherDays))
    , m_zone(zone)
{
}

const DayHours &Calendar::hoursOn(QDate day) const
{
    const auto other = m_otherDays.constFind(day);
    return other != m_otherDays.cend() ? *other : m_week[size_t(day.dayOfWeek() - 1)];
}

QDate Calendar::dayOf(qint64 at_ms) const
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, m_zone).date();
}

qint64 Calendar::beginning_ms(QDate day) const
{
    return day.startOfDay(m_zone).toMSecsSinceEpoch();
}

qint64 Calendar::moment_ms(QDate day, int minute) const
{
    if (minute >= day_min)
        return beginning_ms(day.addDays(1));
    const QTime time = QTime::fromMSecsSinceStartOfDay(minute * int(minute_ms));
    return QDateTime(day, time, m_zone).toMSecsSinceEpoch();
}

/// The stretches that end behind a moment, the first one cut off there, until `take` has enough. Whether it had.
template <typename Take> bool Calendar::eachStretch(qint64 from_ms, Take take) const
{
    const QDate first = dayOf(from_ms);
    for (int days = 0; days < furthest; ++days) {
        const QDate day = first.addDays(days);
        for (const Hours &hours : hoursOn(day)) {
            const Stretch stretch{
                std::max(from_ms, moment_ms(day, hours.from_min)), moment_ms(day, hours.to_min)};
            if (stretch.from_ms < stretch.to_ms && take(stretch))
                return true;
        }
    }
    return false;
}

QVector<Stretch> Calendar::stretches(qint64 from_ms, qint64 to_ms) const
{
    QVector<Stretch> found;
    eachStretch(from_ms, [&](const Stretch &stretch) {
        if (stretch.from_ms >= to_ms)
            return true;
        const Stretch part{stretch.from_ms, std::min(to_ms, stretch.to_ms)};
        if (!found.isEmpty() && found.constLast().to_ms == part.from_ms)
            found.last().to_ms = part.to_ms; // over midnight
        else
            found.append(part);
        return part.to_ms == to_ms;
    });
    return found;
}

qint64 Calendar::served_ms(qint64 from_ms, qint64 to_ms) const
{
    qint64 sum = 0;
    for (const Stretch &stretch : stretches(from_ms, to_ms))
        sum += stretch.to_ms - stretch.from_ms;
    return sum;
}

std::optional<qint64> Calendar::after(qint64 from_ms, qint64 served_ms) const
{
    if (served_ms <= 0)
        return from_ms;
    qint64 left = served_ms;
    qint64 due_ms = 0;
    const bool isServed = eachStretch(from_ms, [&](const Stretch &stretch) {
        const qint64 length = stretch.to_ms - stretch.from_ms;
        due_ms = stretch.from_ms + left;
        left -= length;
        return left <= 0;
    });
    return isServed ? std::optional(due_ms) : std::nullopt;
}

std::optional<qint64> Calendar::endOfDay(qint64 from_ms, int servedDays) const
{
    const QDate first = dayOf(from_ms);
    int left = servedDays;
    for (int days = 1; days < furthest && left > 0; ++days) {
        const DayHours &hours = hoursOn(first.addDays(days));
        if (!hours.isEmpty() && --left == 0)
            return moment_ms(first.addDays(days), hours.constLast().to_min);
    }
    return {};
}

int Calendar::servedDays(qint64 from_ms, qint64 to_ms) const
{
    const QDate first = dayOf(from_ms);
    const qint64 days = std::min<qint64>(first.daysTo(dayOf(to_ms)), furthest);
    int served = 0;
    for (qint64 day = 1; day <= days; ++day)
        served += !hoursOn(first.addDays(day)).isEmpty();
    return served;
}

} // namespace domain
