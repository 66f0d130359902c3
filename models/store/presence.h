// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dispatch.h"
#include "domain/roster.h"
#include "store/reader.h"

namespace store
{

/// Who is there at a moment, by the roster, the shifts and the leave that was approved. Shifts are read once.
class PresenceBook
{
public:
    explicit PresenceBook(Reader &reader);

    domain::Presence of(const domain::Id &person, qint64 at_ms);
    /// What the roster says of a day, as it was typed; empty for nothing.
    QString shiftOn(const domain::Id &person, QDate day);
    const QHash<QString, domain::ShiftHours> &shifts() const { return m_shifts; }

private:
    std::optional<domain::Presence> onShift(const domain::Id &person, QDate day, qint64 at_ms);
    bool isOnLeave(const domain::Id &person, qint64 at_ms);

    Reader &m_reader;
    const QTimeZone m_zone;
    const QHash<QString, domain::ShiftHours> m_shifts;
};

/// The rows of a register without their numbers.
QVector<domain::RegisterRow> rowsOf(Reader &reader, domain::Register reg);

} // namespace store
