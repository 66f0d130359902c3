// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/pieces.h"

#include "geo/edge.h"
#include "geo/geos.h"
#include "geo/measures.h"
#include "geo/scale.h"

#include <algorithm>
#include <cmath>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Shape;

namespace
{

constexpr double hand_m = 1; // as near as a person means to end on a border
constexpr double crumb_m2 = 1;

double distanceToBorder_m(const Shape &shape, const GeoPoint &point)
{
    const Scale scale = Scale::at(point.lat());
    double least = std::numeric_limits<double>::max();
    for (const Polygon &part : shape.parts) {
        forEachEdge(part, [&](const Edge &edge) {
            least = std::min(least, scale.distance_m(point, edge.south, edge.north));
        });
    }
    return least;
}

// Some steps further in the direction in which the line arrives.
GeoPoint beyond(const GeoPoint &before, const GeoPoint &end)
{
    const Scale scale = Scale::at(end.lat());
    const double far = 2 * hand_m / std::max(scale.distance_m(before, end), 1e-3);
    const auto further = [far](qint32 a, qint32 b) {
        return qint32(std::lround(b + far * (double(b) - a)));
    };
    return {further(before.lon_e7, end.lon_e7), further(before.lat_e7, end.lat_e7)};
}

// The line goes through the border where it ends at it.
Line through(const Shape &shape, const Line &line)
{
    Line longer;
    for (const GeoPoint &corner : line) {
        if (longer.isEmpty() || longer.back() != corner)
            longer.append(corner);
    }
    if (longer.size() < 2)
        return {};
    if (distanceToBorder_m(shape, longer.front()) < hand_m)
        longer.prepend(beyond(longer[1], longer[0]));
    if (distanceToBorder_m(shape, longer.back()) < hand_m)
        longer.append(beyond(longer[longer.size() - 2], longer.back()));
    return longer;
}

bool isWithin(const GEOSGeometry *face, const GEOSGeometry *part)
{
    // Not rounded to the raster, where a thin face has no room for it.
    const Geometry point(GEOSPointOnSurface_r(geos(), face));
    return point && GEOSIntersects_r(geos(), part, point.get()) == 1;
}

// Less than a square metre is no piece but the hand's trembling: it goes to the piece that it hangs on, the largest.
void sweepUp(Shapes &pieces)
{
    std::ranges::stable_sort(
        pieces, std::greater(), [](const Shape &shape) { return area_m2(shape); });
    while (pieces.size() > 1 && area_m2(pieces.back()) < crumb_m2) {
        const Shape crumb = pieces.takeLast();
        const auto hangsOn = [&crumb](const Shape &piece) {
            return shapeOf(joined(Shapes{piece, crumb}).get()).parts.size() == piece.parts.size();
        };
        const auto found = std::ranges::find_if(pieces, hangsOn);
        Shape &piece = found == pieces.end() ? pieces.front() : *found;
        piece = shapeOf(joined(Shapes{piece, crumb}).get());
    }
}

Shapes cutPart(const Polygon &part, const Line &line)
{
    const Geometry geometry = geometryOf(part);
    std::vector<Geometry> lines;
    lines.push_back(boundaryOf(geometry.get()));
    lines.push_back(lineOf(line));
    Shapes pieces;
    for (const Geometry &face : facesOf(std::move(lines))) {
        if (isWithin(face.get(), geometry.get()))
            pieces.append(shapeOf(face.get()));
    }
    sweepUp(pieces);
    return pieces;
}

} // namespace

Pieces piecesOf(const Shape &shape, const Line &line)
{
    const Line longer = through(shape, line);
    Pieces pieces;
    for (const Polygon &part : shape.parts) {
        const Shapes cut = longer.isEmpty() ? Shapes() : cutPart(part, longer);
        if (cut.size() > 1)
            pieces.cut += cut;
        else
            pieces.left.append(Shape{{part}});
    }
    std::ranges::stable_sort(
        pieces.cut, std::greater(), [](const Shape &piece) { return area_m2(piece); });
    return pieces;
}

} // namespace geo
