// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/edge.h"

#include <vector>

namespace geo
{

/// The edges of one part of an area, sorted into bands of latitude, so that a question about a point looks at the few edges of
/// the point's own band and not at ten thousand corners of a coast. An edge stands in every band that it goes through; the
/// bands are as many as keep that within bounds, so that tall zigzags cost time and never memory.
class EdgeBands
{
public:
    explicit EdgeBands(const domain::Polygon &part);

    /// Of all rings: by the even-odd rule a hole outside the outer ring is ground as well.
    const domain::GeoBox &box() const { return m_box; }
    /// By the even-odd rule over all rings, half open as liesEastOf says.
    bool holds(const domain::GeoPoint &point) const;

    /// Whether it has the ground just east of the middle of an edge, which may be a border of its own. Exact, where the middle
    /// itself falls between whole numbers.
    bool holdsEastOfMiddle(const Edge &edge) const;

    /// Calls `visit(Edge)` for the edges between two latitudes and some beside; one that is tall several times.
    template <typename Visit> void visitBetween(qint64 south, qint64 north, Visit visit) const;

private:
    std::size_t bandOf(qint64 lat) const;
    void chooseHeight(const std::vector<Edge> &edges);
    std::size_t entriesFor(const std::vector<Edge> &edges) const;
    void fill(const std::vector<Edge> &edges);

    domain::GeoBox m_box;
    qint64 m_height = 1; // of a band, in ten-millionths of a degree
    std::vector<quint32> m_starts; // of each band in m_edges, and the end
    std::vector<Edge> m_edges;
};

template <typename Visit>
void EdgeBands::visitBetween(qint64 south, qint64 north, Visit visit) const
{
    if (m_edges.empty() || south > m_box.most.lat_e7 || north < m_box.least.lat_e7)
        return;
    const std::size_t first = bandOf(std::max<qint64>(south, m_box.least.lat_e7));
    const std::size_t last = bandOf(std::min<qint64>(north, m_box.most.lat_e7));
    for (quint32 at = m_starts[first]; at < m_starts[last + 1]; ++at)
        visit(m_edges[at]);
}

} // namespace geo
