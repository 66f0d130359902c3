// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace ui::returns
{

/// A time as it is typed off a slip: "1430" or "14:30", with the day before it where it isn't the latest
/// one with that time: "19 14:30", "11-19 14:30", "2026-11-19 14:30". Never later than now, so "2350" in
/// the morning is yesterday's. Nothing when it is no time. Milliseconds since 1970 UTC.
std::optional<qint64> typedTime(QStringView typed, qint64 now_ms, const QTimeZone &zone);

} // namespace ui::returns
