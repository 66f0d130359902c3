// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/grid_index.h"

#include "geo/scale.h"

#include <algorithm>
#include <limits>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;

namespace
{

double distance_m(
    const EdgeBands &part, const GeoPoint &point, const Scale &scale, const GeoBox &reach)
{
    if (part.holds(point))
        return 0;
    double least = std::numeric_limits<double>::max();
    part.visitBetween(reach.least.lat_e7, reach.most.lat_e7, [&](const Edge &edge) {
        if (edge.box().meets(reach))
            least = std::min(least, scale.distance_m(point, edge.south, edge.north));
    });
    return least;
}

} // namespace

GridIndex::GridIndex(const QVector<domain::GridArea> &areas)
{
    std::vector<GeoBox> boxes;
    for (const domain::GridArea &area : areas) {
        for (const domain::Polygon &part : area.shape.parts) {
            m_parts.emplace_back(part);
            m_areas.push_back(int(m_grids.size()));
            boxes.push_back(m_parts.back().box());
        }
        m_grids.push_back(area.grid);
    }
    m_tree = BoxTree(boxes);
}

GridIndex::Found GridIndex::find(const GeoPoint &point) const
{
    Found found;
    m_tree.visitAt(point, [&](int part) {
        if (m_parts[std::size_t(part)].holds(point))
            found.append(m_areas[std::size_t(part)]);
    });
    if (found.size() > 1) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    return found;
}

QVector<GridIndex::Near> GridIndex::near(const GeoPoint &point, double metres) const
{
    if (!(metres >= 0))
        return {};
    const double most = std::min(metres, mostNear_m);
    const Scale scale = Scale::at(point.lat());
    const GeoBox reach = scale.grown({point, point}, most);
    QVector<Near> near;
    m_tree.visitMeeting(reach, [&](int part) {
        const double away = distance_m(m_parts[std::size_t(part)], point, scale, reach);
        if (away <= most)
            near.append({m_areas[std::size_t(part)], away});
    });
    // Of an area with several parts the nearest counts.
    std::ranges::sort(near, {}, [](const Near &one) { return std::pair(one.area, one.metres); });
    const auto isSameArea = [](const Near &one, const Near &next) { return one.area == next.area; };
    near.erase(std::unique(near.begin(), near.end(), isSameArea), near.end());
    std::ranges::stable_sort(near, {}, &Near::metres);
    return near;
}

bool holds(const domain::Shape &shape, const GeoPoint &point)
{
    return std::ranges::any_of(shape.parts, [&point](const domain::Polygon &part) {
        bool inside = false;
        forEachEdge(part, [&](const Edge &edge) { inside ^= liesEastOf(edge, point); });
        return inside;
    });
}

} // namespace geo
