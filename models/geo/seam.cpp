// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/seam.h"

#include "geo/edge.h"

#include <algorithm>
#include <set>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

// A corner put on an edge by rounding is no farther away than this, in ten-millionths of a degree.
constexpr double reach = 1;

double alongOf(const GeoPoint &from, const GeoPoint &to, const GeoPoint &point)
{
    const double lon = double(to.lon_e7) - from.lon_e7, lat = double(to.lat_e7) - from.lat_e7;
    return ((double(point.lon_e7) - from.lon_e7) * lon + (double(point.lat_e7) - from.lat_e7) * lat)
        / (lon * lon + lat * lat);
}

// The same whichever way the edge goes.
bool isOn(const GeoPoint &from, const GeoPoint &to, const GeoPoint &point)
{
    const auto &[one, other] = std::minmax(from, to);
    const double along = alongOf(one, other, point);
    const double beside = double(sideOf(one, other, point));
    const double lon = double(other.lon_e7) - one.lon_e7, lat = double(other.lat_e7) - one.lat_e7;
    return point != from && point != to && along > 0 && along < 1
        && beside * beside < reach * reach * (lon * lon + lat * lat);
}

template <typename Visit> void forEachRing(const Shape &shape, Visit visit)
{
    for (const Polygon &part : shape.parts) {
        visit(part.outer);
        for (const Ring &hole : part.holes)
            visit(hole);
    }
}

using Ends = std::pair<GeoPoint, GeoPoint>;

std::set<Ends> edgesOf(const QVector<Shape> &shapes)
{
    std::set<Ends> edges;
    for (const Shape &shape : shapes) {
        forEachRing(shape, [&edges](const Ring &ring) {
            forEachEdge(ring,
                [&edges](const Edge &edge) { edges.insert(std::minmax(edge.south, edge.north)); });
        });
    }
    return edges;
}

} // namespace

Seam::Seam(QVector<GeoPoint> corners)
    : m_corners(std::move(corners))
{
    std::vector<GeoBox> boxes;
    for (const GeoPoint &corner : std::as_const(m_corners)) {
        boxes.push_back(
            {{corner.lon_e7 - 1, corner.lat_e7 - 1}, {corner.lon_e7 + 1, corner.lat_e7 + 1}});
    }
    m_tree = BoxTree(boxes);
}

Shape Seam::sewn(const Shape &shape) const
{
    Shape sewnShape = shape;
    for (Polygon &part : sewnShape.parts) {
        part.outer = sewn(part.outer);
        for (Ring &hole : part.holes)
            hole = sewn(hole);
    }
    return sewnShape;
}

Ring Seam::sewn(const Ring &ring) const
{
    Ring more;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        more.append(ring[i]);
        more.append(cornersOn(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]));
    }
    return more;
}

QVector<GeoPoint> Seam::cornersOn(const GeoPoint &from, const GeoPoint &to) const
{
    QVector<GeoPoint> on;
    if (from == to)
        return on;
    m_tree.visitMeeting(Edge::between(from, to).box(), [&](int at) {
        if (isOn(from, to, m_corners[at]))
            on.append(m_corners[at]);
    });
    const auto &[one, other] = std::minmax(from, to);
    std::ranges::sort(on, {}, [&one = one, &other = other](const GeoPoint &corner) {
        return std::pair(alongOf(one, other, corner), corner);
    });
    if (to < from)
        std::ranges::reverse(on);
    return on;
}

QVector<GeoPoint> newCorners(const QVector<Shape> &originals, const QVector<Shape> &results)
{
    const std::set<Ends> known = edgesOf(originals);
    std::set<GeoPoint> corners;
    for (const Ends &edge : edgesOf(results)) {
        if (!known.contains(edge))
            corners.insert({edge.first, edge.second});
    }
    return {corners.begin(), corners.end()};
}

} // namespace geo
