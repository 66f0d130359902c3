// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/route_painter.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::map
{

namespace
{

constexpr double width = 2;
constexpr double arrowEvery = 90; // pixels
constexpr double arrow = 6;

void paintArrow(QPainter &painter, const QLineF &stretch)
{
    const QPointF way = (stretch.p2() - stretch.p1()) / stretch.length();
    const QPointF side(-way.y(), way.x());
    const QPointF tip = stretch.center() + way * arrow;
    painter.drawPolyline(QPolygonF(
        {tip - way * arrow + side * arrow * 0.7, tip, tip - way * arrow - side * arrow * 0.7}));
}

} // namespace

void paintRoutes(QPainter &painter, const QVector<QPolygonF> &routes, const MapCamera &camera,
    const MapColors &colors)
{
    const QRectF seen = camera.visible();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &route : routes) {
        if (route.size() < 2 || !route.boundingRect().adjusted(-1, -1, 1, 1).intersects(seen))
            continue;
        QPolygonF line;
        for (const QPointF &point : route)
            line.append(camera.toPixel(point));
        painter.setPen(QPen(colors.halo, width + 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
        painter.setPen(QPen(colors.route, width, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPolyline(line);
        painter.setPen(QPen(colors.route, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        double since = arrowEvery / 2;
        for (qsizetype i = 1; i < line.size(); ++i) {
            const QLineF stretch(line.at(i - 1), line.at(i));
            since += stretch.length();
            if (since < arrowEvery || stretch.length() < 3 * arrow)
                continue;
            since = 0;
            paintArrow(painter, stretch);
        }
    }
    painter.restore();
}

} // namespace ui::map
