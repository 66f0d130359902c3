// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"
#include "map/outline_tool.h"

#include "look/palette.h"

#include <QPainter>

namespace ui::map
{

namespace
{

constexpr double cornerSide = 8;
constexpr double chosenSide = 12;
constexpr double middleRadius = 3.5;
constexpr double snapRadius = 8;
constexpr int mostHandles = 600; // of more corners in view nobody could take hold of one

} // namespace

void OutlineTool::paint(QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int ring = 0; ring < m_draft.rings().size(); ++ring)
        paintRing(painter, ring);
    for (int ring = 0; ring < m_draft.rings().size(); ++ring)
        paintHandles(painter, ring);
    paintSnap(painter);
    painter.restore();
    CrossTool::paint(painter);
}

void OutlineTool::paintRing(QPainter &painter, int ring) const
{
    QPolygonF line;
    for (const domain::GeoPoint &corner : m_draft.rings().at(ring))
        line.append(view().camera().pixelOf(corner));
    const QColor accent = look::toneColor(look::Tone::Accent, view().palette());
    const QColor base = view().palette().color(QPalette::Base);
    QColor faint = accent;
    faint.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    if (m_draft.kind() != OutlineDraft::Kind::Line && ring == 0) {
        painter.setBrush(faint);
        painter.drawPolygon(line);
    }
    painter.setBrush(Qt::NoBrush);
    const auto draw = [&](const QPen &pen) {
        painter.setPen(pen);
        isDrawing() ? painter.drawPolyline(line) : painter.drawPolygon(line);
    };
    draw(QPen(base, 4.5));
    draw(QPen(accent, 2));
    // The edge to come, to where a click would set the next corner.
    if (isDrawing() && !line.isEmpty()) {
        painter.setPen(QPen(accent, 1.5, Qt::DashLine));
        painter.drawLine(line.constLast(),
            m_snap.to == Snap::To::Nothing ? cross() : view().camera().pixelOf(m_snap.place));
    }
}

void OutlineTool::paintHandles(QPainter &painter, int ring) const
{
    const QColor accent = look::toneColor(look::Tone::Accent, view().palette());
    const QColor base = view().palette().color(QPalette::Base);
    const QRectF seen = view().camera().window();
    int handles = 0;
    for (int corner = 0; corner < m_draft.rings().at(ring).size(); ++corner) {
        const QPointF at = view().camera().pixelOf(m_draft.at({ring, corner}));
        if (!seen.contains(at) || ++handles > mostHandles)
            continue;
        const bool isChosen = m_chosen == Place{ring, corner};
        const double side = isChosen ? chosenSide : cornerSide;
        painter.setPen(QPen(isChosen ? base : accent, 1.5));
        painter.setBrush(isChosen ? accent : base);
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side));
        if (isDrawing())
            continue;
        painter.setPen(QPen(accent, 1.2));
        painter.setBrush(base);
        painter.drawEllipse(middleOf({ring, corner}), middleRadius, middleRadius);
    }
}

/// A ring around a corner, a lozenge on an edge: what the next corner will be joined to.
void OutlineTool::paintSnap(QPainter &painter) const
{
    if (m_snap.to == Snap::To::Nothing || (!isDrawing() && !m_isMoving))
        return;
    const QPointF at = view().camera().pixelOf(m_snap.place);
    painter.setBrush(Qt::NoBrush);
    const QColor ink = look::toneColor(look::Tone::Conflict, view().palette());
    for (const QPen &pen : {QPen(view().palette().color(QPalette::Base), 4.5), QPen(ink, 2)}) {
        painter.setPen(pen);
        if (m_snap.to == Snap::To::Corner)
            painter.drawEllipse(at, snapRadius, snapRadius);
        else
            painter.drawPolygon(
                QPolygonF({at + QPointF(0, -snapRadius), at + QPointF(snapRadius, 0),
                    at + QPointF(0, snapRadius), at + QPointF(-snapRadius, 0)}));
    }
}

} // namespace ui::map
