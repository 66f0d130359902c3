// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/area_sketch.h"

#include "map/map_colors.h"
#include "map/mercator.h"

#include "look/measures.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr QSize usualSize(176, 112);
constexpr QSize leastSize(64, 112);
constexpr int widest = 240;

QPainterPath pathOf(const domain::Shape &shape)
{
    QPainterPath path; // odd-even: holes stay open
    const auto add = [&](const domain::Ring &ring) {
        QPolygonF corners;
        for (const domain::GeoPoint &corner : ring)
            corners << toWorld(corner);
        path.addPolygon(corners);
        path.closeSubpath();
    };
    for (const domain::Polygon &part : shape.parts) {
        add(part.outer);
        for (const domain::Ring &hole : part.holes)
            add(hole);
    }
    return path;
}

} // namespace

AreaSketch::AreaSketch(const domain::Shape &area, const domain::Shape &other, QWidget *parent)
    : QWidget(parent)
    , m_area(area)
    , m_other(other)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(widest);
    setAccessibleName(tr("The area in small; the other version as a dashed line"));
}

QSize AreaSketch::sizeHint() const
{
    return usualSize;
}

QSize AreaSketch::minimumSizeHint() const
{
    return leastSize;
}

void AreaSketch::paintEvent(QPaintEvent *)
{
    domain::GeoBox box = m_area.box();
    box.add(m_other.box());
    const MapColors colors = mapColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors.ground);
    if (box.isEmpty())
        return;
    const QRectF world = toWorld(box);
    const QRectF inside = QRectF(rect()).adjusted(look::gap, look::gap, -look::gap, -look::gap);
    const double scale = std::min(inside.width() / std::max(world.width(), 1.0),
        inside.height() / std::max(world.height(), 1.0));
    QTransform placed;
    placed.translate(inside.center().x(), inside.center().y());
    placed.scale(scale, scale);
    placed.translate(-world.center().x(), -world.center().y());
    painter.setPen(QPen(colors.accent, 2 * look::hairline));
    painter.setBrush(colors.classes[1]);
    painter.drawPath(placed.map(pathOf(m_area)));
    painter.setPen(QPen(palette().color(QPalette::Text), look::hairline, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(placed.map(pathOf(m_other)));
}

} // namespace ui::map
