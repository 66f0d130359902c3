// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geos.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

constexpr double mostWhole = 2'000'000'000; // beyond earth, and within a corner's 32 bits

using Clock = std::chrono::steady_clock;
thread_local Clock::time_point deadline = Clock::time_point::max();

// GEOS asks now and then whether to go on. Its own flag for stopping is one for all threads; what is thrown here ends the work of this
// one, and GEOS's C functions turn it into a null.
void stopWhenLate()
{
    if (Deadline::isOver())
        throw std::runtime_error("late");
}

struct Thread {
    Thread() { GEOS_interruptRegisterCallback(stopWhenLate); }

    GEOSContextHandle_t handle = GEOS_init_r();
    ~Thread() { GEOS_finish_r(handle); }
};

GEOSCoordSequence *sequenceOf(const QVector<GeoPoint> &corners, bool closes)
{
    std::vector<double> numbers;
    numbers.reserve(std::size_t(corners.size() + 1) * 2);
    const auto add = [&numbers](const GeoPoint &corner) {
        numbers.push_back(corner.lon_e7);
        numbers.push_back(corner.lat_e7);
    };
    for (const GeoPoint &corner : corners)
        add(corner);
    if (closes && !corners.isEmpty())
        add(corners.front());
    return GEOSCoordSeq_copyFromBuffer_r(
        geos(), numbers.data(), unsigned(numbers.size() / 2), 0, 0);
}

GEOSGeometry *ringOf(const Ring &ring)
{
    if (ring.size() < 3)
        return nullptr;
    return GEOSGeom_createLinearRing_r(geos(), sequenceOf(ring, true));
}

qint32 whole(double value)
{
    return qint32(std::lround(std::clamp(value, -mostWhole, mostWhole)));
}

Ring cornersOf(const GEOSGeometry *ring)
{
    const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r(geos(), ring);
    unsigned size = 0;
    if (!sequence || !GEOSCoordSeq_getSize_r(geos(), sequence, &size))
        return {};
    std::vector<double> numbers(std::size_t(size) * 2);
    GEOSCoordSeq_copyToBuffer_r(geos(), sequence, numbers.data(), 0, 0);
    Ring corners;
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) {
        const GeoPoint corner{whole(numbers[at]), whole(numbers[at + 1])};
        if (corners.isEmpty() || corners.back() != corner)
            corners.append(corner);
    }
    while (corners.size() > 1 && corners.front() == corners.back())
        corners.removeLast();
    return corners;
}

Polygon polygonOf(const GEOSGeometry *geometry)
{
    Polygon polygon{cornersOf(GEOSGetExteriorRing_r(geos(), geometry)), {}};
    for (int at = 0; at < GEOSGetNumInteriorRings_r(geos(), geometry); ++at) {
        const Ring hole = cornersOf(GEOSGetInteriorRingN_r(geos(), geometry, at));
        if (hole.size() >= 3)
            polygon.holes.append(hole);
    }
    return polygon;
}

} // namespace

GEOSContextHandle_t geos()
{
    static thread_local Thread thread;
    return thread.handle;
}

Deadline::Deadline(std::chrono::milliseconds fromNow)
    : m_before(deadline)
{
    deadline = std::min(deadline, Clock::now() + fromNow);
}

bool Deadline::isOver()
{
    return deadline != Clock::time_point::max() && Clock::now() > deadline;
}

Deadline::~Deadline()
{
    deadline = m_before;
}

Geometry geometryOf(const Polygon &part)
{
    GEOSGeometry *outer = ringOf(part.outer);
    std::vector<GEOSGeometry *> holes;
    bool isWhole = outer;
    for (const Ring &hole : part.holes) {
        holes.push_back(ringOf(hole));
        isWhole = isWhole && holes.back();
    }
    if (isWhole)
        return Geometry(
            GEOSGeom_createPolygon_r(geos(), outer, holes.data(), unsigned(holes.size())));
    for (GEOSGeometry *ring : holes)
        Geometry{ring};
    Geometry{outer};
    return {};
}

Geometry geometryOf(const Shape &shape)
{
    std::vector<Geometry> parts;
    for (const Polygon &part : shape.parts)
        parts.push_back(geometryOf(part));
    return collected(std::move(parts), GEOS_MULTIPOLYGON);
}

Geometry lineOf(const QVector<GeoPoint> &line)
{
    return line.size() < 2 ? Geometry()
                           : Geometry(GEOSGeom_createLineString_r(geos(), sequenceOf(line, false)));
}

Geometry collected(std::vector<Geometry> geometries, int type)
{
    std::vector<GEOSGeometry *> owned;
    for (const Geometry &geometry : geometries) {
        if (!geometry)
            return {};
    }
    for (Geometry &geometry : geometries)
        owned.push_back(geometry.release());
    return Geometry(
        GEOSGeom_createCollection_r(geos(), type, owned.data(), unsigned(owned.size())));
}

