// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

namespace domain
{

/// The row of a person's account: it follows from the person, so that two desks that open it apart open the same one.
Id accountOf(const Id &person);
/// The row of the grant that follows from what the staff register says about a person at a moment.
Id postGrantOf(const Id &person, qint64 at_ms);

} // namespace domain
