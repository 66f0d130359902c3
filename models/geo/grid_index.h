// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"
#include "geo/box_tree.h"
#include "geo/edge_bands.h"

#include <QVarLengthArray>

namespace geo
{

/// Which grid a place lies in. Built once for a division, then asked as often as there are tickets, from any thread: nothing
/// in it changes. The answer is exact, reckoned in whole numbers, the same on every desk; of two grids that share a border
/// one has the points on it (see liesEastOf). Any rings will do, also such as cross themselves: a part holds what lies
/// within an odd number of its rings, an area what one of its parts holds.
class GridIndex
{
public:
    /// Places in the list of areas, in its order. One as a rule, several where areas overlap, none outside; up to eight
    /// of them take no memory.
    using Found = QVarLengthArray<int, 8>;
    struct Near {
        int area = 0; ///< its place in the list
        double metres = 0; ///< 0 within it
    };
    /// Farther away is not near: the reckoning on a plane would be wrong by metres.
    static constexpr double mostNear_m = 10'000;

    GridIndex() = default;
    explicit GridIndex(const QVector<domain::GridArea> &areas);

    qsizetype size() const { return qsizetype(m_grids.size()); }
    const domain::Id &grid(int area) const { return m_grids[std::size_t(area)]; }

    Found find(const domain::GeoPoint &point) const;
    /// The areas within so many metres, the nearest first, for "none, but 40 m from grid 07". None beyond the date line.
    QVector<Near> near(const domain::GeoPoint &point, double metres) const;

private:
    std::vector<domain::Id> m_grids;
    std::vector<EdgeBands> m_parts;
    std::vector<int> m_areas; // of each part
    BoxTree m_tree; // over the parts
};

/// Whether the one shape holds the point, by the same rule, for those who ask once.
bool holds(const domain::Shape &shape, const domain::GeoPoint &point);

} // namespace geo
