// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

namespace ctl
{

/// A customer by the id, or by anything that finds one alone; exits when there is none or there are several.
store::NumberedRow findCustomer(Session &session, const QString &typed);
/// The same by the next word.
store::NumberedRow findCustomer(Session &session, Arguments &arguments);

} // namespace ctl
