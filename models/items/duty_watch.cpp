// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duty_watch.h"

#include "store/presence.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

constexpr qint64 minute_ms = 60'000;

/// The duty shifts of one person around a moment: of the day before, whose night goes on, that day and the next.
QVector<OnDuty> stretchesOf(
    store::PresenceBook &book, const RegisterRow &person, qint64 at_ms, const QTimeZone &zone)
{
    QVector<OnDuty> stretches;
    const QDate today = QDateTime::fromMSecsSinceEpoch(at_ms, zone).date();
    for (int day = -1; day <= 1; ++day) {
        const QDate date = today.addDays(day);
        const auto shift = book.shifts().constFind(book.shiftOn(person.id, date));
        if (shift == book.shifts().constEnd() || !shift->isDuty())
            continue;
        const qint64 start_ms = date.startOfDay(zone).toMSecsSinceEpoch();
        const auto [from, until] = shift->minutes();
        stretches.append({person.id, person.values.text(staff::Name),
            person.values.text(staff::Phone), person.values.text(staff::Team), shift->name,
            start_ms + from * minute_ms, start_ms + until * minute_ms});
    }
    return stretches;
}

} // namespace

qint64 DutyWatch::endOfNext_ms() const
{
    qint64 end_ms = 0;
    for (const OnDuty &one : next.isEmpty() ? now : next)
        end_ms = std::max(end_ms, one.until_ms);
    return end_ms;
}

DutyWatch findDuty(store::Reader &reader, qint64 at_ms, const std::optional<QStringList> &teams)
{
    store::PresenceBook book(reader);
    const QTimeZone zone = reader.zone();
    DutyWatch watch;
    for (const RegisterRow &person : store::rowsOf(reader, Register::Staff)) {
        const QString team = person.values.text(staff::Team);
        if (teams && !team.isEmpty() && !teams->contains(team))
            continue;
        for (const OnDuty &one : stretchesOf(book, person, at_ms, zone)) {
            // A stretch that runs is looked at now, one to come at its beginning: leave stands before both.
            const qint64 looked_ms = std::max(one.from_ms, at_ms);
            if (one.until_ms <= at_ms || book.of(person.id, looked_ms) != Presence::OnDuty)
                continue;
            (one.from_ms <= at_ms ? watch.now : watch.next).append(one);
        }
    }
    for (const OnDuty &one : std::as_const(watch.next))
        watch.next_ms = watch.next_ms ? std::min(watch.next_ms, one.from_ms) : one.from_ms;
    watch.next.removeIf([&watch](const OnDuty &one) { return one.from_ms != watch.next_ms; });
    return watch;
}

} // namespace items
