// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/cross_tool.h"

#include "map/map_view.h"

#include "look/palette.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr double coarse = 12;
constexpr double fine = 1;
constexpr double rim = 24; // pixels from the window's edge at which the map begins to move
constexpr double arm = 14;
constexpr double hollow = 4; // the place itself stays free to be seen

QPointF directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

MapTool::MapTool(MapView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
}

CrossTool::CrossTool(MapView &view, QObject *parent)
    : MapTool(view, parent)
    , m_cross(view.camera().window().center())
{
}

void CrossTool::setCross(QPointF pixel)
{
    m_cross = pixel;
    m_byKeys = false;
    crossMoved();
    Q_EMIT changed();
}

bool CrossTool::key(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    const QPointF direction = directionOf(event->key());
    if (direction.isNull() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    goTo(m_cross + direction * (event->modifiers() & Qt::ShiftModifier ? fine : coarse));
    return true;
}

void CrossTool::goTo(QPointF wanted)
{
    const QRectF inside = view().camera().window().adjusted(rim, rim, -rim, -rim);
    m_cross = {std::clamp(wanted.x(), inside.left(), std::max(inside.left(), inside.right())),
        std::clamp(wanted.y(), inside.top(), std::max(inside.top(), inside.bottom()))};
    m_byKeys = true;
    if (wanted != m_cross)
        view().panBy(m_cross - wanted);
    crossMoved();
    Q_EMIT changed();
}

void CrossTool::paint(QPainter &painter)
{
    if (!m_byKeys && view().underMouse())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = look::toneColor(look::Tone::Accent, view().palette());
    for (const QPen &pen : {QPen(view().palette().color(QPalette::Base), 4), QPen(ink, 2)}) {
        painter.setPen(pen);
        for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(m_cross + way * hollow, m_cross + way * arm);
    }
    painter.restore();
}

} // namespace ui::map
