// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/standards.h"

#include <algorithm>

namespace domain
{

namespace
{

constexpr qint64 minute_ms = 60'000;

/// What a standard may ask of a ticket, the particular first: whoever names an earlier one wins.
constexpr std::pair<quint8, quint8> conditions[] = {{standard::Category, field::Category},
    {standard::Unit, field::Unit}, {standard::Urgency, field::Urgency},
    {standard::Line, field::Line}, {standard::Kind, field::Kind}};

QString clockOf(const RegisterRow &row)
{
    return row.values.text(standard::Clock);
}

/// How particular a standard of the clock is that fits, one bit a column; less than nothing when it doesn't fit.
int fitOf(const Values &row, const Values &ticket)
{
    int named = 0;
    for (const auto &[mine, theirs] : conditions) {
        named *= 2;
        if (!row.has(mine))
            continue;
        if (row.text(mine) != ticket.text(theirs))
            return -1;
        ++named;
    }
    return named;
}

Calendar::Week weekOf(const Values &hours)
{
    Calendar::Week week;
    for (size_t day = 0; day < week.size(); ++day)
        week[day] = hoursFrom(hours.text(quint8(service_hours::Monday + day))).value_or(DayHours());
    return week;
}

/// A make-up workday is worked as the first day of the week on which anybody works.
DayHours workedOn(const Calendar::Week &week)
{
    const auto first =
        std::ranges::find_if(week, [](const DayHours &hours) { return !hours.isEmpty(); });
    return first == week.end() ? DayHours() : *first;
}

DayHours hoursOf(const Values &day, const Calendar::Week &week)
{
    if (day.has(calendar_day::Own))
        return hoursFrom(day.text(calendar_day::Own)).value_or(DayHours());
    return day.text(calendar_day::Kind) == u"work" ? workedOn(week) : DayHours();
}

/// The days that differ from a week: those for everybody, where it keeps public holidays, then its own.
QHash<QDate, DayHours> otherDays(const QVector<RegisterRow> &rows, const Values &hours,
    const Calendar::Week &week, const QTimeZone &zone)
{
    QHash<QDate, DayHours> days;
    const bool isOpen = hours.flag(service_hours::OnHolidays);
    for (const QString &whose : {QString(), hours.text(service_hours::Code)}) {
        if (whose.isEmpty() && isOpen)
            continue;
        for (const RegisterRow &row : rows) {
            if (row.reg != Register::CalendarDay || row.values.text(calendar_day::Hours) != whose)
                continue;
            const QDate day =
                QDateTime::fromMSecsSinceEpoch(row.values.number(calendar_day::Day), zone).date();
            days.insert(day, hoursOf(row.values, week));
        }
    }
    return days;
}

} // namespace

Standards::Standards(const QVector<RegisterRow> &rows, const QTimeZone &zone)
    : m_zone(zone)
{
    for (const RegisterRow &row : rows) {
        if (row.reg == Register::Standard)
            m_standards.append(row);
        if (row.reg != Register::ServiceHours)
            continue;
        const Calendar::Week week = weekOf(row.values);
        m_weeks.insert(row.values.text(service_hours::Code),
            {row.values.text(service_hours::Name),
                Calendar(week, otherDays(rows, row.values, week, zone), zone)});
    }
    // By clock, so that a promise looks at those of its own alone; of two that name as much every desk takes the same.
    std::ranges::sort(m_standards, [](const RegisterRow &one, const RegisterRow &other) {
        return std::pair(clockOf(one), one.id) < std::pair(clockOf(other), other.id);
    });
}

const Calendar *Standards::calendarOf(const QString &hours) const
{
    const auto week = m_weeks.constFind(hours);
    return week == m_weeks.cend() ? nullptr : &week->calendar;
}

/// Hours that nobody knows, or in which nobody ever serves, don't hold a promise up: then every minute counts.
qint64 Standards::dueAfter(const ClockBasis &basis, qint64 from_ms) const
{
    const Calendar *calendar = calendarOf(basis.hours);
    if (basis.days == 0) {
        const qint64 served_ms = basis.minutes * minute_ms;
        const auto due_ms = calendar ? calendar->after(from_ms, served_ms) : std::nullopt;
        return due_ms.value_or(from_ms + served_ms);
    }
    if (const auto due_ms = calendar ? calendar->endOfDay(from_ms, basis.days) : std::nullopt)
        return *due_ms;
    const QDate day = QDateTime::fromMSecsSinceEpoch(from_ms, m_zone).date();
    return day.addDays(basis.days + 1).startOfDay(m_zone).toMSecsSinceEpoch();
}

std::optional<ClockStart> Standards::promise(
    QStringView clock, const Values &ticket, qint64 from_ms) const
{
    const Values *best = nullptr;
    int bestFit = -1;
    for (const RegisterRow &row :
        std::ranges::equal_range(m_standards, clock.toString(), {}, clockOf)) {
        if (const int fit = fitOf(row.values, ticket); fit > bestFit) {
            bestFit = fit;
            best = &row.values;
        }
    }
    if (!best)
        return {};
    const ClockBasis basis{int(best->number(standard::Minutes)), int(best->number(standard::Days)),
        best->text(standard::Hours)};
    if (basis.minutes <= 0 && basis.days <= 0)
        return {};
    return ClockStart{clock.toString(), dueAfter(basis, from_ms), basis};
}

qint64 Standards::resumed_ms(const TicketClock &paused, qint64 at_ms) const
{
    const Calendar *calendar = calendarOf(paused.basis.hours);
    // What was late stays late by as much.
    if (!calendar || paused.due_ms <= paused.paused_ms)
        return paused.due_ms + (at_ms - paused.paused_ms);
    if (paused.basis.days > 0) {
        const int rested = calendar->servedDays(paused.paused_ms, at_ms);
        return rested == 0 ? paused.due_ms
                           : calendar->endOfDay(paused.due_ms, rested).value_or(paused.due_ms);
    }
    const qint64 left_ms = calendar->served_ms(paused.paused_ms, paused.due_ms);
    return calendar->after(at_ms, left_ms).value_or(at_ms + left_ms);
}

std::optional<qint64> Standards::reckoned_ms(const TicketClock &clock) const
{
    const bool isByHours = clock.basis.minutes > 0 || clock.basis.days > 0;
    if (!isByHours || !clock.isRunning() || clock.rested_ms > 0)
        return {};
    return dueAfter(clock.basis, clock.started_ms);
}

QVector<Stretch> Standards::stretches(const QString &hours, qint64 from_ms, qint64 to_ms) const
{
    if (const Calendar *calendar = calendarOf(hours))
        return calendar->stretches(from_ms, to_ms);
    return from_ms < to_ms ? QVector<Stretch>{{from_ms, to_ms}} : QVector<Stretch>();
}

QString Standards::nameOf(const QString &hours) const
{
    const auto week = m_weeks.constFind(hours);
    return week == m_weeks.cend() ? hours : week->name;
}

} // namespace domain
