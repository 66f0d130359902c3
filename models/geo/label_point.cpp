// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geos.h"
#include "geo/grid_index.h"
#include "geo/measures.h"
#include "geo/scale.h"

#include <algorithm>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Shape;

namespace
{

double roughArea(const Polygon &part)
{
    double area = 0;
    if (const Geometry geometry = geometryOf(part))
        GEOSArea_r(geos(), geometry.get(), &area);
    return area;
}

// The middle of the largest circle in it, to a hundredth of its size: nobody sees a label stand better than that. A circle of
// metres is none of degrees, so it is looked for on a plane where both are as long.
std::optional<GeoPoint> middleOf(const Polygon &part)
{
    constexpr double finer = 100;
    const domain::GeoBox box = Shape{{part}}.box();
    const double squeeze = Scale::at(box).squeeze();
    const double size = std::max((double(box.most.lon_e7) - box.least.lon_e7) * squeeze,
        double(box.most.lat_e7) - box.least.lat_e7);
    const Geometry geometry = geometryOf(part);
    // Of what crosses itself it would know no inside, and search for long.
    if (size < 1 || !isValid(geometry.get()))
        return {};
    const Geometry plane = squeezed(geometry.get(), squeeze);
    const Geometry radius(
        plane ? GEOSMaximumInscribedCircle_r(geos(), plane.get(), size / finer) : nullptr);
    const Geometry middle(radius ? GEOSGeomGetStartPoint_r(geos(), radius.get()) : nullptr);
    const Geometry back = squeezed(middle.get(), 1 / squeeze);
    return back ? std::optional(pointOf(back.get())) : std::nullopt;
}

} // namespace

std::optional<GeoPoint> labelPoint(const Shape &shape)
{
    const auto largest = std::ranges::max_element(shape.parts, {}, roughArea);
    if (largest == shape.parts.end() || largest->outer.isEmpty())
        return {};
    if (const auto middle = middleOf(*largest); middle && holds(shape, *middle))
        return middle;
    const Geometry part = geometryOf(*largest);
    if (const auto point = pointWithin(part.get()); point && holds(shape, *point))
        return point;
    // A corner whose own side of the border the rule gives to the shape.
    for (const GeoPoint &corner : largest->outer) {
        if (holds(shape, corner))
            return corner;
    }
    return {};
}

} // namespace geo
