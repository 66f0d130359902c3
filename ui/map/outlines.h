// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QPolygonF>
#include <QRectF>

#include <span>
#include <vector>

namespace ui::map
{

class MapCamera;

/// The outlines of many areas as what they share: a border between two is kept once, from the corner where three meet to the next. So
/// both sides lose the same corners when the map is small, no gap opens between them, and a border is drawn once.
class Outlines
{
public:
    struct Border {
        int first = 0; ///< of `corners`
        int count = 0;
    };

    explicit Outlines(std::span<const domain::Shape *const> shapes);

    int areas() const { return int(m_areas.size()); }
    int borders() const { return int(m_borders.size()); }
    qsizetype corners() const { return qsizetype(m_corners.size()); }
    const QRectF &box(int area) const { return m_areas[size_t(area)].box; }

    /// The corners that can be seen at the camera's scale, in its pixels: of each ring of an area, outer ones and holes alike…
    void ringsInto(QList<QPolygonF> &rings, int area, const MapCamera &camera) const;
    /// …and of each border around it that isn't marked in `done` yet.
    template <typename Draw>
    void eachBorder(int area, std::vector<bool> &done, const MapCamera &camera, Draw draw) const
    {
        const Area &of = m_areas[size_t(area)];
        QPolygonF line;
        for (int ring = of.firstRing; ring < of.firstRing + of.rings; ++ring) {
            for (const int side : sidesOf(ring)) {
                const int border = side >= 0 ? side : ~side;
                if (done[size_t(border)])
                    continue;
                done[size_t(border)] = true;
                line.clear();
                appendSide(line, border, camera);
                draw(line);
            }
        }
    }

    /// Every corner, in the world.
    QList<QPolygonF> worldRings(int area) const;
    bool holds(int area, QPointF world) const;

private:
    struct Corner {
        QPointF at;
        float matters;
    };
    struct Ring {
        int firstSide = 0;
        int sides = 0;
    };
    struct Area {
        int firstRing = 0;
        int rings = 0;
        QRectF box;
    };
    friend class OutlineMaker;

    std::span<const int> sidesOf(int ring) const;
    void appendSide(QPolygonF &line, int side, const MapCamera &camera) const;

    std::vector<Corner> m_corners;
    std::vector<Border> m_borders;
    std::vector<int> m_sides; ///< a border, or ~border when the ring goes along it backwards
    std::vector<Ring> m_rings;
    std::vector<Area> m_areas;
};

} // namespace ui::map
