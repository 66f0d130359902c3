// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QRectF>

namespace ui::map
{

/// The flat world that is drawn: Web Mercator in metres at the equator, as all base maps have it, but counted southwards, so that
/// a camera only scales and shifts. Doubles tell millimetres apart anywhere in it.
constexpr double worldHalf = 20037508.342789244;
constexpr double worldSide = 2 * worldHalf;

/// Places beyond 85.05° stand at the edge.
QPointF toWorld(const domain::GeoPoint &place);
QRectF toWorld(const domain::GeoBox &box);
domain::GeoPoint toPlace(QPointF world); ///< what lies outside goes to the edge

/// How many metres on the ground a metre of the flat world is: Mercator stretches away from the equator.
double groundMetres(QPointF world);

} // namespace ui::map
