// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/plan_view.h"

#include "look/palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace ui::gridmap
{

namespace
{

constexpr double step = 1.25;
constexpr int markRadius = 9, crossRadius = 14;

} // namespace

PlanView::PlanView(QWidget *parent)
    : QGraphicsView(parent)
{
    setScene(&m_scene);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setAccessibleName(tr("The plan"));
    setAccessibleDescription(tr(
        "Arrows move it, plus and minus zoom, Enter names the point at the cross in the middle."));
}

void PlanView::setPicture(const QImage &picture)
{
    m_scene.clear();
    m_scene.addPixmap(QPixmap::fromImage(picture));
    m_scene.setSceneRect(picture.rect());
    m_isZoomed = false;
    fitInView(m_scene.sceneRect(), Qt::KeepAspectRatio);
}

void PlanView::setPoints(const QVector<QPointF> &points)
{
    m_points = points;
    viewport()->update();
}

void PlanView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (!m_isZoomed)
        fitInView(m_scene.sceneRect(), Qt::KeepAspectRatio);
}

/// Marks and cross are as large at any zoom.
void PlanView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor accent = look::toneColor(look::Tone::Accent, palette());
    painter->setPen(QPen(accent, 2));
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const QPoint at = mapFromScene(m_points[i]);
        painter->setBrush(palette().color(QPalette::Base));
        painter->drawEllipse(at, markRadius, markRadius);
        painter->drawText(
            QRect(at - QPoint(markRadius, markRadius), QSize(2 * markRadius, 2 * markRadius)),
            Qt::AlignCenter, QString::number(i + 1));
    }
    if (hasFocus()) {
        const QPoint middle = viewport()->rect().center();
        painter->drawLine(middle - QPoint(crossRadius, 0), middle + QPoint(crossRadius, 0));
        painter->drawLine(middle - QPoint(0, crossRadius), middle + QPoint(0, crossRadius));
    }
    painter->restore();
}

void PlanView::zoom(double factor)
{
    m_isZoomed = true;
    scale(factor, factor);
}

void PlanView::wheelEvent(QWheelEvent *event)
{
    zoom(std::pow(step, event->angleDelta().y() / 120.0));
}

void PlanView::pickAt(QPoint pixel)
{
    const QPointF at = mapToScene(pixel);
    if (m_scene.sceneRect().contains(at))
        Q_EMIT picked(at);
}

void PlanView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(step);
    case Qt::Key_Minus:
        return zoom(1 / step);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pickAt(viewport()->rect().center());
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void PlanView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    QGraphicsView::mousePressEvent(event);
}

void PlanView::mouseReleaseEvent(QMouseEvent *event)
{
    QGraphicsView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton
        && (at - m_pressed).manhattanLength() < QApplication::startDragDistance())
        pickAt(at);
}

} // namespace ui::gridmap
