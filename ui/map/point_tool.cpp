// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/point_tool.h"

#include "map/map_view.h"

#include "look/palette.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui::map
{

namespace
{

constexpr double leastBand = 6; // pixels; a smaller one was a click that slipped

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

QString PointTool::words() const
{
    return tr("Click the place, or move the cross with the arrow keys (Shift: finely) and press "
              "Enter. Esc leaves.");
}

void PointTool::click(QPointF pixel)
{
    setCross(pixel);
    Q_EMIT picked(view().camera().placeAt(pixel));
}

bool PointTool::key(QKeyEvent *event)
{
    if (!isEnter(event))
        return CrossTool::key(event);
    Q_EMIT picked(view().camera().placeAt(cross()));
    return true;
}

BandTool::BandTool(MapView &view, QObject *parent)
    : CrossTool(view, parent)
{
}

QString BandTool::words() const
{
    return m_hasFrom ? tr("Move to the opposite corner and press Enter. Esc leaves.")
                     : tr("Drag a box, or move the cross to a corner and press Enter. Esc leaves.");
}

bool BandTool::press(QPointF pixel, Qt::KeyboardModifiers)
{
    setCross(pixel);
    m_from = view().camera().placeAt(pixel);
    m_hasFrom = true;
    return true;
}

void BandTool::release(QPointF pixel)
{
    setCross(pixel);
    if (m_hasFrom && (band().width() >= leastBand || band().height() >= leastBand))
        take();
    else
        Q_EMIT left();
}

bool BandTool::key(QKeyEvent *event)
{
    if (!isEnter(event) && event->key() != Qt::Key_Space)
        return CrossTool::key(event);
    if (m_hasFrom) {
        take();
    } else {
        m_from = view().camera().placeAt(cross());
        m_hasFrom = true;
        Q_EMIT changed();
    }
    return true;
}

QRectF BandTool::band() const
{
    return QRectF(view().camera().pixelOf(m_from), cross()).normalized();
}

void BandTool::take()
{
    domain::GeoBox box;
    box.add(m_from);
    box.add(view().camera().placeAt(cross()));
    Q_EMIT selected(box);
    Q_EMIT left();
}

void BandTool::paint(QPainter &painter)
{
    if (m_hasFrom) {
        const QColor accent = look::toneColor(look::Tone::Accent, view().palette());
        QColor faint = accent;
        faint.setAlphaF(0.12F);
        painter.setPen(QPen(accent, 1.5, Qt::DashLine));
        painter.setBrush(faint);
        painter.drawRect(band());
    }
    CrossTool::paint(painter);
}

} // namespace ui::map
