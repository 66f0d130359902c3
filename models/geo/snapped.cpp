// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/box_tree.h"
#include "geo/edge.h"
#include "geo/edits.h"
#include "geo/fault.h"
#include "geo/scale.h"
#include "geo/sheet.h"
#include "geo/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;
using domain::Polygon;
using domain::Refusal;
using domain::Ring;
using domain::Shape;

namespace
{

/// The neighbours' corners and borders, asked for what is near.
class Pull
{
public:
    Pull(const Shapes &neighbours, double tolerance_m)
        : m_tolerance_m(tolerance_m)
    {
        std::vector<GeoBox> corners, edges;
        for (const Shape &shape : neighbours) {
            for (const Polygon &part : shape.parts) {
                forEachEdge(part, [&](const Edge &edge) {
                    m_edges.push_back(edge);
                    edges.push_back(edge.box());
                });
                addCorners(part.outer, corners);
                for (const Ring &hole : part.holes)
                    addCorners(hole, corners);
            }
        }
        m_cornerTree = BoxTree(corners);
        m_edgeTree = BoxTree(edges);
    }

    /// Onto the nearest corner, else onto the nearest border, else where it is.
    GeoPoint drawn(const GeoPoint &point) const
    {
        const Scale scale = Scale::at(point.lat());
        const GeoBox reach = scale.grown({point, point}, m_tolerance_m);
        if (const auto corner = nearestCorner(point, scale, reach))
            return *corner;
        return nearestFoot(point, scale, reach).value_or(point);
    }

    /// The corners beside the straight way between two places, in its order, but for those that are its ends.
    QVector<GeoPoint> cornersBeside(const GeoPoint &from, const GeoPoint &to) const
    {
        const GeoBox box = Edge::between(from, to).box();
        const Scale scale = Scale::at(box);
        QVector<GeoPoint> beside;
        m_cornerTree.visitMeeting(scale.grown(box, m_tolerance_m), [&](int at) {
            const GeoPoint &corner = m_corners[std::size_t(at)];
            const double foot = footOn(from, to, corner, scale);
            if (foot > 0 && foot < 1 && corner != from && corner != to
                && scale.distance_m(corner, from, to) <= m_tolerance_m)
                beside.append(corner);
        });
        std::ranges::sort(beside, {}, [&](const GeoPoint &corner) {
            return std::pair(footOn(from, to, corner, scale), corner);
        });
        beside.erase(std::unique(beside.begin(), beside.end()), beside.end());
        return beside;
    }

private:
    void addCorners(const Ring &ring, std::vector<GeoBox> &boxes)
    {
        for (const GeoPoint &corner : ring) {
            m_corners.push_back(corner);
            boxes.push_back({corner, corner});
        }
    }

    std::optional<GeoPoint> nearestCorner(
        const GeoPoint &point, const Scale &scale, const GeoBox &reach) const
    {
        std::optional<GeoPoint> nearest;
        double least = m_tolerance_m;
        m_cornerTree.visitMeeting(reach, [&](int at) {
            const GeoPoint &corner = m_corners[std::size_t(at)];
            const double away = scale.distance_m(point, corner);
            if (away < least || (away == least && (!nearest || corner < *nearest))) {
                least = away;
                nearest = corner;
            }
        });
        return nearest;
    }

    std::optional<GeoPoint> nearestFoot(
        const GeoPoint &point, const Scale &scale, const GeoBox &reach) const
    {
        std::optional<GeoPoint> nearest;
        double least = m_tolerance_m;
        m_edgeTree.visitMeeting(reach, [&](int at) {
            const auto &[south, north] = m_edges[std::size_t(at)];
            const double away = scale.distance_m(point, south, north);
            if (away > least || (away == least && nearest))
                return;
            least = away;
            const double foot = footOn(south, north, point, scale);
            const auto between = [foot](qint32 a, qint32 b) {
                return qint32(std::lround(a + foot * (double(b) - a)));
            };
            nearest =
                GeoPoint{between(south.lon_e7, north.lon_e7), between(south.lat_e7, north.lat_e7)};
        });
        return nearest;
    }

    double m_tolerance_m;
    std::vector<GeoPoint> m_corners;
    std::vector<Edge> m_edges;
    BoxTree m_cornerTree;
    BoxTree m_edgeTree;
};

Ring drawn(const Ring &ring, const Pull &pull)
{
    Ring corners;
    for (const GeoPoint &corner : ring) {
        if (const GeoPoint moved = pull.drawn(corner); corners.isEmpty() || corners.back() != moved)
            corners.append(moved);
    }
    while (corners.size() > 1 && corners.front() == corners.back())
        corners.removeLast();
    Ring along;
    for (qsizetype i = 0; i < corners.size(); ++i) {
        along.append(corners[i]);
        // A corner that the ring has already isn't gone to twice.
        for (const GeoPoint &beside :
            pull.cornersBeside(corners[i], corners[i + 1 < corners.size() ? i + 1 : 0])) {
            if (!corners.contains(beside))
                along.append(beside);
        }
    }
    return along;
}

} // namespace

Outcome snapped(const Shape &shape, const Shapes &neighbours, double tolerance_m)
{
    if (const auto refusal = refusalOfFaulty({shape}))
        return *refusal;
    const double tolerance =
        tolerance_m > 0 ? std::min(tolerance_m, mostSnap_m) : 0; // what is no number is none
    Sheet sheet({shape}, neighbours);
    const Pull pull(sheet.neighbours(), tolerance);
    Shape pulled;
    for (const Polygon &part : shape.parts) {
        Polygon moved{drawn(part.outer, pull), {}};
        for (const Ring &hole : part.holes)
            moved.holes.append(drawn(hole, pull));
        pulled.parts.append(moved);
    }
    if (const auto fault = findFault(pulled))
        return Refusal{.what = fault->words(),
            .advice =
                Words::tr("Snap within a smaller distance, or move the corner there by hand.")};
    return sheet.finish({pulled});
}

} // namespace geo
