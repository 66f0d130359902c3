// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/edge_bands.h"

namespace geo
{

namespace
{

// Measured on councils with 600 corners each: fewer edges a band than this gain nothing.
constexpr std::size_t edgesPerBand = 4;
constexpr std::size_t mostEntriesPerEdge = 6;

std::vector<Edge> edgesOf(const domain::Polygon &part)
{
    std::vector<Edge> edges;
    forEachEdge(part, [&edges](const Edge &edge) { edges.push_back(edge); });
    return edges;
}

} // namespace

EdgeBands::EdgeBands(const domain::Polygon &part)
{
    const std::vector<Edge> edges = edgesOf(part);
    for (const Edge &edge : edges)
        m_box.add(edge.box());
    if (edges.empty())
        return;
    chooseHeight(edges);
    fill(edges);
}

std::size_t EdgeBands::bandOf(qint64 lat) const
{
    return std::size_t((lat - m_box.least.lat_e7) / m_height);
}

std::size_t EdgeBands::entriesFor(const std::vector<Edge> &edges) const
{
    std::size_t entries = 0;
    for (const Edge &edge : edges)
        entries += bandOf(edge.north.lat_e7) - bandOf(edge.south.lat_e7) + 1;
    return entries;
}

void EdgeBands::chooseHeight(const std::vector<Edge> &edges)
{
    const qint64 tall = qint64(m_box.most.lat_e7) - m_box.least.lat_e7 + 1;
    std::size_t bands = std::max<std::size_t>(1, edges.size() / edgesPerBand);
    do {
        m_height = tall / qint64(bands) + 1;
        bands /= 2;
    } while (bands > 0 && entriesFor(edges) > mostEntriesPerEdge * edges.size());
}

void EdgeBands::fill(const std::vector<Edge> &edges)
{
    m_starts.assign(bandOf(m_box.most.lat_e7) + 2, 0);
    const auto forEachBand = [&](const Edge &edge, auto visit) {
        for (std::size_t band = bandOf(edge.south.lat_e7); band <= bandOf(edge.north.lat_e7);
             ++band)
            visit(band);
    };
    for (const Edge &edge : edges)
        forEachBand(edge, [&](std::size_t band) { ++m_starts[band + 1]; });
    for (std::size_t band = 1; band < m_starts.size(); ++band)
        m_starts[band] += m_starts[band - 1];

    m_edges.resize(m_starts.back());
    std::vector<quint32> next(m_starts.begin(), m_starts.end() - 1);
    for (const Edge &edge : edges)
        forEachBand(edge, [&](std::size_t band) { m_edges[next[band]++] = edge; });
}

bool EdgeBands::holds(const domain::GeoPoint &point) const
{
    if (!m_box.holds(point))
        return false;
    bool inside = false;
    const std::size_t band = bandOf(point.lat_e7);
    for (quint32 at = m_starts[band]; at < m_starts[band + 1]; ++at)
        inside ^= liesEastOf(m_edges[at], point);
    return inside;
}

bool EdgeBands::holdsEastOfMiddle(const Edge &edge) const
{
    // Twice the middle, beside twice each edge.
    const qint64 lon2 = qint64(edge.south.lon_e7) + edge.north.lon_e7;
    const qint64 lat2 = qint64(edge.south.lat_e7) + edge.north.lat_e7;
    const qint64 lat = lat2 >> 1; // the middle lies there or half a unit further north
    if (lat < m_box.least.lat_e7 || lat > m_box.most.lat_e7 || m_edges.empty())
        return false;
    bool inside = false;
    const std::size_t band = bandOf(lat);
    for (quint32 at = m_starts[band]; at < m_starts[band + 1]; ++at) {
        const auto &[south, north] = m_edges[at];
        inside ^= 2 * qint64(south.lat_e7) <= lat2 && lat2 < 2 * qint64(north.lat_e7)
            && Wide(qint64(north.lon_e7) - south.lon_e7) * (lat2 - 2 * qint64(south.lat_e7))
                > Wide(qint64(north.lat_e7) - south.lat_e7) * (lon2 - 2 * qint64(south.lon_e7));
    }
    return inside;
}

} // namespace geo
