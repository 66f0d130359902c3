// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <algorithm>

namespace geo
{

/// One straight piece of a border, and the two questions that everything exact here comes down to. Both are answered in whole
/// numbers wide enough for any two corners, so that no desk rounds a door to the other side of the street.

/// Products of two differences of coordinates pass 64 bits.
__extension__ using Wide = __int128;

struct Edge {
    domain::GeoPoint south; ///< the end with the lesser latitude
    domain::GeoPoint north;

    static Edge between(const domain::GeoPoint &one, const domain::GeoPoint &other)
    {
        return other.lat_e7 < one.lat_e7 ? Edge{other, one} : Edge{one, other};
    }

    qint32 west() const { return std::min(south.lon_e7, north.lon_e7); }
    qint32 east() const { return std::max(south.lon_e7, north.lon_e7); }

    domain::GeoBox box() const { return {{west(), south.lat_e7}, {east(), north.lat_e7}}; }
};

/// Which side of the line from `from` to `to` the point is on: more than 0 left, less than 0 right, 0 on the line.
inline Wide sideOf(
    const domain::GeoPoint &from, const domain::GeoPoint &to, const domain::GeoPoint &point)
{
    return Wide(qint64(to.lon_e7) - from.lon_e7) * (qint64(point.lat_e7) - from.lat_e7)
        - Wide(qint64(to.lat_e7) - from.lat_e7) * (qint64(point.lon_e7) - from.lon_e7);
}

/// Whether somebody who walks from the point due east meets this edge. The south end belongs to the edge and the north end
/// doesn't, and who starts on the edge has passed it: as if every point lay a trace further east and still less further
/// north. So of two areas with a common border exactly one has a point that lies on it: the eastern, and along a border that
/// runs due east the northern.
inline bool liesEastOf(const Edge &edge, const domain::GeoPoint &point)
{
    return edge.south.lat_e7 <= point.lat_e7 && point.lat_e7 < edge.north.lat_e7
        && sideOf(edge.south, edge.north, point) > 0;
}

/// Calls `visit(Edge)` for each side of the ring, the last corner joined to the first.
template <typename Visit> void forEachEdge(const domain::Ring &ring, Visit visit)
{
    for (qsizetype i = 0; i < ring.size(); ++i)
        visit(Edge::between(ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]));
}

/// The same for the outer ring and the holes.
template <typename Visit> void forEachEdge(const domain::Polygon &part, Visit visit)
{
    forEachEdge(part.outer, visit);
    for (const domain::Ring &hole : part.holes)
        forEachEdge(hole, visit);
}

} // namespace geo
