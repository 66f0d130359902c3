// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/rules.h"

#include "paper/measure.h"

#include <QPainter>

namespace ui::paper
{
namespace
{
void stroke(QPainter &painter, QLineF line, const QPen &pen)
{
    painter.setPen(pen);
    painter.drawLine(line);
}

QPen penOf(const QColor &ink, qreal thickness_pt)
{
    return QPen(ink, pt(thickness_pt), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}
} // namespace

void paintRule(QPainter &painter, QPointF from, qreal length, const QColor &ink, qreal thickness_pt)
{
    stroke(painter, {from, from + QPointF(length, 0)}, penOf(ink, thickness_pt));
}

void paintUpright(
    QPainter &painter, QPointF from, qreal length, const QColor &ink, qreal thickness_pt)
{
    stroke(painter, {from, from + QPointF(0, length)}, penOf(ink, thickness_pt));
}

void paintDashes(QPainter &painter, QPointF from, QPointF to, const QColor &ink)
{
    QPen pen = penOf(ink, 0.6);
    pen.setDashPattern({6, 5});
    stroke(painter, {from, to}, pen);
}

void paintFrame(QPainter &painter, const QRectF &frame, const QColor &ink, qreal thickness_pt)
{
    painter.setPen(penOf(ink, thickness_pt));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
}

} // namespace ui::paper
