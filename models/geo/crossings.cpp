// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crossings.h"

#include "geo/box_tree.h"
#include "geo/edge.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace geo
{

using domain::GeoPoint;

namespace
{

bool areOpposite(Wide one, Wide other)
{
    return (one > 0 && other < 0) || (one < 0 && other > 0);
}

bool cross(const Edge &one, const Edge &other)
{
    return areOpposite(
               sideOf(one.south, one.north, other.south), sideOf(one.south, one.north, other.north))
        && areOpposite(sideOf(other.south, other.north, one.south),
            sideOf(other.south, other.north, one.north));
}

/// Of two that cross.
GeoPoint crossingOf(const Edge &one, const Edge &other)
{
    const auto from = double(sideOf(other.south, other.north, one.south));
    const auto to = double(sideOf(other.south, other.north, one.north));
    const double part = from / (from - to);
    const auto between = [part](qint32 a, qint32 b) {
        return qint32(std::lround(a + part * (double(b) - a)));
    };
    return {
        between(one.south.lon_e7, one.north.lon_e7), between(one.south.lat_e7, one.north.lat_e7)};
}

/// A corner with the ways to it and from it.
struct Corner {
    GeoPoint before;
    GeoPoint at;
    GeoPoint after;
};

/// Whether the way to `point` leaves `corner.at` within the corner's left side, turning from the way on to the way back.
bool isLeftOf(const Corner &corner, const GeoPoint &point)
{
    const Wide turn = sideOf(corner.at, corner.after, corner.before);
    const bool isLeftOfAfter = sideOf(corner.at, corner.after, point) > 0;
    const bool isRightOfBefore = sideOf(corner.at, corner.before, point) < 0;
    return turn > 0 ? isLeftOfAfter && isRightOfBefore : isLeftOfAfter || isRightOfBefore;
}

bool isAlong(const GeoPoint &from, const GeoPoint &one, const GeoPoint &other)
{
    const auto isBefore = [](qint32 a, qint32 b, qint32 c) { return (a < b) == (a < c); };
    return sideOf(from, one, other) == 0 && isBefore(from.lon_e7, one.lon_e7, other.lon_e7)
        && isBefore(from.lat_e7, one.lat_e7, other.lat_e7);
}

/// Two ways through one place, of which one comes from the left of the other and goes to its right. Ways that run along each other
/// there aren't judged.
bool cross(const Corner &one, const Corner &other)
{
    for (const GeoPoint &mine : {one.before, one.after}) {
        if (isAlong(one.at, mine, other.before) || isAlong(one.at, mine, other.after))
            return false;
    }
    return isLeftOf(one, other.before) != isLeftOf(one, other.after);
}

/// Corners in a row at one place are one corner.
std::vector<Corner> cornersOf(const domain::Ring &given)
{
    domain::Ring ring;
    for (const GeoPoint &corner : given) {
        if (ring.isEmpty() || ring.back() != corner)
            ring.append(corner);
    }
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.removeLast();
    std::vector<Corner> corners;
    const qsizetype size = ring.size();
    for (qsizetype i = 0; i < size && size > 2; ++i)
        corners.push_back({ring[(i + size - 1) % size], ring[i], ring[(i + 1) % size]});
    return corners;
}

/// All the borders of a shape and what they do to each other.
class Borders
{
public:
    Borders(const domain::Shape &shape, qsizetype most)
        : m_most(most)
    {
        for (const domain::Polygon &part : shape.parts) {
            add(part.outer);
            for (const domain::Ring &hole : part.holes)
                add(hole);
        }
        std::vector<domain::GeoBox> boxes;
        for (const Edge &edge : m_edges)
            boxes.push_back(edge.box());
        m_tree = BoxTree(boxes);
    }

    QVector<GeoPoint> crossings()
    {
        for (int at = 0; at < int(m_edges.size()) && !isFull(); ++at)
            findAcross(at);
        for (std::size_t at = 0; at < m_corners.size() && !isFull(); ++at)
            findThrough(m_corners[at]);
        findAtCorners();
        return {m_places.begin(), m_places.end()};
    }

private:
    void add(const domain::Ring &ring)
    {
        for (const Corner &corner : cornersOf(ring)) {
            m_corners.push_back(corner);
            m_edges.push_back(Edge::between(corner.at, corner.after));
        }
    }
    bool isFull() const { return qsizetype(m_places.size()) >= m_most || m_looks > mostLooks; }
    void keep(const GeoPoint &place)
    {
        if (!isFull())
            m_places.insert(place);
    }

    /// Where an edge goes across others between their ends.
    void findAcross(int at)
    {
        const Edge &one = m_edges[std::size_t(at)];
        m_tree.visitMeeting(one.box(), [&](int number) {
            const Edge &other = m_edges[std::size_t(number)];
            ++m_looks;
            if (number > at && !isFull() && cross(one, other))
                keep(crossingOf(one, other));
        });
    }
    /// Where the border goes through an edge with a corner on it.
    void findThrough(const Corner &corner)
    {
        m_tree.visitAt(corner.at, [&](int number) {
            const Edge &edge = m_edges[std::size_t(number)];
            ++m_looks;
            if (edge.south != corner.at && edge.north != corner.at
                && sideOf(edge.south, edge.north, corner.at) == 0
                && areOpposite(sideOf(edge.south, edge.north, corner.before),
                    sideOf(edge.south, edge.north, corner.after)))
                keep(corner.at);
        });
    }
    /// Where it goes through itself with a corner on a corner.
    void findAtCorners()
    {
        std::ranges::sort(m_corners, {}, &Corner::at);
        for (auto one = m_corners.begin(); one != m_corners.end() && !isFull(); ++one) {
            for (auto other = one + 1; other != m_corners.end() && other->at == one->at; ++other) {
                ++m_looks;
                if (isFull())
                    return;
                if (cross(*one, *other)) {
                    keep(one->at);
                    break;
                }
            }
        }
    }

    static constexpr qint64 mostLooks = 50'000'000;

    qsizetype m_most;
    qint64 m_looks = 0;
    std::vector<Corner> m_corners;
    std::vector<Edge> m_edges;
    BoxTree m_tree;
    std::set<GeoPoint> m_places;
};

} // namespace

QVector<GeoPoint> crossings(const domain::Shape &shape, qsizetype most)
{
    return Borders(shape, most).crossings();
}

} // namespace geo
