// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <optional>

namespace geo
{

/// How large and how long things are, on the ellipsoid of WGS 84, so that an area is right whatever the map's picture does with it.
/// Borders between two corners are taken as the shortest ways, a millimetre beside the straight ones at the length of a street.

/// Of a valid shape. One that crosses itself is measured after its repair (`geo/repair.h`).
double area_m2(const domain::Shape &shape);
/// All rings, holes too.
double perimeter_m(const domain::Shape &shape);
double length_m(const QVector<domain::GeoPoint> &line);
double distance_m(const domain::GeoPoint &from, const domain::GeoPoint &to);

/// Where a label stands best: the middle of the largest circle within the largest part, or surely a point inside. Nothing for an
/// empty shape or one without any inside.
std::optional<domain::GeoPoint> labelPoint(const domain::Shape &shape);

} // namespace geo
