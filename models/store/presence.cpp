// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/presence.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 minute_ms = 60'000;

Presence presenceOf(const ShiftHours &shift)
{
    return shift.isDuty()          ? Presence::OnDuty
        : shift.kind == u"standby" ? Presence::OnStandby
        : shift.isWorked()         ? Presence::AtWork
                                   : Presence::Off;
}

} // namespace

QVector<RegisterRow> rowsOf(Reader &reader, Register reg)
{
    QVector<RegisterRow> rows;
    for (const NumberedRow &row : reader.findRows(reg))
        rows.append(row.row);
    return rows;
}

PresenceBook::PresenceBook(Reader &reader)
    : m_reader(reader)
    , m_zone(reader.zone())
    , m_shifts(shiftsFrom(rowsOf(reader, Register::Shift)))
{
}

QString PresenceBook::shiftOn(const Id &person, QDate day)
{
    const auto row =
        m_reader.findRow(rosterCell(person, day.startOfDay(m_zone).toMSecsSinceEpoch()));
    return row && !row->row.removed ? row->row.values.text(roster::Shift) : QString();
}

/// What the shift of a day says of a moment, which may lie on the next one; nothing where none was typed, or it says nothing of it.
std::optional<Presence> PresenceBook::onShift(const Id &person, QDate day, qint64 at_ms)
{
    const QString code = shiftOn(person, day);
    const auto known = m_shifts.constFind(code);
    if (code.isEmpty() || known == m_shifts.constEnd())
        return {};
    const qint64 start_ms = day.startOfDay(m_zone).toMSecsSinceEpoch();
    const auto [from, until] = known->minutes();
    if (at_ms >= start_ms + from * minute_ms && at_ms < start_ms + until * minute_ms)
        return presenceOf(*known);
    const bool isSameDay = QDateTime::fromMSecsSinceEpoch(at_ms, m_zone).date() == day;
    return isSameDay ? std::optional(Presence::Off) : std::nullopt;
}

bool PresenceBook::isOnLeave(const Id &person, qint64 at_ms)
{
    return std::ranges::any_of(
        m_reader.findRowsUnder(Register::Leave, person), [at_ms](const NumberedRow &row) {
            const Values &values = row.row.values;
            return values.flag(leave::Approved) && values.number(leave::From) <= at_ms
                && at_ms < values.number(leave::Until);
        });
}

Presence PresenceBook::of(const Id &person, qint64 at_ms)
{
    if (isOnLeave(person, at_ms))
        return Presence::OnLeave;
    const QDate today = QDateTime::fromMSecsSinceEpoch(at_ms, m_zone).date();
    // A night begins on the day before.
    const auto before = onShift(person, today.addDays(-1), at_ms);
    if (before && *before != Presence::Off)
        return *before;
    return onShift(person, today, at_ms).value_or(Presence::Unknown);
}

} // namespace store
