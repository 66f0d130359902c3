// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <geos_c.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace geo
{

/// The door to GEOS, for this layer's sources alone. Everything goes in as whole ten-millionths of a degree, which a double holds
/// exactly, and is cut and joined on a raster of one (`raster`), so that it comes out as whole numbers and valid as it stands. GEOS says that
/// it failed by a null; every function here takes a null and hands it on.

/// A handle for each thread, so that whoever works in the background needs no lock.
GEOSContextHandle_t geos();

/// Until it goes, what this thread asks of GEOS fails once the time is over: borders that nobody drew can keep it busy for
/// minutes. Of several the earliest holds.
class Deadline
{
public:
    explicit Deadline(std::chrono::milliseconds fromNow);
    ~Deadline();
    Deadline(const Deadline &) = delete;
    Deadline &operator=(const Deadline &) = delete;

    /// Whether this thread's time is over.
    static bool isOver();

private:
    std::chrono::steady_clock::time_point m_before;
};
/// What a check, a repair or an edit of a few areas may take; a thousandth of it is usual.
constexpr std::chrono::milliseconds patience{10'000};

struct FreeGeometry {
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, FreeGeometry>;

/// One ten-millionth of a degree.
constexpr double raster = 1;

/// Null where a ring has less than three corners.
Geometry geometryOf(const domain::Polygon &part);
Geometry geometryOf(const domain::Shape &shape);
Geometry lineOf(const QVector<domain::GeoPoint> &line);
Geometry collected(std::vector<Geometry> geometries, int type = GEOS_GEOMETRYCOLLECTION);

/// The polygons of it, whole numbers; lines and points in between are left out. Corners that coincide are one.
domain::Shape shapeOf(const GEOSGeometry *geometry);
domain::GeoPoint pointOf(const GEOSGeometry *point);
/// Calls `visit` with each thing that isn't a collection itself.
void forEachSimple(
    const GEOSGeometry *geometry, const std::function<void(const GEOSGeometry *)> &visit);

/// One shape of all the polygons, on the raster.
Geometry joined(std::vector<Geometry> geometries);
Geometry joined(const QVector<domain::Shape> &shapes);
/// The ground that both have, and what of the first the second hasn't; on the raster.
Geometry common(const GEOSGeometry *one, const GEOSGeometry *other);
Geometry without(const GEOSGeometry *one, const GEOSGeometry *other);
/// The same of polygons that have whole edges in common and no ground, much faster.
Geometry joinedFaces(std::vector<Geometry> faces);
/// The areas that the lines enclose between them, each apart; lines that end nowhere enclose nothing.
std::vector<Geometry> facesOf(std::vector<Geometry> lines);
Geometry boundaryOf(const GEOSGeometry *geometry);
std::optional<domain::GeoPoint> pointWithin(const GEOSGeometry *geometry);
/// The polygons of it without their holes, as one.
Geometry withoutHoles(const GEOSGeometry *geometry);
/// With every longitude times so much: onto a plane whose unit is as long both ways, and back.
Geometry squeezed(const GEOSGeometry *geometry, double times);
/// On the raster and valid there; what is thinner is gone.
Geometry onRaster(const GEOSGeometry *geometry);
bool isValid(const GEOSGeometry *geometry);

} // namespace geo
