// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "map/map_tool.h"
#include "map/map_words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace ui::map
{

using domain::Id;

namespace
{

constexpr double keyStep = 0.125; // of the window
constexpr double keyZoom = 1.41421356; // two presses double
constexpr double notchAngle = 240; // of the wheel, to double
constexpr double leastSeen = 24; // pixels: a grid that is walked to is shown larger than this
constexpr double walkMargin = 48;

} // namespace

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    if (!m_tool && event->modifiers() & Qt::ShiftModifier)
        selectArea();
    m_isHeld = m_tool && m_tool->press(event->position(), event->modifiers());
    m_pressed = event->position();
    m_isDragging = false;
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (!m_pressed) {
        if (m_tool)
            m_tool->hover(at);
        return hoverAt(at);
    }
    if (m_isHeld) {
        if (m_tool)
            m_tool->drag(at);
        return;
    }
    const QPointF way = at - *m_pressed;
    if (!m_isDragging && way.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    setCursor(Qt::ClosedHandCursor);
    m_pressed = at;
    panBy(way);
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (m_isDragging)
        setCursor(m_tool ? m_tool->cursor() : QCursor(Qt::ArrowCursor));
    else if (m_isHeld && m_tool)
        m_tool->release(event->position());
    else if (m_tool)
        m_tool->click(event->position());
    else
        clickAt(event->position());
    m_isDragging = m_isHeld = false;
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool)
        return m_tool->doubleClick(event->position());
    if (!m_pins.hitAt(event->position(), m_camera) && m_chosen >= 0)
        Q_EMIT gridActivated(chosen());
}

void MapView::clickAt(QPointF pixel)
{
    if (const auto hit = m_pins.hitAt(pixel, m_camera)) {
        QVector<Id> ids;
        for (int pin : hit->pins)
            ids.append(m_pins.pins()->pin(pin).id);
        if (ids.size() == 1)
            Q_EMIT pinActivated(ids.constFirst());
        else
            Q_EMIT clusterActivated(ids);
        return;
    }
    chooseNumber(m_areas ? m_areas->gridAt(m_camera.toWorldAt(pixel)) : -1);
}

void MapView::hoverAt(QPointF pixel)
{
    const int number = m_areas ? m_areas->gridAt(m_camera.toWorldAt(pixel)) : -1;
    if (number == m_hovered)
        return;
    m_hovered = number;
    update();
}

void MapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = -1;
    update();
}

void MapView::wheelEvent(QWheelEvent *event)
{
    MapCamera camera = m_camera;
    camera.zoomAt(event->position(), std::exp2(event->angleDelta().y() / notchAngle));
    setCamera(camera);
    event->accept();
}

/// What stands upon the map hands up the keys that it has no use for; they aren't meant for the map.
void MapView::keyPressEvent(QKeyEvent *event)
{
    if (!hasFocus())
        return QWidget::keyPressEvent(event);
    if (m_tool && m_tool->key(event))
        return;
    if (!moveByKey(event) && !actByKey(event))
        QWidget::keyPressEvent(event);
}

bool MapView::moveByKey(QKeyEvent *event)
{
    const double across = std::round(width() * keyStep);
    const double down = std::round(height() * keyStep);
    switch (event->key()) {
    case Qt::Key_Left:
        return panBy({across, 0}), true;
    case Qt::Key_Right:
        return panBy({-across, 0}), true;
    case Qt::Key_Up:
        return panBy({0, down}), true;
    case Qt::Key_Down:
        return panBy({0, -down}), true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        return zoomBy(keyZoom), true;
    case Qt::Key_Minus:
        return zoomBy(1 / keyZoom), true;
    case Qt::Key_Home:
        return showAll(), true;
    default:
        return false;
    }
}

bool MapView::actByKey(QKeyEvent *event)
{
    const bool isLeaving = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Tab:
        return isLeaving && QWidget::focusNextPrevChild(true);
    case Qt::Key_Backtab:
        return isLeaving && QWidget::focusNextPrevChild(false);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_chosen < 0)
            return false;
        Q_EMIT gridActivated(chosen());
        return true;
    case Qt::Key_Space:
        return selectArea(), true;
    case Qt::Key_Escape:
        if (m_chosen < 0)
            return false;
        return chooseNumber(-1), true;
    default:
        return false;
    }
}

bool MapView::focusNextPrevChild(bool next)
{
    if (!hasFocus())
        return QWidget::focusNextPrevChild(next);
    const bool isTaken = m_tool ? m_tool->step(next) : walk(next ? 1 : -1);
    return isTaken || QWidget::focusNextPrevChild(next);
}

/// False where the grids are at an end: then Tab goes on to the next widget.
bool MapView::walk(int direction)
{
    const int number = m_areas ? m_areas->stepFrom(m_chosen, direction) : -1;
    if (number < 0)
        return false;
    chooseNumber(number);
    bringIntoView(number);
    return true;
}

void MapView::bringIntoView(int number)
{
    const QRectF world = m_areas->box(number);
    const QRectF pixels = m_camera.toPixel(world);
    const QRectF inside =
        m_camera.window().adjusted(walkMargin, walkMargin, -walkMargin, -walkMargin);
    if (inside.contains(pixels) && std::max(pixels.width(), pixels.height()) >= leastSeen)
        return;
    MapCamera camera = m_camera;
    const bool fits = pixels.width() <= inside.width() && pixels.height() <= inside.height();
    if (fits && std::max(pixels.width(), pixels.height()) >= leastSeen)
        camera.setCentre(world.center());
    else
        camera.fit(world, std::min(width(), height()) / (fits ? 2.6 : 8.0));
    setCamera(camera);
}

void MapView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    if (byKey ? !hasFocus() : childAt(event->pos()) != nullptr)
        return event->ignore(); // it is for what stands upon the map
    if (!byKey && m_areas)
        chooseNumber(m_areas->gridAt(m_camera.toWorldAt(event->pos())));
    const QPoint at = byKey && m_chosen >= 0
        ? mapToGlobal(m_camera.toPixel(m_areas->room(m_chosen)).center().toPoint())
        : event->globalPos();
    Q_EMIT contextAsked(chosen(), at);
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::ScreenChangeInternal)
        renewLook(); // another screen may have other pixels
    return QWidget::event(event);
}

QString MapView::tipAt(QPointF pixel)
{
    if (m_tool)
        return {};
    if (const auto hit = m_pins.hitAt(pixel, m_camera)) {
        return hit->pins.size() == 1 ? m_pins.pins()->pin(hit->pins.front()).text
                                     : MapWords::ofCluster(*m_pins.pins(), *hit);
    }
    const int number = m_areas ? m_areas->gridAt(m_camera.toWorldAt(pixel)) : -1;
    return number < 0 ? QString()
                      : MapWords::ofGrid(m_areas->grid(number),
                          m_work.value(m_areas->grid(number).id), m_theme, MapWords::Says::Briefly);
}

} // namespace ui::map
