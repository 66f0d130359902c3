// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/meeting.h"

#include <utility>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;

namespace
{

// Two coasts of ten thousand corners each are GEOS's to compare.
constexpr std::size_t mostPairs = 4'000'000;

GeoBox commonBox(const GeoBox &one, const GeoBox &other)
{
    return {{std::max(one.least.lon_e7, other.least.lon_e7),
                std::max(one.least.lat_e7, other.least.lat_e7)},
        {std::min(one.most.lon_e7, other.most.lon_e7),
            std::min(one.most.lat_e7, other.most.lat_e7)}};
}

std::vector<Edge> edgesWithin(const EdgeBands &part, const GeoBox &box)
{
    std::vector<Edge> edges;
    part.visitBetween(box.least.lat_e7, box.most.lat_e7, [&](const Edge &edge) {
        if (edge.box().meets(box))
            edges.push_back(edge);
    });
    return edges;
}

bool isSame(const Edge &one, const Edge &other)
{
    return (one.south == other.south && one.north == other.north)
        || (one.south == other.north && one.north == other.south);
}

bool isOn(const Edge &edge, const GeoPoint &point)
{
    return sideOf(edge.south, edge.north, point) == 0 && edge.box().holds(point);
}

bool isEnd(const Edge &edge, const GeoPoint &point)
{
    return edge.south == point || edge.north == point;
}

bool areOnOneSide(const Edge &edge, const Edge &of)
{
    const Wide south = sideOf(of.south, of.north, edge.south);
    const Wide north = sideOf(of.south, of.north, edge.north);
    return (south > 0 && north > 0) || (south < 0 && north < 0);
}

/// Whether they have no more than whole edges or ends in common.
bool isClean(const Edge &one, const Edge &other)
{
    if (!one.box().meets(other.box()) || isSame(one, other) || areOnOneSide(one, other)
        || areOnOneSide(other, one))
        return true;
    bool haveEnd = false;
    for (const auto &[edge, by] : {std::pair(one, other), std::pair(other, one)}) {
        for (const GeoPoint &end : {edge.south, edge.north}) {
            haveEnd |= isEnd(by, end);
            if (isOn(by, end) && !isEnd(by, end))
                return false;
        }
    }
    // They meet in a common end, or they cross.
    return haveEnd;
}

bool areClean(const std::vector<Edge> &ones, const std::vector<Edge> &others)
{
    return std::ranges::all_of(ones, [&others](const Edge &one) {
        return std::ranges::all_of(
            others, [&one](const Edge &other) { return isClean(one, other); });
    });
}

} // namespace

Meeting meetingOf(const EdgeBands &one, const EdgeBands &other)
{
    if (!one.box().meets(other.box()))
        return Meeting::Apart;
    const GeoBox box = commonBox(one.box(), other.box());
    const std::vector<Edge> ones = edgesWithin(one, box), others = edgesWithin(other, box);
    if (ones.size() * others.size() > mostPairs || !areClean(ones, others))
        return Meeting::Unsure;
    // Ground in common would have a western border, which now is a whole edge of one of them.
    for (const std::vector<Edge> &edges : {ones, others}) {
        for (const Edge &edge : edges) {
            if (edge.south.lat_e7 != edge.north.lat_e7 && one.holdsEastOfMiddle(edge)
                && other.holdsEastOfMiddle(edge))
                return Meeting::Over;
        }
    }
    return Meeting::Apart;
}

} // namespace geo
