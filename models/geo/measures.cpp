// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/measures.h"

#include <geodesic.h>

#include <cmath>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

const geod_geodesic &wgs84()
{
    static const geod_geodesic earth = [] {
        geod_geodesic made{};
        geod_init(&made, 6'378'137, 1 / 298.257223563);
        return made;
    }();
    return earth;
}

struct Measured {
    double area_m2 = 0;
    double length_m = 0;
};

Measured measured(const QVector<GeoPoint> &corners, bool isLine)
{
    geod_polygon polygon{};
    geod_polygon_init(&polygon, isLine);
    for (const GeoPoint &corner : corners)
        geod_polygon_addpoint(&wgs84(), &polygon, corner.lat(), corner.lon());
    Measured sum;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &sum.area_m2, &sum.length_m);
    return {std::abs(sum.area_m2), sum.length_m};
}

double area_m2(const Ring &ring)
{
    return measured(ring, false).area_m2;
}

} // namespace

double area_m2(const Shape &shape)
{
    double sum = 0;
    for (const Polygon &part : shape.parts) {
        sum += area_m2(part.outer);
        for (const Ring &hole : part.holes)
            sum -= area_m2(hole);
    }
    return sum;
}

double perimeter_m(const Shape &shape)
{
    double sum = 0;
    for (const Polygon &part : shape.parts) {
        sum += measured(part.outer, false).length_m;
        for (const Ring &hole : part.holes)
            sum += measured(hole, false).length_m;
    }
    return sum;
}

double length_m(const QVector<GeoPoint> &line)
{
    return measured(line, true).length_m;
}

double distance_m(const GeoPoint &from, const GeoPoint &to)
{
    return length_m({from, to});
}

} // namespace geo
