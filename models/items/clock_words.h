// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/standards.h"

namespace items
{

/// How a due time came about, the same in the window and in the tool.

/// "4 h of Office hours", "13 workdays of Office hours", "2 h around the clock"; "a day that was agreed" where it was reckoned
/// from nothing.
QString basisWords(const domain::ClockBasis &basis, const domain::Standards &standards);
/// What was counted until a moment, one line for each day: "11-20  16:00–17:30"; empty around the clock, and where there are more than
/// two weeks of it.
QStringList countedWords(const domain::ClockBasis &basis, qint64 from_ms, qint64 to_ms,
    const domain::Standards &standards, const QTimeZone &zone);
/// All that is to be said of one clock of a ticket: from when it runs, how it counts, how long it rested.
QString clockStory(
    const domain::TicketClock &clock, const domain::Standards &standards, const QTimeZone &zone);

} // namespace items
