// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QStringList>
#include <QTimeZone>

namespace ui::intake
{

/// A promise in the words in which it is told to the caller. Only what concerns the caller: how soon the
/// grid chief accepts is our own affair.

/// "on site within 2 h, repaired within 24 h"; empty when nothing is promised.
QString promiseWords(const QVector<domain::ClockStart> &promises, qint64 from_ms);
/// "on site before today 16:32 · repaired before tomorrow 14:32"
QString dueWords(const QVector<domain::ClockStart> &promises, qint64 now_ms, const QTimeZone &zone);

} // namespace ui::intake
