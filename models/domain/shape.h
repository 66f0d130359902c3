// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QVector>

#include <optional>

namespace domain
{

/// Places and areas on earth, as the record keeps them: WGS 84, in ten-millionths of a degree (1.1 cm at most). Whole numbers, so
/// that the border which two grids share is the same border on both sides, and every desk answers alike which side a door is on.

struct GeoPoint {
    qint32 lon_e7 = 0;
    qint32 lat_e7 = 0;

    /// Nothing where it is no place on earth. 0, 0 is one: who knows it for "unknown" leaves it out before.
    static std::optional<GeoPoint> fromDegrees(double lon, double lat);
    double lon() const;
    double lat() const;

    auto operator<=>(const GeoPoint &) const = default;
};

/// West, south, east and north; an empty one holds nothing. None goes over the date line.
struct GeoBox {
    GeoPoint least{1, 1};
    GeoPoint most{};

    bool isEmpty() const { return least.lon_e7 > most.lon_e7; }
    void add(const GeoPoint &point);
    void add(const GeoBox &other);
    bool holds(const GeoPoint &point) const;
    bool meets(const GeoBox &other) const;

    bool operator==(const GeoBox &) const = default;
};

/// The corners one after the other; the last is joined to the first, which isn't said again.
using Ring = QVector<GeoPoint>;

struct Polygon {
    Ring outer;
    QVector<Ring> holes;

    bool operator==(const Polygon &) const = default;
};

/// The area of a grid: one polygon or several apart, with holes. An empty one is no area at all.
struct Shape {
    QVector<Polygon> parts;

    bool isEmpty() const { return parts.isEmpty(); }
    qsizetype corners() const;
    GeoBox box() const;

    bool operator==(const Shape &) const = default;
};

/// The ground that a grid has on some day. A division is a list of these.
struct GridArea {
    Id grid;
    Shape shape;

    bool operator==(const GridArea &) const = default;
};

/// What one shape may have, far beyond any grid: what claims more is refused wherever it comes from.
constexpr qsizetype mostCorners = 100'000;
constexpr qsizetype mostRings = 2'000;

/// Whether its rings have three corners at least and its size is within bounds. Whether they cross is geo's to say.
bool isWellFormed(const Shape &shape);

/// "116.3912000, 39.9075000": as people read it, with seven places.
QString placeText(const GeoPoint &point);
/// "1,250 m²", "2.310 km²": as people say it, a tenth of a metre where it is hardly anything.
QString areaText(double area_m2);

} // namespace domain
