// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "domain/shape.h"

#include <memory>
#include <variant>

namespace geo
{

/// A place in some system, east before north whatever the system's own order is: longitude and latitude in degrees, or easting and
/// northing in its unit.
struct Coordinate {
    double x = 0;
    double y = 0;
};

/// The way from a map's coordinate system to the record's, and back. Systems are those of `geo/systems.h`, any EPSG code, WKT and PROJ
/// strings; nothing is ever looked up in the network. A place outside of the area that the system is made for is refused by
/// name: it is nearly always the wrong zone that was chosen. One Transform serves one thread at a time; each thread makes
/// its own.
class Transform
{
public:
    static std::variant<Transform, domain::Refusal> from(const QString &nameOrCode);

    Transform(Transform &&) noexcept;
    Transform &operator=(Transform &&) noexcept;
    ~Transform();

    /// "EPSG:4548", "GCJ-02"; empty where the system has no code.
    QString code() const;
    /// "CGCS2000 / 3-degree Gauss-Kruger CM 117E"
    QString name() const;
    /// Whether coordinates are degrees.
    bool isDegrees() const;
    /// Whether nothing is known of how its datum lies to WGS 84: then everything may be off by a hundred metres.
    bool isRough() const;

    std::variant<domain::GeoPoint, domain::Refusal> toWgs84(const Coordinate &place) const;
    /// Nothing where the system has no such place.
    std::optional<Coordinate> fromWgs84(const domain::GeoPoint &point) const;

private:
    class Way;
    class Offset;
    class Projection;
    explicit Transform(std::unique_ptr<Way> way);

    std::unique_ptr<Way> m_way;
};

} // namespace geo
