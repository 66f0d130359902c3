// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shape.h"

#include "domain/rule_words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace domain
{

namespace
{

constexpr double parts = 1e7; // of a degree
constexpr double mostLon = 180;
constexpr double mostLat = 90;
constexpr int places = 7;

bool isRing(const Ring &ring)
{
    return ring.size() >= 3;
}

} // namespace

std::optional<GeoPoint> GeoPoint::fromDegrees(double lon, double lat)
{
    // Written so that what is no number is no place either.
    if (!(std::abs(lon) <= mostLon && std::abs(lat) <= mostLat))
        return {};
    return GeoPoint{qint32(std::lround(lon * parts)), qint32(std::lround(lat * parts))};
}

double GeoPoint::lon() const
{
    return lon_e7 / parts;
}

double GeoPoint::lat() const
{
    return lat_e7 / parts;
}

void GeoBox::add(const GeoPoint &point)
{
    add(GeoBox{point, point});
}

void GeoBox::add(const GeoBox &other)
{
    if (other.isEmpty())
        return;
    if (isEmpty()) {
        *this = other;
        return;
    }
    least = {
        std::min(least.lon_e7, other.least.lon_e7), std::min(least.lat_e7, other.least.lat_e7)};
    most = {std::max(most.lon_e7, other.most.lon_e7), std::max(most.lat_e7, other.most.lat_e7)};
}

bool GeoBox::holds(const GeoPoint &point) const
{
    return point.lon_e7 >= least.lon_e7 && point.lon_e7 <= most.lon_e7
        && point.lat_e7 >= least.lat_e7 && point.lat_e7 <= most.lat_e7;
}

bool GeoBox::meets(const GeoBox &other) const
{
    return !isEmpty() && !other.isEmpty() && least.lon_e7 <= other.most.lon_e7
        && other.least.lon_e7 <= most.lon_e7 && least.lat_e7 <= other.most.lat_e7
        && other.least.lat_e7 <= most.lat_e7;
}

qsizetype Shape::corners() const
{
    qsizetype count = 0;
    for (const Polygon &part : parts) {
        count += part.outer.size();
        for (const Ring &hole : part.holes)
            count += hole.size();
    }
    return count;
}

GeoBox Shape::box() const
{
    GeoBox box;
    for (const Polygon &part : parts) {
        for (const GeoPoint &corner : part.outer)
            box.add(corner);
    }
    return box;
}

bool isWellFormed(const Shape &shape)
{
    qsizetype rings = shape.parts.size();
    for (const Polygon &part : shape.parts) {
        rings += part.holes.size();
        if (!isRing(part.outer) || !std::ranges::all_of(part.holes, isRing))
            return false;
    }
    return rings <= mostRings && shape.corners() <= mostCorners;
}

QString placeText(const GeoPoint &point)
{
    return QStringLiteral("%1, %2")
        .arg(point.lon(), 0, 'f', places)
        .arg(point.lat(), 0, 'f', places);
}

QString areaText(double area_m2)
{
    constexpr double km2 = 1'000'000;
    constexpr double hardlyAnything_m2 = 10;
    const QLocale locale;
    return area_m2 >= km2 ? Words::tr("%1 km²").arg(locale.toString(area_m2 / km2, 'f', 3))
                          : Words::tr("%1 m²").arg(
                              locale.toString(area_m2, 'f', area_m2 < hardlyAnything_m2 ? 1 : 0));
}

} // namespace domain
