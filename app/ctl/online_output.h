// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include "exchange/online_report.h"

namespace ctl
{

/// What came of asking a service, or of one dropped file, as the tool prints it.
QJsonObject reportJson(const exchange::OnlineReport &report);
/// What was refused or left out, a line each on stderr.
void sayProblems(Session &session, const exchange::OnlineReport &report);

} // namespace ctl
