// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <ogr_spatialref.h>

#include <memory>

namespace exchange
{

using MapSystem = std::unique_ptr<OGRSpatialReference>;

// The coordinate system of a code ("EPSG:4549"), x to the east and y to the north whatever its definition says. Neither a file
// nor an address is looked into for it. Null when there is none.
MapSystem findSystem(const QString &code);

// Whether places on earth can be reckoned from it: a plan's own metres are no such system.
bool isOnEarth(const OGRSpatialReference *system);

// From there to longitude and latitude in WGS 84. Null when there is no way.
std::unique_ptr<OGRCoordinateTransformation> wayToWgs84(const OGRSpatialReference &from);

} // namespace exchange
