// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/outlines.h"

#include "map/map_camera.h"
#include "map/outline_maker.h"

#include <algorithm>

namespace ui::map
{

namespace
{

// Square pixels that a corner's triangle must have to be drawn: below it nobody sees the difference.
constexpr double seenArea = 0.3;

} // namespace

Outlines::Outlines(std::span<const domain::Shape *const> shapes)
{
    OutlineMaker(*this).make(shapes);
}

std::span<const int> Outlines::sidesOf(int ring) const
{
    const Ring &of = m_rings[size_t(ring)];
    return std::span(m_sides).subspan(size_t(of.firstSide), size_t(of.sides));
}

void Outlines::appendSide(QPolygonF &line, int side, const MapCamera &camera) const
{
    const Border &border = m_borders[size_t(side >= 0 ? side : ~side)];
    const auto least = float(seenArea / (camera.scale() * camera.scale()));
    const std::span corners =
        std::span(m_corners).subspan(size_t(border.first), size_t(border.count));
    const auto append = [&](const Corner &corner) {
        if (corner.matters >= least)
            line.append(camera.toPixel(corner.at));
    };
    if (side >= 0)
        std::for_each(corners.begin(), corners.end(), append);
    else
        std::for_each(corners.rbegin(), corners.rend(), append);
}

void Outlines::ringsInto(QList<QPolygonF> &rings, int area, const MapCamera &camera) const
{
    const Area &of = m_areas[size_t(area)];
    rings.resize(of.rings);
    for (int ring = 0; ring < of.rings; ++ring) {
        rings[ring].clear();
        for (const int side : sidesOf(of.firstRing + ring)) {
            if (!rings.at(ring).isEmpty())
                rings[ring].removeLast(); // a side begins where the one before ended
            appendSide(rings[ring], side, camera);
        }
    }
}

QList<QPolygonF> Outlines::worldRings(int area) const
{
    QList<QPolygonF> rings;
    const Area &of = m_areas[size_t(area)];
    for (int ring = of.firstRing; ring < of.firstRing + of.rings; ++ring) {
        QPolygonF line;
        for (const int side : sidesOf(ring)) {
            const Border &border = m_borders[size_t(side >= 0 ? side : ~side)];
            const std::span corners =
                std::span(m_corners).subspan(size_t(border.first), size_t(border.count));
            if (side >= 0)
                for (size_t i = 0; i + 1 < corners.size(); ++i)
                    line.append(corners[i].at);
            else
                for (size_t i = corners.size() - 1; i > 0; --i)
                    line.append(corners[i].at);
        }
        rings.append(line);
    }
    return rings;
}

bool Outlines::holds(int area, QPointF world) const
{
    if (!box(area).contains(world))
        return false;
    bool inside = false;
    const Area &of = m_areas[size_t(area)];
    for (int ring = of.firstRing; ring < of.firstRing + of.rings; ++ring) {
        for (const int side : sidesOf(ring)) {
            const Border &border = m_borders[size_t(side >= 0 ? side : ~side)];
            for (int i = border.first; i + 1 < border.first + border.count; ++i) {
                const QPointF a = m_corners[size_t(i)].at;
                const QPointF b = m_corners[size_t(i) + 1].at;
                if ((a.y() > world.y()) != (b.y() > world.y())
                    && world.x() < (b.x() - a.x()) * (world.y() - a.y()) / (b.y() - a.y()) + a.x())
                    inside = !inside;
            }
        }
    }
    return inside;
}

} // namespace ui::map
