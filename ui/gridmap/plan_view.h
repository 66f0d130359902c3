// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>

namespace ui::gridmap
{

/// A picture to point at: the wheel and plus and minus zoom, dragging and the arrows move it, a click or Enter (at the cross in
/// the middle) names a point of it in its pixels.
class PlanView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit PlanView(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /// Points that are named already, by their numbers from 1; the one that waits for its place on the map has none.
    void setPoints(const QVector<QPointF> &points);

Q_SIGNALS:
    void picked(const QPointF &pixel);

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void zoom(double factor);
    void pickAt(QPoint pixel);

    QGraphicsScene m_scene;
    QVector<QPointF> m_points;
    QPoint m_pressed;
    bool m_isZoomed = false;
};

} // namespace ui::gridmap
