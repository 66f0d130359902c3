// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QStringList>
#include <QTimeZone>

namespace ui::intake
{

/// A promise in the words in which it is told to the caller. Only what concerns the caller: how soon the
/// grid chief accepts is our own affair.

/// "on site within 2 h, repaired within 24 h", "answered within 3 workdays"; empty when nothing is promised.
QString promiseWords(const QVector<domain::ClockStart> &promises, qint64 from_ms);
/// The clocks of a ticket as the promises that began them.
QVector<domain::ClockStart> promisesOf(const domain::Ticket &ticket);
/// "on site before today 16:32 · repaired before tomorrow 14:32"
QString dueWords(const QVector<domain::ClockStart> &promises, qint64 now_ms, const QTimeZone &zone);

} // namespace ui::intake
