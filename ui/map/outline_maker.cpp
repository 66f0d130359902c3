// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/outline_maker.h"

#include "map/mercator.h"
#include "map/simplify.h"

#include <algorithm>

namespace ui::map
{

using domain::GeoPoint;
using domain::Ring;

namespace
{

quint64 keyOf(const GeoPoint &point)
{
    return quint64(quint32(point.lon_e7)) << 32 | quint32(point.lat_e7);
}

/// Without corners that repeat the one before, as files have them at a ring's end.
Ring withoutRepeats(const Ring &ring)
{
    Ring clean;
    clean.reserve(ring.size());
    for (const GeoPoint &point : ring) {
        if (clean.isEmpty() || clean.constLast() != point)
            clean.append(point);
    }
    while (clean.size() > 1 && clean.constFirst() == clean.constLast())
        clean.removeLast();
    return clean;
}

double apart(const GeoPoint &one, const GeoPoint &other)
{
    const double lon = double(one.lon_e7) - other.lon_e7;
    const double lat = double(one.lat_e7) - other.lat_e7;
    return lon * lon + lat * lat;
}

template <typename Visit> void eachRing(const domain::Shape &shape, Visit visit)
{
    for (const domain::Polygon &part : shape.parts) {
        visit(part.outer);
        for (const Ring &hole : part.holes)
            visit(hole);
    }
}

} // namespace

void OutlineMaker::make(std::span<const domain::Shape *const> shapes)
{
    qsizetype corners = 0;
    for (const domain::Shape *shape : shapes)
        corners += shape->corners();
    m_around.reserve(corners / 2);
    for (const domain::Shape *shape : shapes)
        eachRing(*shape, [this](const Ring &ring) { noteNeighbours(withoutRepeats(ring)); });
    for (const domain::Shape *shape : shapes)
        addArea(*shape);
}

void OutlineMaker::noteNeighbours(const Ring &ring)
{
    if (ring.size() < 3)
        return;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const quint64 before = keyOf(ring.at(i == 0 ? ring.size() - 1 : i - 1));
        const quint64 after = keyOf(ring.at(i + 1 == ring.size() ? 0 : i + 1));
        const Around around{std::min(before, after), std::max(before, after)};
        const auto known = m_around.find(keyOf(ring.at(i)));
        if (known == m_around.end())
            m_around.insert(keyOf(ring.at(i)), around);
        else if (known->least != around.least || known->most != around.most)
            known->isNode = true;
    }
}

void OutlineMaker::addArea(const domain::Shape &shape)
{
    Outlines::Area area;
    area.firstRing = int(m_into.m_rings.size());
    eachRing(shape, [this](const Ring &ring) { addRing(withoutRepeats(ring)); });
    area.rings = int(m_into.m_rings.size()) - area.firstRing;
    area.box = toWorld(shape.box());
    m_into.m_areas.push_back(area);
}

/// Lets the ring begin at a node; false where it has none.
bool OutlineMaker::turnToNode(Ring &ring) const
{
    const auto node = std::find_if(ring.begin(), ring.end(),
        [this](const GeoPoint &point) { return m_around.value(keyOf(point)).isNode; });
    const bool found = node != ring.end();
    // Of a ring that touches no other, its own corners say where to cut, so that a hole and what fills it agree.
    std::rotate(
        ring.begin(), found ? node : std::min_element(ring.begin(), ring.end()), ring.end());
    return found;
}

void OutlineMaker::addRing(Ring ring)
{
    if (ring.size() < 3)
        return;
    Outlines::Ring made;
    made.firstSide = int(m_into.m_sides.size());
    const bool hasNodes = turnToNode(ring);
    const auto farthest = std::max_element(
        ring.begin(), ring.end(), [&ring](const GeoPoint &one, const GeoPoint &other) {
            const double a = apart(one, ring.constFirst());
            const double b = apart(other, ring.constFirst());
            return a != b ? a < b : one < other;
        });
    const qsizetype second = farthest - ring.begin();
    qsizetype from = 0;
    for (qsizetype i = 1; i < ring.size(); ++i) {
        if (hasNodes ? m_around.value(keyOf(ring.at(i))).isNode : i == second) {
            addSide(ring, from, i);
            from = i;
        }
    }
    addSide(ring, from, ring.size());
    made.sides = int(m_into.m_sides.size()) - made.firstSide;
    m_into.m_rings.push_back(made);
}

void OutlineMaker::addSide(const Ring &ring, qsizetype from, qsizetype to)
{
    QVector<GeoPoint> piece = ring.sliced(from, to - from);
    piece.append(ring.at(to % ring.size()));
    const auto ends = std::pair(piece.constFirst(), piece.at(1));
    const auto endsBackwards = std::pair(piece.constLast(), piece.at(piece.size() - 2));
    const bool isBackwards = endsBackwards < ends;
    if (isBackwards)
        std::reverse(piece.begin(), piece.end());
    const int border = borderOf(piece);
    m_into.m_sides.push_back(isBackwards ? ~border : border);
}

int OutlineMaker::borderOf(const QVector<GeoPoint> &piece)
{
    const auto key = std::pair(keyOf(piece.at(0)), keyOf(piece.at(1)));
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    std::vector<QPointF> line;
    line.reserve(size_t(piece.size()));
    for (const GeoPoint &point : piece)
        line.push_back(toWorld(point));
    const std::vector<float> matters = cornerAreas(line);
    const int border = int(m_into.m_borders.size());
    m_into.m_borders.push_back({int(m_into.m_corners.size()), int(line.size())});
    for (size_t i = 0; i < line.size(); ++i)
        m_into.m_corners.push_back({line[i], matters[i]});
    m_known.insert(key, border);
    return border;
}

} // namespace ui::map