Shape shapeOf(const GEOSGeometry *geometry)
{
    Shape shape;
    forEachSimple(geometry, [&shape](const GEOSGeometry *simple) {
        if (GEOSGeomTypeId_r(geos(), simple) != GEOS_POLYGON)
            return;
        if (Polygon polygon = polygonOf(simple); polygon.outer.size() >= 3)
            shape.parts.append(std::move(polygon));
    });
    return shape;
}

GeoPoint pointOf(const GEOSGeometry *point)
{
    double lon = 0, lat = 0;
    if (point) {
        GEOSGeomGetX_r(geos(), point, &lon);
        GEOSGeomGetY_r(geos(), point, &lat);
    }
    return {whole(lon), whole(lat)};
}

void forEachSimple(
    const GEOSGeometry *geometry, const std::function<void(const GEOSGeometry *)> &visit)
{
    if (!geometry || GEOSisEmpty_r(geos(), geometry))
        return;
    if (GEOSGeomTypeId_r(geos(), geometry) < GEOS_MULTIPOINT)
        return visit(geometry);
    for (int at = 0; at < GEOSGetNumGeometries_r(geos(), geometry); ++at)
        forEachSimple(GEOSGetGeometryN_r(geos(), geometry, at), visit);
}

Geometry joined(std::vector<Geometry> geometries)
{
    const Geometry all = collected(std::move(geometries));
    return Geometry(all ? GEOSUnaryUnionPrec_r(geos(), all.get(), raster) : nullptr);
}

Geometry joined(const QVector<Shape> &shapes)
{
    std::vector<Geometry> geometries;
    for (const Shape &shape : shapes)
        geometries.push_back(geometryOf(shape));
    return joined(std::move(geometries));
}

Geometry common(const GEOSGeometry *one, const GEOSGeometry *other)
{
    return Geometry(one && other ? GEOSIntersectionPrec_r(geos(), one, other, raster) : nullptr);
}

Geometry without(const GEOSGeometry *one, const GEOSGeometry *other)
{
    return Geometry(one && other ? GEOSDifferencePrec_r(geos(), one, other, raster) : nullptr);
}

Geometry joinedFaces(std::vector<Geometry> faces)
{
    const Geometry all = collected(std::move(faces), GEOS_MULTIPOLYGON);
    return Geometry(all ? GEOSCoverageUnion_r(geos(), all.get()) : nullptr);
}

std::vector<Geometry> facesOf(std::vector<Geometry> lines)
{
    // Put together first: GEOS takes its time for each line, however short.
    const Geometry pieces = collected(std::move(lines));
    std::vector<Geometry> merged;
    merged.emplace_back(pieces ? GEOSLineMerge_r(geos(), pieces.get()) : nullptr);
    const Geometry noded = joined(std::move(merged));
    const GEOSGeometry *given = noded.get();
    const Geometry faces(given ? GEOSPolygonize_r(geos(), &given, 1) : nullptr);
    std::vector<Geometry> all;
    forEachSimple(faces.get(),
        [&all](const GEOSGeometry *face) { all.emplace_back(GEOSGeom_clone_r(geos(), face)); });
    return all;
}

Geometry boundaryOf(const GEOSGeometry *geometry)
{
    return Geometry(geometry ? GEOSBoundary_r(geos(), geometry) : nullptr);
}

std::optional<GeoPoint> pointWithin(const GEOSGeometry *geometry)
{
    const Geometry point(geometry ? GEOSPointOnSurface_r(geos(), geometry) : nullptr);
    return point && !GEOSisEmpty_r(geos(), point.get()) ? std::optional(pointOf(point.get()))
                                                        : std::nullopt;
}

Geometry withoutHoles(const GEOSGeometry *geometry)
{
    Shape whole = shapeOf(geometry);
    std::vector<Geometry> parts;
    for (Polygon &part : whole.parts) {
        part.holes.clear();
        parts.push_back(geometryOf(part));
    }
    const Geometry all = collected(std::move(parts));
    return Geometry(all ? GEOSUnaryUnion_r(geos(), all.get()) : nullptr);
}

Geometry squeezed(const GEOSGeometry *geometry, double times)
{
    const auto squeeze = [](double *x, double *, void *factor) {
        *x *= *static_cast<double *>(factor);
        return 1;
    };
    return Geometry(geometry ? GEOSGeom_transformXY_r(geos(), geometry, squeeze, &times) : nullptr);
}

Geometry onRaster(const GEOSGeometry *geometry)
{
    return Geometry(geometry ? GEOSGeom_setPrecision_r(geos(), geometry, raster, 0) : nullptr);
}

bool isValid(const GEOSGeometry *geometry)
{
    return geometry && GEOSisValid_r(geos(), geometry) == 1;
}

} // namespace geo
