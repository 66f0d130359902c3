// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/cross_tool.h"

#include "domain/shape.h"

namespace ui::map
{

/// One place is shown on the map, by a click or by Enter: where the caller's trouble is.
class PointTool : public CrossTool
{
    Q_OBJECT

public:
    using CrossTool::CrossTool;

    QString words() const override;
    void click(QPointF pixel) override;
    bool key(QKeyEvent *event) override;

Q_SIGNALS:
    void picked(domain::GeoPoint place);
};

/// A box is drawn: by dragging, or from the cross to where Enter is pressed. What stands in it becomes a list.
class BandTool : public CrossTool
{
    Q_OBJECT

public:
    explicit BandTool(MapView &view, QObject *parent = nullptr);

    QString words() const override;
    void paint(QPainter &painter) override;
    bool press(QPointF pixel, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pixel) override { setCross(pixel); }
    void release(QPointF pixel) override;
    void click(QPointF pixel) override { release(pixel); }
    bool key(QKeyEvent *event) override;

Q_SIGNALS:
    void selected(domain::GeoBox box);

private:
    QRectF band() const;
    void take();

    domain::GeoPoint m_from; ///< a place and no pixel: the map may move meanwhile
    bool m_hasFrom = false;
};

} // namespace ui::map
