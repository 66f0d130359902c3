// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/period.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace reports
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(reports::Period)
};

constexpr int monthsOfQuarter = 3;
constexpr int daysOfWeek = 7;

QDate firstDayOf(Period::Kind kind, QDate day)
{
    switch (kind) {
    case Period::Kind::Day:
        return day;
    case Period::Kind::Week:
        return day.addDays(1 - day.dayOfWeek());
    case Period::Kind::Month:
        return {day.year(), day.month(), 1};
    case Period::Kind::Quarter:
        return {day.year(), (day.month() - 1) / monthsOfQuarter * monthsOfQuarter + 1, 1};
    case Period::Kind::Year:
        break;
    }
    return {day.year(), 1, 1};
}

/// The Monday of an ISO week; invalid when the year has no such week.
QDate mondayOf(int year, int week)
{
    const QDate inFirst(year, 1, 4);
    const QDate monday = inFirst.addDays(1 - inFirst.dayOfWeek() + (week - 1) * daysOfWeek);
    int weekYear = 0;
    return monday.weekNumber(&weekYear) == week && weekYear == year ? monday : QDate();
}

int quarterOf(QDate day)
{
    return (day.month() - 1) / monthsOfQuarter + 1;
}

} // namespace

std::optional<Period> Period::parse(QStringView text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([1-9]\\d{3})(?:-(?:[Qq]([1-4])|[Ww](\\d{2})|(\\d{2})(?:-(\\d{2}))?))?$"));
    const QRegularExpressionMatch match = shape.match(text.toString());
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    const auto made = [](Kind kind, QDate first) {
        return first.isValid() ? std::optional(Period(kind, first)) : std::nullopt;
    };
    if (match.hasCaptured(5))
        return made(Kind::Day, {year, match.captured(4).toInt(), match.captured(5).toInt()});
    if (match.hasCaptured(4))
        return made(Kind::Month, {year, match.captured(4).toInt(), 1});
    if (match.hasCaptured(3))
        return made(Kind::Week, mondayOf(year, match.captured(3).toInt()));
    if (match.hasCaptured(2))
        return made(
            Kind::Quarter, {year, (match.captured(2).toInt() - 1) * monthsOfQuarter + 1, 1});
    return made(Kind::Year, {year, 1, 1});
}

Period Period::containing(Kind kind, QDate day)
{
    return {kind, firstDayOf(kind, day)};
}

Period Period::moved(int by) const
{
    switch (m_kind) {
    case Kind::Day:
        return {m_kind, m_first.addDays(by)};
    case Kind::Week:
        return {m_kind, m_first.addDays(by * daysOfWeek)};
    case Kind::Month:
        return {m_kind, m_first.addMonths(by)};
    case Kind::Quarter:
        return {m_kind, m_first.addMonths(by * monthsOfQuarter)};
    case Kind::Year:
        break;
    }
    return {m_kind, m_first.addYears(by)};
}

QDate Period::last() const
{
    return after().first().addDays(-1);
}

Period Period::before() const
{
    return moved(-1);
}

Period Period::after() const
{
    return moved(1);
}

Period Period::yearBefore() const
{
    if (m_kind != Kind::Week)
        return {m_kind, m_first.addYears(-1)};
    int year = 0;
    const int week = m_first.weekNumber(&year);
    const QDate same = mondayOf(year - 1, week);
    return {m_kind, same.isValid() ? same : mondayOf(year - 1, week - 1)};
}

qint64 Period::begin_ms(const QTimeZone &zone) const
{
    return m_first.startOfDay(zone).toMSecsSinceEpoch();
}

qint64 Period::end_ms(const QTimeZone &zone) const
{
    return after().begin_ms(zone);
}

QString Period::text() const
{
    switch (m_kind) {
    case Kind::Day:
        return m_first.toString(QStringLiteral("yyyy-MM-dd"));
    case Kind::Month:
        return m_first.toString(QStringLiteral("yyyy-MM"));
    case Kind::Quarter:
        return QStringLiteral("%1-Q%2").arg(m_first.year()).arg(quarterOf(m_first));
    case Kind::Year:
        return QString::number(m_first.year());
    case Kind::Week:
        break;
    }
    int year = 0;
    const int week = m_first.weekNumber(&year);
    return QStringLiteral("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0'));
}

QString Period::words() const
{
    const int year = m_first.year();
    switch (m_kind) {
    case Kind::Day:
        return Words::tr("%1-%2-%3", "a day").arg(year).arg(m_first.month()).arg(m_first.day());
    case Kind::Month:
        return Words::tr("%1-%2", "a month of a year").arg(year).arg(m_first.month());
    case Kind::Quarter:
        return Words::tr("%1, quarter %2").arg(year).arg(quarterOf(m_first));
    case Kind::Year:
        return Words::tr("Year %1").arg(year);
    case Kind::Week:
        break;
    }
    int weekYear = 0;
    const int week = m_first.weekNumber(&weekYear);
    const QString days = QStringLiteral("MM-dd");
    return Words::tr("%1, week %2 (%3 to %4)")
        .arg(weekYear)
        .arg(week)
        .arg(m_first.toString(days), last().toString(days));
}

QVector<Period::Part> Period::parts(const QTimeZone &zone) const
{
    QVector<Part> parts;
    const QDate end = after().first();
    const auto addDay = [&](QDate day, const QString &label) {
        parts.append({day.startOfDay(zone).toMSecsSinceEpoch(), label});
    };
    switch (m_kind) {
    case Kind::Day: {
        constexpr qint64 hour_ms = 3'600'000;
        for (qint64 at = begin_ms(zone); at < end_ms(zone); at += hour_ms)
            parts.append(
                {at, QDateTime::fromMSecsSinceEpoch(at, zone).toString(QStringLiteral("HH:mm"))});
        break;
    }
    case Kind::Week:
        for (QDate day = m_first; day < end; day = day.addDays(1))
            addDay(day, day.toString(QStringLiteral("MM-dd")));
        break;
    case Kind::Month:
        for (QDate day = m_first; day < end; day = day.addDays(1))
            addDay(day, QString::number(day.day()));
        break;
    case Kind::Quarter:
        for (QDate day = m_first; day < end; day = day.addDays(daysOfWeek + 1 - day.dayOfWeek()))
            addDay(day, day.toString(QStringLiteral("MM-dd")));
        break;
    case Kind::Year:
        for (QDate day = m_first; day < end; day = day.addMonths(1))
            addDay(day, Words::tr("%1", "a month").arg(day.month()));
        break;
    }
    return parts;
}

} // namespace reports
