// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/mark_painter.h"

#include "look/palette.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::map
{

using look::Tone;

namespace
{

constexpr double clusterHeight = 24;
constexpr double badgeHeight = 15;

Tone toneOf(PinKind kind)
{
    switch (kind) {
    case PinKind::Late:
        return Tone::Late;
    case PinKind::Done:
        return Tone::Done;
    case PinKind::Equipment:
        return Tone::Soon;
    case PinKind::Patrol:
        return Tone::Conflict;
    case PinKind::Person:
        return Tone::Text;
    case PinKind::Open:
        break;
    }
    return Tone::Accent;
}

Tone toneOf(PinLayer layer)
{
    switch (layer) {
    case PinLayer::Equipment:
        return Tone::Soon;
    case PinLayer::Patrols:
        return Tone::Conflict;
    case PinLayer::People:
        return Tone::Text;
    case PinLayer::Tickets:
        break;
    }
    return Tone::Accent;
}

/// A box with its corners cut: the shape of what is late, everywhere in the window.
QPolygonF octagon(const QRectF &box, double cut)
{
    return QPolygonF({{box.left() + cut, box.top()}, {box.right() - cut, box.top()},
        {box.right(), box.top() + cut}, {box.right(), box.bottom() - cut},
        {box.right() - cut, box.bottom()}, {box.left() + cut, box.bottom()},
        {box.left(), box.bottom() - cut}, {box.left(), box.top() + cut}});
}

QPainterPath shapeOf(PinKind kind, const QRectF &box)
{
    QPainterPath path;
    const QPointF centre = box.center();
    const double half = box.width() / 2;
    switch (kind) {
    case PinKind::Late:
        path.addPolygon(octagon(box, box.width() * 0.3));
        path.closeSubpath();
        break;
    case PinKind::Equipment:
        path.addRect(box.adjusted(1, 1, -1, -1));
        break;
    case PinKind::Patrol:
        path.addPolygon(QPolygonF({{centre.x(), centre.y() - half}, {centre.x() + half, centre.y()},
            {centre.x(), centre.y() + half}, {centre.x() - half, centre.y()}}));
        path.closeSubpath();
        break;
    case PinKind::Person:
        path.addEllipse(QPointF(centre.x(), box.top() + half * 0.55), half * 0.5, half * 0.5);
        path.moveTo(centre.x() - half * 0.85, box.bottom());
        path.cubicTo(centre.x() - half * 0.85, centre.y() - half * 0.1, centre.x() + half * 0.85,
            centre.y() - half * 0.1, centre.x() + half * 0.85, box.bottom());
        path.closeSubpath();
        break;
    case PinKind::Open:
    case PinKind::Done:
        path.addEllipse(box);
        break;
    }
    return path;
}

/// What stands in the shape: a dot, a bar with a point, a tick.
void paintSign(QPainter &painter, const QRectF &box, PinKind kind, const QColor &ink)
{
    const QPointF at = box.center();
    const double unit = box.width() / 12;
    painter.setPen(QPen(ink, 1.6 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (kind == PinKind::Late) {
        painter.drawLine(at + QPointF(0, -3 * unit), at + QPointF(0, 0.6 * unit));
        painter.drawPoint(at + QPointF(0, 3 * unit));
    } else if (kind == PinKind::Done) {
        painter.drawPolyline(QPolygonF({at + QPointF(-2.6, 0.2) * unit,
            at + QPointF(-0.7, 2.1) * unit, at + QPointF(2.8, -2) * unit}));
    } else if (kind == PinKind::Open) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(at, 2.1 * unit, 2.1 * unit);
    }
}

} // namespace

QString shortCount(int count)
{
    if (count < 1000)
        return QString::number(count);
    const int tenths = int(std::lround(count / 100.0));
    if (tenths < 100)
        return QStringLiteral("%1.%2k").arg(tenths / 10).arg(tenths % 10);
    return QStringLiteral("%1k").arg(int(std::lround(count / 1000.0)));
}

QFont smaller(QFont font)
{
    constexpr double share = 0.84;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * share));
    else
        font.setPointSizeF(font.pointSizeF() * share);
    return font;
}

QRectF discAt(QPointF centre, QSizeF size)
{
    QRectF disc(QPointF(), size);
    disc.moveCenter(centre);
    return disc;
}

void paintDisc(QPainter &painter, const QRectF &disc, PinLayer layer, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const double round = layer == PinLayer::Equipment ? 3 : clusterHeight / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(base, 2));
    painter.setBrush(base);
    painter.drawRoundedRect(disc.adjusted(-1, -1, 1, 1), round + 1, round + 1);
    painter.setPen(QPen(look::toneColor(toneOf(layer), palette), 1.6));
    painter.drawRoundedRect(disc.adjusted(1, 1, -1, -1), round - 1, round - 1);
}

QSizeF badgeSize(const QString &words, const QFont &font)
{
    return {std::max(badgeHeight, QFontMetricsF(smaller(font)).horizontalAdvance(words) + 7),
        badgeHeight};
}

QPointF badgeAt(const QRectF &disc)
{
    return disc.topRight() + QPointF(-1, 2);
}

void paintBadge(QPainter &painter, const QRectF &box, const QPalette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.5));
    painter.setBrush(look::toneColor(Tone::Late, palette));
    painter.drawPolygon(octagon(box, 4));
}

QSizeF clusterSize(int count, const QFont &font)
{
    const double words = QFontMetricsF(font).horizontalAdvance(shortCount(count));
    return {std::max(clusterHeight, words + 14), clusterHeight};
}

void paintSingle(QPainter &painter, const QRectF &area, PinKind kind, const QPalette &palette)
{
    const double side = std::min(area.width(), area.height()) * 0.7;
    QRectF box(0, 0, side, side);
    box.moveCenter(area.center());
    const QColor tone = look::toneColor(toneOf(kind), palette);
    const QColor base = palette.color(QPalette::Base);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath shape = shapeOf(kind, box);
    painter.setPen(QPen(base, side * 0.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape);
    const bool isRing = kind == PinKind::Open;
    painter.setPen(isRing ? QPen(tone, side * 0.17) : QPen(Qt::NoPen));
    painter.setBrush(isRing ? base : tone);
    painter.drawPath(shape);
    paintSign(painter, box, kind, isRing ? tone : base);
    painter.restore();
}

void paintCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late,
    const QPalette &palette, const QFont &font)
{
    const QRectF disc = discAt(centre, clusterSize(count, font));
    painter.save();
    paintDisc(painter, disc, layer, palette);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(disc, Qt::AlignCenter, shortCount(count));
    if (late > 0) {
        const QString words = shortCount(late);
        const QRectF box = discAt(badgeAt(disc), badgeSize(words, font));
        paintBadge(painter, box, palette);
        painter.setFont(smaller(font));
        painter.drawText(box, Qt::AlignCenter, words);
    }
    painter.restore();
}

} // namespace ui::map
