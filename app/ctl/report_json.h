// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/figures.h"

#include <QJsonObject>

namespace ctl
{

/// A report's figures as the tool prints them. Shares lie between 0 and 1, times are minutes; what can't be
/// told (a share of nothing) is null.
QJsonObject reportJson(const reports::Figures &figures);

} // namespace ctl
