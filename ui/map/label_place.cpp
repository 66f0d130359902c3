// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/label_place.h"

#include <algorithm>
#include <cmath>

namespace ui::map
{

namespace
{

constexpr int tries = 9; // lines across the area
constexpr double wide = 2.5; // a label is about so many times as wide as high
constexpr double slack = 0.85; // of the room across and down, since corners may cut it

QRectF boxOf(const QList<QPolygonF> &rings)
{
    QRectF box;
    for (const QPolygonF &ring : rings)
        box = box.united(ring.boundingRect());
    return box;
}

/// Where a line at this height (or, upright, at this distance) crosses the rings, in order.
std::vector<double> crossings(const QList<QPolygonF> &rings, double at, bool upright)
{
    std::vector<double> found;
    const auto along = [upright](QPointF point) { return upright ? point.y() : point.x(); };
    const auto across = [upright](QPointF point) { return upright ? point.x() : point.y(); };
    for (const QPolygonF &ring : rings) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring.at(i);
            const QPointF b = ring.at(i + 1 == ring.size() ? 0 : i + 1);
            if ((across(a) > at) != (across(b) > at))
                found.push_back(
                    along(a) + (along(b) - along(a)) * (at - across(a)) / (across(b) - across(a)));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// How far it is from the place to the nearer end of the stretch around it; 0 outside.
double reach(const std::vector<double> &ends, double at)
{
    for (size_t i = 0; i + 1 < ends.size(); i += 2) {
        if (ends[i] <= at && at <= ends[i + 1])
            return std::min(at - ends[i], ends[i + 1] - at);
    }
    return 0;
}

/// The middle of the widest stretch. Only this one is looked at, so that a comb of thousands of teeth costs no more.
double widestMiddle(const std::vector<double> &ends)
{
    size_t widest = 0;
    for (size_t i = 2; i + 1 < ends.size(); i += 2) {
        if (ends[i + 1] - ends[i] > ends[widest + 1] - ends[widest])
            widest = i;
    }
    return ends.size() < 2 ? 0 : (ends[widest] + ends[widest + 1]) / 2;
}

QRectF roomAround(const QList<QPolygonF> &rings, QPointF at)
{
    const double x = reach(crossings(rings, at.y(), false), at.x()) * slack;
    const double y = reach(crossings(rings, at.x(), true), at.y()) * slack;
    return {at.x() - x, at.y() - y, 2 * x, 2 * y};
}

double goodness(const QRectF &room)
{
    return std::min(room.width() / wide, room.height());
}

} // namespace

QRectF roomForLabel(const QList<QPolygonF> &rings, const std::optional<QPointF> &wanted)
{
    if (wanted) {
        const QRectF room = roomAround(rings, *wanted);
        if (!room.isEmpty())
            return room;
    }
    QRectF best;
    const QRectF box = boxOf(rings);
    for (int i = 1; i <= tries; ++i) {
        const double y = box.top() + box.height() * i / (tries + 1);
        const QRectF room = roomAround(rings, {widestMiddle(crossings(rings, y, false)), y});
        if (goodness(room) > goodness(best))
            best = room;
    }
    return best;
}

} // namespace ui::map
