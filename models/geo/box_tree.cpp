// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/box_tree.h"

#include <algorithm>
#include <cmath>

namespace geo
{

using domain::GeoBox;

namespace
{

qint64 middleLon(const GeoBox &box)
{
    return qint64(box.least.lon_e7) + box.most.lon_e7;
}

qint64 middleLat(const GeoBox &box)
{
    return qint64(box.least.lat_e7) + box.most.lat_e7;
}

// Strips from west to east, each from south to north: what stands together lies together.
void sortByPlace(std::vector<int> &places, const std::vector<GeoBox> &boxes, std::size_t width)
{
    std::ranges::sort(places, {}, [&](int at) { return std::pair(middleLon(boxes[at]), at); });
    const std::size_t knots = (places.size() + width - 1) / width;
    const std::size_t strip = width * std::max<std::size_t>(1, std::lround(std::sqrt(knots)));
    for (std::size_t from = 0; from < places.size(); from += strip) {
        const auto begin = places.begin() + std::ptrdiff_t(from);
        const auto end = places.begin() + std::ptrdiff_t(std::min(from + strip, places.size()));
        std::sort(begin, end, [&](int one, int other) {
            return std::pair(middleLat(boxes[one]), one)
                < std::pair(middleLat(boxes[other]), other);
        });
    }
}

std::vector<GeoBox> knotsOver(const std::vector<GeoBox> &level, std::size_t width)
{
    std::vector<GeoBox> knots((level.size() + width - 1) / width);
    for (std::size_t at = 0; at < level.size(); ++at)
        knots[at / width].add(level[at]);
    return knots;
}

} // namespace

BoxTree::BoxTree(const std::vector<GeoBox> &boxes)
{
    for (std::size_t at = 0; at < boxes.size(); ++at) {
        if (!boxes[at].isEmpty())
            m_places.push_back(int(at));
    }
    if (m_places.empty())
        return;
    sortByPlace(m_places, boxes, width);
    Level level;
    for (int place : m_places)
        level.push_back(boxes[place]);
    m_levels.push_back(std::move(level));
    while (m_levels.back().size() > 1)
        m_levels.push_back(knotsOver(m_levels.back(), width));
}

} // namespace geo
