// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/flaws.h"
#include "geo/geos.h"
#include "geo/grid_index.h"

namespace geo
{

/// All the areas of a division, made ready for the search for flaws, which overlaps.cpp and gaps.cpp share.
class Coverage
{
public:
    explicit Coverage(const QVector<domain::GridArea> &areas);

    int size() const { return int(m_areas.size()); }
    const domain::Shape &shape(int area) const { return m_areas[area].shape; }
    const GEOSGeometry *geometry(int area) const { return m_geometries[std::size_t(area)].get(); }
    const GridIndex &index() const { return m_index; }
    const BoxTree &tree() const { return m_tree; } ///< over the areas' boxes

private:
    QVector<domain::GridArea> m_areas; // such as have a fault repaired
    std::vector<Geometry> m_geometries;
    GridIndex m_index;
    BoxTree m_tree;
};

/// Each adds what it finds; false where `step` stopped it.
bool findOverlaps(const Coverage &coverage, QVector<Flaw> &flaws, const Step &step);
bool findGaps(const Coverage &coverage, QVector<Flaw> &flaws, const Step &step);

/// Each part of it is a flaw of its own, unless it is thinner than the raster.
void addFlaw(
    QVector<Flaw> &flaws, Flaw::Kind kind, const QVector<int> &areas, const domain::Shape &where);

} // namespace geo
