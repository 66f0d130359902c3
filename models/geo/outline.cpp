// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/outline.h"

#include <algorithm>
#include <utility>

namespace geo
{

using domain::GeoPoint;
using domain::Ring;

namespace
{

/// An edge, and on which side of the way from its lesser corner to its greater its ground is.
struct Side {
    Edge edge;
    bool isGroundLeft = false;

    std::pair<GeoPoint, GeoPoint> place() const { return std::minmax(edge.south, edge.north); }
};

Wide doubleArea(const Ring &ring)
{
    Wide sum = 0;
    for (qsizetype i = 0; i < ring.size(); ++i)
        sum += sideOf(ring.front(), ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]);
    return sum;
}

void addSides(const Ring &ring, bool isHole, std::vector<Side> &sides)
{
    const bool isGroundLeft = (doubleArea(ring) > 0) != isHole; // of the way that the ring goes
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const GeoPoint &from = ring[i], &to = ring[i + 1 < ring.size() ? i + 1 : 0];
        if (from != to)
            sides.push_back({Edge::between(from, to), isGroundLeft == (from < to)});
    }
}

std::vector<Side> sidesOf(const Coverage &coverage)
{
    std::vector<Side> sides;
    for (int area = 0; area < coverage.size(); ++area) {
        for (const domain::Polygon &part : coverage.shape(area).parts) {
            addSides(part.outer, false, sides);
            for (const Ring &hole : part.holes)
                addSides(hole, true, sides);
        }
    }
    std::ranges::sort(sides, {}, &Side::place);
    return sides;
}

} // namespace

std::vector<Geometry> outlineOf(const Coverage &coverage)
{
    const std::vector<Side> sides = sidesOf(coverage);
    std::vector<Geometry> lines;
    for (auto from = sides.begin(); from != sides.end();) {
        const auto to = std::find_if(
            from, sides.end(), [from](const Side &side) { return side.place() != from->place(); });
        const bool isShared = to - from == 2 && from->isGroundLeft != (from + 1)->isGroundLeft;
        if (!isShared)
            lines.push_back(lineOf({from->edge.south, from->edge.north}));
        from = to;
    }
    return lines;
}

} // namespace geo
