// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/shape.h"

namespace geo
{

/// One grid of a division with the ground that it has on the day in question. A division is a list of these; what this layer
/// answers about one names areas by their place in that list, so that it needs to know nothing else of a grid.
using Area = domain::GridArea;

} // namespace geo
