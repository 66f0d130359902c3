// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/scale.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;

namespace
{

constexpr double equator_m = 6'378'137;
constexpr double eccentricity2 = 0.006'694'379'990'141'316;
constexpr double e7 = 1e-7;
constexpr qint64 mostLon_e7 = 1'800'000'000;
constexpr qint64 mostLat_e7 = 900'000'000;

qint32 within(double value, qint64 most)
{
    return qint32(std::clamp(value, -double(most), double(most)));
}

} // namespace

Scale Scale::at(double lat)
{
    const double sine = std::sin(qDegreesToRadians(lat));
    const double w2 = 1 - eccentricity2 * sine * sine;
    const double across = equator_m / std::sqrt(w2);
    const double along = across * (1 - eccentricity2) / w2;
    const double unit = qDegreesToRadians(e7);
    return {std::max(0.0, across * std::cos(qDegreesToRadians(lat)) * unit), along * unit};
}

Scale Scale::at(const GeoBox &box)
{
    return at((double(box.least.lat_e7) + box.most.lat_e7) / 2 * e7);
}

double Scale::squeeze() const
{
    constexpr double least = 1e-3;
    return std::clamp(lon_m / lat_m, least, 1.0);
}

double Scale::distance_m(const GeoPoint &from, const GeoPoint &to) const
{
    return std::hypot(
        (double(to.lon_e7) - from.lon_e7) * lon_m, (double(to.lat_e7) - from.lat_e7) * lat_m);
}

double Scale::distance_m(const GeoPoint &point, const GeoPoint &from, const GeoPoint &to) const
{
    const double foot = footOn(from, to, point, *this);
    const double lon = from.lon_e7 + foot * (double(to.lon_e7) - from.lon_e7);
    const double lat = from.lat_e7 + foot * (double(to.lat_e7) - from.lat_e7);
    return std::hypot((point.lon_e7 - lon) * lon_m, (point.lat_e7 - lat) * lat_m);
}

GeoBox Scale::grown(const GeoBox &box, double metres) const
{
    // At a pole every longitude is near.
    const double lon = lon_m > 0 ? std::ceil(metres / lon_m) : double(2 * mostLon_e7);
    const double lat = std::ceil(metres / lat_m);
    return {
        {within(box.least.lon_e7 - lon, mostLon_e7), within(box.least.lat_e7 - lat, mostLat_e7)},
        {within(box.most.lon_e7 + lon, mostLon_e7), within(box.most.lat_e7 + lat, mostLat_e7)}};
}

double footOn(const GeoPoint &from, const GeoPoint &to, const GeoPoint &point, const Scale &scale)
{
    const double lon = (double(to.lon_e7) - from.lon_e7) * scale.lon_m;
    const double lat = (double(to.lat_e7) - from.lat_e7) * scale.lat_m;
    const double length2 = lon * lon + lat * lat;
    if (length2 <= 0)
        return 0;
    const double along = (double(point.lon_e7) - from.lon_e7) * scale.lon_m * lon
        + (double(point.lat_e7) - from.lat_e7) * scale.lat_m * lat;
    return std::clamp(along / length2, 0.0, 1.0);
}

} // namespace geo
