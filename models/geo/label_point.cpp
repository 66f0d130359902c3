// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geos.h"
#include "geo/grid_index.h"
#include "geo/measures.h"
#include "geo/scale.h"

#include <cmath>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

// A circle of metres is no circle of degrees: the part is laid on a plane whose unit is some metres the same both ways.
class Plane
{
public:
    explicit Plane(const Shape &shape)
        : m_origin(shape.box().least)
        , m_squeeze(squeezeAt(shape))
    {
    }
    Ring to(const Ring &ring) const
    {
        Ring squeezed;
        for (const GeoPoint &corner : ring)
            squeezed.append({m_origin.lon_e7
                    + qint32(std::lround((double(corner.lon_e7) - m_origin.lon_e7) * m_squeeze)),
                corner.lat_e7});
        return squeezed;
    }
    Polygon to(const Polygon &part) const
    {
        Polygon squeezed{to(part.outer), {}};
        for (const Ring &hole : part.holes)
            squeezed.holes.append(to(hole));
        return squeezed;
    }
    GeoPoint from(const GeoPoint &point) const
    {
        return {m_origin.lon_e7
                + qint32(std::lround((double(point.lon_e7) - m_origin.lon_e7) / m_squeeze)),
            point.lat_e7};
    }

private:
    static double squeezeAt(const Shape &shape)
    {
        const Scale scale = Scale::at(shape.box());
        return std::clamp(scale.lon_m / scale.lat_m, 1e-3, 1.0);
    }

    GeoPoint m_origin;
    double m_squeeze;
};

double roughArea(const Polygon &part)
{
    double area = 0;
    if (const Geometry geometry = geometryOf(part))
        GEOSArea_r(geos(), geometry.get(), &area);
    return area;
}

// The middle of the largest circle in it, to a hundredth of its size: nobody sees a label stand better than that.
std::optional<GeoPoint> middleOf(const Polygon &part)
{
    constexpr double finer = 100;
    const domain::GeoBox box = Shape{{part}}.box();
    const double size = std::max(
        double(box.most.lon_e7) - box.least.lon_e7, double(box.most.lat_e7) - box.least.lat_e7);
    const Geometry geometry = geometryOf(part);
    // Of what crosses itself it would know no inside, and search for long.
    if (size < 1 || !isValid(geometry.get()))
        return {};
    const Geometry radius(GEOSMaximumInscribedCircle_r(geos(), geometry.get(), size / finer));
    const Geometry middle(radius ? GEOSGeomGetStartPoint_r(geos(), radius.get()) : nullptr);
    return middle ? std::optional(pointOf(middle.get())) : std::nullopt;
}

std::optional<GeoPoint> pointWithin(const Polygon &part)
{
    const Geometry geometry = geometryOf(part);
    const Geometry point(geometry ? GEOSPointOnSurface_r(geos(), geometry.get()) : nullptr);
    return point ? std::optional(pointOf(point.get())) : std::nullopt;
}

} // namespace

std::optional<GeoPoint> labelPoint(const Shape &shape)
{
    const auto largest = std::ranges::max_element(shape.parts, {}, roughArea);
    if (largest == shape.parts.end() || largest->outer.isEmpty())
        return {};
    const Plane plane(Shape{{*largest}});
    if (const auto middle = middleOf(plane.to(*largest))) {
        if (const GeoPoint point = plane.from(*middle); holds(shape, point))
            return point;
    }
    if (const auto point = pointWithin(*largest); point && holds(shape, *point))
        return point;
    // A corner whose own side of the border the rule gives to the shape.
    for (const GeoPoint &corner : largest->outer) {
        if (holds(shape, corner))
            return corner;
    }
    return {};
}

} // namespace geo
