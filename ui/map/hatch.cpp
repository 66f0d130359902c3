// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/hatch.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::map
{

namespace
{

struct Pattern {
    double spacing; // in multiples of the given one; 0: nothing
    bool isCrossed;
    double width; // of the lines, as a share of the given spacing
};

constexpr Pattern patterns[mostClasses] = {
    {0, false, 0}, {2, false, 0.12}, {1, false, 0.14}, {1, true, 0.14}, {0.55, true, 0.2}};
constexpr double dotSpacing = 1.6;
constexpr double dotSize = 0.22;

/// Lines that rise (or fall) at 45° through the box, at places that are multiples of the distance.
QVector<QLineF> slanted(const QRectF &box, double distance, bool rising)
{
    QVector<QLineF> lines;
    const double slope = rising ? 1 : -1;
    const double step = distance * std::sqrt(2.0);
    // The line meets the y axis at x·slope + y = c.
    const double edges[] = {box.left() * slope + box.top(), box.right() * slope + box.top(),
        box.left() * slope + box.bottom(), box.right() * slope + box.bottom()};
    const double least = *std::min_element(std::begin(edges), std::end(edges));
    const double most = *std::max_element(std::begin(edges), std::end(edges));
    for (double c = std::ceil(least / step) * step; c <= most; c += step)
        lines.append({box.left(), c - box.left() * slope, box.right(), c - box.right() * slope});
    return lines;
}

QVector<QPointF> dots(const QRectF &box, double distance)
{
    QVector<QPointF> points;
    for (double y = std::ceil(box.top() / distance) * distance; y <= box.bottom(); y += distance) {
        for (double x = std::ceil(box.left() / distance) * distance; x <= box.right();
             x += distance)
            points.append({x, y});
    }
    return points;
}

} // namespace

void paintHatch(
    QPainter &painter, const QPainterPath &area, int rank, const QColor &ink, double spacing)
{
    const QRectF box = area.boundingRect();
    painter.save();
    painter.setClipPath(area, Qt::IntersectClip);
    if (rank < 0 || rank >= mostClasses) {
        painter.setPen(QPen(ink, spacing * dotSize, Qt::SolidLine, Qt::RoundCap));
        const QVector<QPointF> points = dots(box, spacing * dotSpacing);
        painter.drawPoints(points.constData(), int(points.size()));
    } else if (const Pattern &pattern = patterns[rank]; pattern.spacing > 0) {
        painter.setPen(QPen(ink, spacing * pattern.width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLines(slanted(box, spacing * pattern.spacing, true));
        if (pattern.isCrossed)
            painter.drawLines(slanted(box, spacing * pattern.spacing, false));
    }
    painter.restore();
}

} // namespace ui::map
