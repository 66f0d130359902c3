// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

namespace domain
{

/// Why a row of the service standards, the service hours or the holidays can't be as it would be after this put: a clock that no
/// workflow has, hours that can't be read, minutes and workdays at once, service hours that aren't there.
std::optional<Refusal> checkHours(const PutRow &command, const Surroundings &around);

} // namespace domain
