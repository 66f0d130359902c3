// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ui::map
{

using domain::GeoBox;
using domain::GeoPoint;

namespace
{

constexpr double pi = std::numbers::pi;
constexpr double radius = worldHalf / pi;
constexpr double mostLat = 85.05112877980659;

} // namespace

QPointF toWorld(const GeoPoint &place)
{
    const double lat = std::clamp(place.lat(), -mostLat, mostLat) * pi / 180;
    return {place.lon() / 180 * worldHalf, -radius * std::asinh(std::tan(lat))};
}

QRectF toWorld(const GeoBox &box)
{
    if (box.isEmpty())
        return {};
    return QRectF(toWorld(box.least), toWorld(box.most)).normalized();
}

GeoPoint toPlace(QPointF world)
{
    const double x = std::clamp(world.x(), -worldHalf, worldHalf);
    const double y = std::clamp(world.y(), -worldHalf, worldHalf);
    const double lat = std::atan(std::sinh(-y / radius)) * 180 / pi;
    return GeoPoint::fromDegrees(x / worldHalf * 180, lat).value_or(GeoPoint());
}

double groundMetres(QPointF world)
{
    return 1 / std::cosh(world.y() / radius);
}

} // namespace ui::map
