// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/area_scene.h"

#include "map/label_place.h"
#include "map/mercator.h"

#include <QCollator>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace ui::map
{

namespace
{

Outlines outlinesOf(const QVector<MapGrid> &grids)
{
    std::vector<const domain::Shape *> shapes;
    shapes.reserve(size_t(grids.size()));
    for (const MapGrid &grid : grids)
        shapes.push_back(&grid.shape);
    return Outlines(shapes);
}

std::vector<QRectF> boxesOf(const Outlines &outlines)
{
    std::vector<QRectF> boxes;
    for (int area = 0; area < outlines.areas(); ++area)
        boxes.push_back(outlines.box(area));
    return boxes;
}

/// 2 before 10, as people count; also where the system's language is none, which knows no numbers.
std::vector<int> byCode(const QVector<MapGrid> &grids)
{
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    for (const MapGrid &grid : grids)
        keys.push_back(collator.sortKey(grid.code));
    std::vector<int> order(size_t(grids.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&keys](int one, int other) { return keys[size_t(one)] < keys[size_t(other)]; });
    return order;
}

} // namespace

AreaScene::AreaScene(QVector<MapGrid> grids)
    : m_grids(std::move(grids))
    , m_outlines(outlinesOf(m_grids))
    , m_index(boxesOf(m_outlines))
    , m_order(byCode(m_grids))
    , m_placeInOrder(m_order.size())
{
    for (int place = 0; place < int(m_order.size()); ++place)
        m_placeInOrder[size_t(m_order[size_t(place)])] = place;
    m_rooms.reserve(size_t(m_grids.size()));
    for (int number = 0; number < count(); ++number) {
        const MapGrid &of = m_grids.at(number);
        m_numbers.insert(of.id, number);
        m_box = m_box.united(box(number));
        m_rooms.push_back(roomForLabel(m_outlines.worldRings(number),
            of.label ? std::optional(toWorld(*of.label)) : std::nullopt));
    }
}

int AreaScene::gridAt(QPointF world) const
{
    int found = -1;
    const auto size = [this](int number) { return box(number).width() * box(number).height(); };
    m_index.eachMeeting({world, QSizeF()}, [&](int number) {
        if (m_outlines.holds(number, world) && (found < 0 || size(number) < size(found)))
            found = number;
    });
    return found;
}

std::vector<int> AreaScene::gridsIn(const QRectF &world) const
{
    std::vector<int> found = meeting(world);
    QPainterPath window;
    window.addRect(world);
    std::erase_if(found, [&](int number) {
        if (world.contains(box(number)))
            return false;
        QPainterPath area;
        for (const QPolygonF &ring : m_outlines.worldRings(number))
            area.addPolygon(ring);
        return !area.intersects(window);
    });
    return found;
}

int AreaScene::stepFrom(int number, int direction) const
{
    int place = direction > 0 ? 0 : count() - 1;
    if (number >= 0)
        place = m_placeInOrder[size_t(number)] + direction;
    return place >= 0 && place < count() ? m_order[size_t(place)] : -1;
}

} // namespace ui::map
