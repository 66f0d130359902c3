// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/edits.h"

namespace geo
{

/// What a line makes of an area: the pieces of the parts that it cuts, and the parts that it leaves alone.
struct Pieces {
    Shapes cut; ///< two or more, or none where nothing was cut
    Shapes left;
};

Pieces piecesOf(const domain::Shape &shape, const Line &line);

} // namespace geo
