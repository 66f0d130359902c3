// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/box_index.h"
#include "map/map_content.h"
#include "map/outlines.h"

#include <memory>

namespace ui::map
{

/// The grids made ready to be drawn and asked: outlines, index, order of codes, room for labels. Made once on another thread and never
/// changed, so that the window, the painting thread and a print read it at the same time. Grids are numbers from 0 here.
class AreaScene
{
public:
    explicit AreaScene(QVector<MapGrid> grids);

    int count() const { return int(m_grids.size()); }
    const MapGrid &grid(int number) const { return m_grids.at(number); }
    int numberOf(const domain::Id &id) const { return m_numbers.value(id, -1); }
    const Outlines &outlines() const { return m_outlines; }
    const QRectF &room(int number) const { return m_rooms[size_t(number)]; }
    QRectF box() const { return m_box; } ///< of all grids
    QRectF box(int number) const { return m_outlines.box(number); }

    std::vector<int> meeting(const QRectF &world) const { return m_index.meeting(world); }
    /// The grid at a place; where several overlap, the smallest one. -1: none.
    int gridAt(QPointF world) const;
    /// Those whose areas, and not just their boxes, have a place in common with the box.
    std::vector<int> gridsIn(const QRectF &world) const;

    /// The grid after this one (or before, with -1) in the order of codes; of -1 the first (last). -1 beyond the end.
    int stepFrom(int number, int direction) const;

private:
    QVector<MapGrid> m_grids;
    QHash<domain::Id, int> m_numbers;
    Outlines m_outlines;
    BoxIndex m_index;
    std::vector<QRectF> m_rooms;
    std::vector<int> m_order; ///< grids by code
    std::vector<int> m_placeInOrder;
    QRectF m_box;
};

using SharedAreas = std::shared_ptr<const AreaScene>;

} // namespace ui::map
