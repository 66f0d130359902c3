// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/flaw_search.h"

namespace geo
{

/// The borders of a division without those that two neighbours share, each on its own side: where everything is in order, what is
/// left is the outer border alone. Whether ground is anybody's changes only across what is left, so gaps are looked for there and
/// ten thousand grids cost no more than their mistakes.
std::vector<Geometry> outlineOf(const Coverage &coverage);

} // namespace geo
