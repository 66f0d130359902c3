// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/geometry_walk.h"

#include <ogr_geometry.h>
#include <ogr_spatialref.h>

#include <cmath>

namespace exchange
{

namespace
{

constexpr int deepest = 32; // collections in collections
constexpr qsizetype mostPlaces =
    110'000; // one shape's corners with the closing ones, see domain/shape.h
constexpr qsizetype mostLists = 4'000;

class Walk
{
public:
    RawGeometry result;

    void visit(const OGRGeometry &geometry, int depth)
    {
        if (result.fault != RawGeometry::Sound)
            return;
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint:
            return visitPoint(*geometry.toPoint());
        case wkbLineString:
            return visitLine(*geometry.toLineString());
        case wkbPolygon:
        case wkbTriangle:
            return visitPolygon(*geometry.toPolygon());
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            return visitMembers(*geometry.toGeometryCollection(), depth);
        default: // surfaces in space, of which a map has none
            add(RawGeometry::Mixed);
        }
    }

private:
    void add(RawGeometry::Kind kind)
    {
        const bool isFirst = result.kind == RawGeometry::None || result.kind == kind;
        result.kind = isFirst ? kind : RawGeometry::Mixed;
    }

    void visitPoint(const OGRPoint &point)
    {
        if (point.IsEmpty() || !count(1))
            return;
        add(RawGeometry::Points);
        if (result.points.isEmpty())
            result.points.append(Places());
        result.points.last().append({point.getX(), point.getY()});
    }

    void visitLine(const OGRLineString &line)
    {
        Places places;
        if (line.IsEmpty() || !take(line, places))
            return;
        add(RawGeometry::Lines);
        result.lines.append(std::move(places));
    }

    void visitPolygon(const OGRPolygon &polygon)
    {
        QVector<Places> rings;
        for (const OGRLinearRing *ring : polygon) {
            Places places;
            if (!take(*ring, places))
                return;
            rings.append(std::move(places));
        }
        if (rings.isEmpty())
            return;
        add(RawGeometry::Areas);
        result.areas.append(std::move(rings));
    }

    void visitMembers(const OGRGeometryCollection &members, int depth)
    {
        if (depth >= deepest) {
            result.fault = RawGeometry::TooDeep;
            return;
        }
        for (const OGRGeometry *member : members)
            visit(*member, depth + 1);
    }

    bool take(const OGRSimpleCurve &curve, Places &places)
    {
        if (!count(curve.getNumPoints()))
            return false;
        places.reserve(curve.getNumPoints());
        for (int i = 0; i < curve.getNumPoints(); ++i)
            places.append({curve.getX(i), curve.getY(i)});
        return true;
    }

    bool count(qsizetype places)
    {
        m_places += places;
        if (m_places > mostPlaces || ++m_lists > mostLists + m_places)
            result.fault = RawGeometry::TooLarge;
        return result.fault == RawGeometry::Sound;
    }

    qsizetype m_places = 0;
    qsizetype m_lists = 0;
};

// Each place that isn't on the way's end is where it was in the file, and is what is told.
bool bring(Places &places, OGRCoordinateTransformation *way, RawGeometry &geometry)
{
    QVector<double> x, y;
    QVector<int> arrived(places.size(), TRUE);
    for (const QPointF &place : std::as_const(places)) {
        if (!std::isfinite(place.x()) || !std::isfinite(place.y())) {
            geometry.fault = RawGeometry::NotFinite;
            geometry.at = place;
            return false;
        }
        x.append(place.x());
        y.append(place.y());
    }
    if (way)
        way->Transform(int(places.size()), x.data(), y.data(), nullptr, arrived.data());
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (!arrived[i] || !std::isfinite(x[i]) || !std::isfinite(y[i])) {
            geometry.fault = RawGeometry::OffEarth;
            geometry.at = places[i];
            return false;
        }
        places[i] = {x[i], y[i]};
    }
    return true;
}

bool bringAll(RawGeometry &geometry, OGRCoordinateTransformation *way)
{
    for (auto *lists : {&geometry.points, &geometry.lines}) {
        for (Places &places : *lists) {
            if (!bring(places, way, geometry))
                return false;
        }
    }
    for (QVector<Places> &rings : geometry.areas) {
        for (Places &ring : rings) {
            if (!bring(ring, way, geometry))
                return false;
        }
    }
    return true;
}

RawGeometry onlyFault(const RawGeometry &geometry)
{
    RawGeometry left;
    left.kind = geometry.kind;
    left.fault = geometry.fault;
    left.at = geometry.at;
    return left;
}

} // namespace

RawGeometry takenApart(const OGRGeometry *geometry, OGRCoordinateTransformation *way)
{
    Walk walk;
    if (!geometry)
        return walk.result;
    if (geometry->hasCurveGeometry()) {
        const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
        if (straight)
            walk.visit(*straight, 0);
    } else {
        walk.visit(*geometry, 0);
    }
    if (walk.result.fault != RawGeometry::Sound || !bringAll(walk.result, way))
        return onlyFault(walk.result);
    return std::move(walk.result);
}

std::optional<QPointF> firstPlace(const OGRGeometry *geometry)
{
    if (!geometry || geometry->IsEmpty())
        return {};
    OGREnvelope box;
    geometry->getEnvelope(&box);
    return QPointF(box.MinX, box.MinY);
}

} // namespace exchange
