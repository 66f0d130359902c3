// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTimeZone;

namespace ui::widgets
{

// Times as people say them. Instants are UTC milliseconds since 1970; the zone is the company's.

// "1 h 35 min", "2 d 3 h"; the sign is not spoken. Seconds are rounded away, downwards.
QString durationWords(qint64 duration_ms);

// "today 14:30", "yesterday 09:00", "11-03 08:15", and with the year when it is another one.
QString timeWords(qint64 at_ms, qint64 now_ms, const QTimeZone &zone);

// "2026-11-20 14:30:05", for the tooltip.
QString exactTime(qint64 at_ms, const QTimeZone &zone);

} // namespace ui::widgets
