// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/flaw_search.h"

#include "geo/measures.h"
#include "geo/repair.h"

namespace geo
{

namespace
{

// About the width of what is long and narrow.
double width_m(const domain::Shape &shape, double area)
{
    const double around = perimeter_m(shape);
    return around > 0 ? 2 * area / around : 0;
}

} // namespace

Coverage::Coverage(const QVector<domain::GridArea> &areas)
    : m_areas(areas)
{
    std::vector<domain::GeoBox> boxes;
    for (domain::GridArea &area : m_areas) {
        Geometry geometry = geometryOf(area.shape);
        if (!isValid(geometry.get())) {
            area.shape = repaired(area.shape).shape;
            geometry = geometryOf(area.shape);
        }
        m_geometries.push_back(std::move(geometry));
        boxes.push_back(area.shape.box());
    }
    m_index = GridIndex(m_areas);
    m_tree = BoxTree(boxes);
}

void addFlaw(
    QVector<Flaw> &flaws, Flaw::Kind kind, const QVector<int> &areas, const domain::Shape &where)
{
    constexpr double raster_m = 0.02;
    for (const domain::Polygon &part : where.parts) {
        const domain::Shape piece{{part}};
        const double area = area_m2(piece);
        const double width = width_m(piece, area);
        if (width < raster_m)
            continue;
        const auto place = labelPoint(piece);
        flaws.append(
            {kind, width < sliver_m, areas, area, piece, place.value_or(part.outer.front())});
    }
}

} // namespace geo
