// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/duty_watch.h"

namespace ui::tickets
{

/// "李明 13800138000 (一组), 王强": who is on duty, with the number for work.
QString dutyNames(const QVector<items::OnDuty> &people);
/// "On duty now: 李明 … · next: 王强 from 16:00"; says so where nobody is.
QString dutyWords(const items::DutyWatch &watch, qint64 now_ms, const QTimeZone &zone);

} // namespace ui::tickets
