// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/cross_tool.h"
#include "map/outline_draft.h"
#include "map/snapping.h"

namespace ui::map
{

/// Draws an area or a line, or alters an outline. Clicks set corners, Enter sets one at the cross; a double click, Enter at the same place once
/// more or Ctrl+Enter ends. An outline that is there is altered by dragging its corners and the middles of its edges, or with Tab to
/// a corner, Enter to take it up and Enter to lay it down; Del takes it out. Ctrl+Z goes back, Esc leaves without a result.
/// What came of it is told and not judged: whoever listens decides.
class OutlineTool : public CrossTool
{
    Q_OBJECT

public:
    OutlineTool(MapView &view, OutlineDraft::Kind kind, QObject *parent = nullptr);
    /// Alters the outline of a grid, which it doesn't snap to itself.
    OutlineTool(MapView &view, const domain::Id &grid, const domain::Shape &outline,
        QObject *parent = nullptr);

    QString words() const override;
    void paint(QPainter &painter) override;
    bool press(QPointF pixel, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF pixel) override;
    void release(QPointF pixel) override;
    void click(QPointF pixel) override;
    void doubleClick(QPointF pixel) override;
    bool key(QKeyEvent *event) override;
    bool step(bool next) override;

    const OutlineDraft &draft() const { return m_draft; }
    void finish(); ///< as Ctrl+Enter does
    bool undo();
    bool redo();

Q_SIGNALS:
    void areaDrawn(const domain::Shape &area);
    void lineDrawn(const QVector<domain::GeoPoint> &line);
    void outlineAltered(const domain::Id &grid, const domain::Shape &outline);

protected:
    void crossMoved() override;

private:
    using Place = OutlineDraft::Place;

    bool isDrawing() const { return !m_draft.isClosed(); }
    bool enter(bool isEnd);
    bool removeChosen();
    void setCorner();
    std::optional<Place> cornerNear(QPointF pixel) const;
    std::optional<Place> middleNear(QPointF pixel) const; ///< the corner before it
    QPointF middleOf(Place place) const;
    void takeUp(Place place);
    void paintRing(QPainter &painter, int ring) const;
    void paintHandles(QPainter &painter, int ring) const;
    void paintSnap(QPainter &painter) const;

    domain::Id m_grid;
    OutlineDraft m_draft;
    Snap m_snap;
    std::optional<Place> m_chosen;
    bool m_isMoving = false; ///< the chosen corner goes with the cross
    QString m_notice;
};

} // namespace ui::map
