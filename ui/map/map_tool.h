// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>
#include <QObject>
#include <QPointF>

class QKeyEvent;
class QPainter;

namespace ui::map
{

class MapView;

/// What the mouse and the keys do on the map instead of choosing grids: pick a place, select an area, draw an outline. The view asks
/// its tool first; what the tool doesn't take goes on to pan and zoom as always. All positions are pixels of the view.
class MapTool : public QObject
{
    Q_OBJECT

public:
    explicit MapTool(MapView &view, QObject *parent = nullptr);

    virtual QCursor cursor() const { return Qt::CrossCursor; }
    virtual QString
    words() const = 0; ///< what may be done, for the line below the map and for screen readers
    virtual void paint(QPainter &painter) = 0;

    /// True: the tool holds the mouse until it is released; otherwise the map is dragged.
    virtual bool press(QPointF, Qt::KeyboardModifiers) { return false; }
    virtual void drag(QPointF) { }
    virtual void release(QPointF) { }
    virtual void hover(QPointF) { }
    virtual void click(QPointF) {
    } ///< pressed and released without a move, where press() was false
    virtual void doubleClick(QPointF) { }
    virtual bool key(QKeyEvent *) { return false; }
    virtual bool step(bool)
    {
        return false;
    } ///< Tab, or Shift+Tab with false; where it isn't taken, it leaves the map

Q_SIGNALS:
    void changed(); ///< to be painted anew
    void left(); ///< Esc, or its work is done

protected:
    MapView &view() const { return m_view; }

private:
    MapView &m_view;
};

} // namespace ui::map
