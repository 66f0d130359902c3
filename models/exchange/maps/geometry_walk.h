// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_plugin.h"

class OGRGeometry;
class OGRCoordinateTransformation;

namespace exchange
{

// Takes a geometry apart: curves become lines as GDAL draws them (a chord each 4 degrees), heights are dropped, collections are
// opened, and every place goes the way to WGS 84 where there is one. What is larger or deeper than any grid
// is not copied out at all.
RawGeometry takenApart(const OGRGeometry *geometry, OGRCoordinateTransformation *way);

// A place of it, the first that there is.
std::optional<QPointF> firstPlace(const OGRGeometry *geometry);

} // namespace exchange
