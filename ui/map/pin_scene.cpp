// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/pin_scene.h"

#include "map/mercator.h"

#include <algorithm>
#include <cmath>

namespace ui::map
{

namespace
{

constexpr int finest = 26; // squares of 0.6 m
constexpr double leastSquare = 64; // pixels
constexpr double rim = 0.24; // of the square's side, which the mark of several keeps free

quint64 spread(quint32 value)
{
    quint64 bits = value;
    bits = (bits | bits << 16) & 0x0000ffff0000ffff;
    bits = (bits | bits << 8) & 0x00ff00ff00ff00ff;
    bits = (bits | bits << 4) & 0x0f0f0f0f0f0f0f0f;
    bits = (bits | bits << 2) & 0x3333333333333333;
    return (bits | bits << 1) & 0x5555555555555555;
}

quint32 squareOf(double along, int level)
{
    const double squares = std::ldexp(1, level);
    return quint32(std::clamp((along + worldHalf) / worldSide * squares, 0.0, squares - 1));
}

quint64 codeOf(QPointF world)
{
    return spread(squareOf(world.x(), finest)) | spread(squareOf(world.y(), finest)) << 1;
}

/// Within its square at a distance from the edges.
double inward(double along, int level)
{
    const double side = worldSide / std::ldexp(1, level);
    const double edge = squareOf(along, level) * side - worldHalf;
    return std::clamp(along, edge + side * rim, edge + side * (1 - rim));
}

} // namespace

PinScene::PinScene(QVector<MapPin> pins)
    : m_pins(std::move(pins))
{
    std::array<std::vector<std::pair<quint64, int>>, pinLayers> sorted;
    domain::GeoBox all;
    for (int number = 0; number < int(m_pins.size()); ++number) {
        const MapPin &pin = m_pins.at(number);
        all.add(pin.at);
        sorted[size_t(layerOf(pin.kind))].emplace_back(codeOf(toWorld(pin.at)), number);
    }
    m_box = toWorld(all);
    for (size_t layer = 0; layer < sorted.size(); ++layer) {
        std::sort(sorted[layer].begin(), sorted[layer].end());
        for (const auto &[code, number] : sorted[layer]) {
            m_layers[layer].codes.push_back(code);
            m_layers[layer].order.push_back(number);
            m_layers[layer].worlds.push_back(toWorld(m_pins.at(number).at));
            m_layers[layer].kinds.push_back(m_pins.at(number).kind);
        }
    }
}

int PinScene::levelFor(double scale)
{
    return std::clamp(int(std::floor(std::log2(worldSide * scale / leastSquare))), 0, finest);
}

std::vector<Cluster> PinScene::clusters(PinLayer layer, int level) const
{
    std::vector<Cluster> made;
    const Layer &from = of(layer);
    const int shift = 2 * (finest - level);
    for (size_t first = 0, end = 0; first < from.codes.size(); first = end) {
        while (end < from.codes.size() && from.codes[end] >> shift == from.codes[first] >> shift)
            ++end;
        made.push_back(clusterOf(from, int(first), int(end - first), level));
    }
    return made;
}

Cluster PinScene::clusterOf(const Layer &layer, int first, int count, int level) const
{
    Cluster cluster{{}, first, count, 0, layer.kinds[size_t(first)]};
    for (int i = first; i < first + count; ++i) {
        cluster.at += layer.worlds[size_t(i)];
        cluster.late += layer.kinds[size_t(i)] == PinKind::Late;
    }
    cluster.at /= count;
    if (count > 1)
        cluster.at = {inward(cluster.at.x(), level), inward(cluster.at.y(), level)};
    return cluster;
}

std::vector<int> PinScene::members(PinLayer layer, const Cluster &cluster) const
{
    const auto begin = of(layer).order.begin() + cluster.first;
    return {begin, begin + cluster.count};
}

} // namespace ui::map
