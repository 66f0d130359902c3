// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/edge_bands.h"

namespace geo
{

/// Whether two parts have ground in common, for the many thousand pairs of neighbours in a division: reckoned exactly and without GEOS
/// where their borders meet in whole edges and corners alone, as they do wherever a division is in order.
enum class Meeting : quint8 {
    Apart, ///< no ground in common, for certain
    Unsure, ///< they cross, or a corner of one lies on an edge of the other: to be cut out
    Over, ///< ground in common, for certain
};

Meeting meetingOf(const EdgeBands &one, const EdgeBands &other);

} // namespace geo
