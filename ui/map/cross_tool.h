// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_tool.h"

namespace ui::map
{

/// A tool with a cross that follows the mouse and that the arrows move, finely with Shift; at the window's edge the map moves
/// below it. So whatever a click does, Enter does at the cross.
class CrossTool : public MapTool
{
    Q_OBJECT

public:
    explicit CrossTool(MapView &view, QObject *parent = nullptr);

    QPointF cross() const { return m_cross; }
    void paint(QPainter &painter) override;
    void hover(QPointF pixel) override { setCross(pixel); }
    bool key(QKeyEvent *event) override; ///< arrows and Esc

protected:
    void setCross(QPointF pixel);
    void goTo(QPointF pixel); ///< by keys; the map moves where the place lies outside
    virtual void crossMoved() { }

private:
    QPointF m_cross;
    bool m_byKeys = false; ///< drawn only then: the mouse has its own cross
};

} // namespace ui::map
