// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace ctl
{

/// `ticket open`: takes in one matter, or one on each line. What can't be read is refused before anything
/// is written; of what was read each line is accepted or refused by itself.
int runTicketOpen(Session &session, Arguments &arguments);

} // namespace ctl
