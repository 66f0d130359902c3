// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QColor;
class QPainter;
class QRectF;

// The straight lines on a paper. Thickness in points.
namespace ui::paper
{
constexpr qreal hairline_pt = 0.4;
constexpr qreal strong_pt = 0.9;

void paintRule(QPainter &painter, QPointF from, qreal length, const QColor &ink,
    qreal thickness_pt = hairline_pt);
void paintUpright(QPainter &painter, QPointF from, qreal length, const QColor &ink,
    qreal thickness_pt = hairline_pt);
void paintDashes(QPainter &painter, QPointF from, QPointF to, const QColor &ink);
void paintFrame(QPainter &painter, const QRectF &frame, const QColor &ink, qreal thickness_pt);
} // namespace ui::paper
