// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/outline_tool.h"

#include "map/map_view.h"

#include <QKeyEvent>
#include <QLineF>

namespace ui::map
{

using domain::GeoPoint;
using Kind = OutlineDraft::Kind;

namespace
{

constexpr double grip = 9; // pixels around a handle that take hold of it
constexpr double leastEdge = 28; // pixels; shorter ones have no handle in the middle

} // namespace

OutlineTool::OutlineTool(MapView &view, Kind kind, QObject *parent)
    : CrossTool(view, parent)
    , m_draft(kind)
{
}

OutlineTool::OutlineTool(
    MapView &view, const domain::Id &grid, const domain::Shape &outline, QObject *parent)
    : CrossTool(view, parent)
    , m_grid(grid)
    , m_draft(outline)
{
}

QString OutlineTool::words() const
{
    if (!m_notice.isEmpty())
        return m_notice;
    if (isDrawing())
        return tr(
            "Click or Enter sets a corner, Backspace takes the last one back; double click or "
            "Ctrl+Enter ends, Esc leaves.");
    return tr("Drag corners, or the middle of an edge for a new one; Tab goes to the next corner, "
              "Enter takes it up and lays it down, Del removes it. Ctrl+Enter ends, Esc leaves.");
}

void OutlineTool::crossMoved()
{
    m_notice.clear();
    m_snap = snapped(cross(), view().camera(), view().areas().get(),
        m_grid.isNull() ? QSet<domain::Id>() : QSet<domain::Id>{m_grid});
    if (m_isMoving && m_chosen)
        m_draft.move(*m_chosen, m_snap.place);
}

bool OutlineTool::press(QPointF pixel, Qt::KeyboardModifiers)
{
    if (isDrawing())
        return false;
    if (const auto corner = cornerNear(pixel)) {
        takeUp(*corner);
        return true;
    }
    const auto before = middleNear(pixel);
    if (!before)
        return false;
    m_draft.beginStep();
    m_chosen = m_draft.insertAfter(*before, view().camera().placeAt(pixel));
    m_isMoving = true;
    setCross(pixel);
    return true;
}

void OutlineTool::takeUp(Place place)
{
    m_chosen = place;
    m_draft.beginStep();
    m_isMoving = true;
    Q_EMIT changed();
}

void OutlineTool::drag(QPointF pixel)
{
    setCross(pixel);
}

void OutlineTool::release(QPointF)
{
    m_isMoving = false;
    Q_EMIT changed();
}

void OutlineTool::click(QPointF pixel)
{
    setCross(pixel);
    if (isDrawing())
        setCorner();
    else
        m_chosen.reset();
    Q_EMIT changed();
}

/// The first click of the two has set the corner.
void OutlineTool::doubleClick(QPointF)
{
    if (isDrawing())
        finish();
}

void OutlineTool::setCorner()
{
    const domain::Ring &line = m_draft.line();
    const bool closes = m_draft.kind() == Kind::Area && m_draft.isEnough()
        && QLineF(view().camera().pixelOf(line.constFirst()), cross()).length() <= snapReach;
    if (closes
        || !m_draft.append(
            m_snap.to == Snap::To::Nothing ? view().camera().placeAt(cross()) : m_snap.place))
        finish();
}

bool OutlineTool::key(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        return undo(), true;
    if (event->matches(QKeySequence::Redo))
        return redo(), true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return enter(event->modifiers() & Qt::ControlModifier);
    case Qt::Key_Backspace:
        if (isDrawing() && m_draft.takeBack())
            Q_EMIT changed();
        return true;
    case Qt::Key_Delete:
        return removeChosen();
    default:
        return CrossTool::key(event);
    }
}

bool OutlineTool::enter(bool isEnd)
{
    if (isEnd) {
        finish();
    } else if (isDrawing()) {
        crossMoved();
        setCorner();
    } else if (m_isMoving) {
        m_isMoving = false;
    } else if (const auto corner = m_chosen ? m_chosen : cornerNear(cross())) {
        takeUp(*corner);
    } else if (const auto before = middleNear(cross())) {
        m_draft.beginStep();
        m_chosen = m_draft.insertAfter(*before, view().camera().placeAt(middleOf(*before)));
        m_isMoving = true;
    }
    Q_EMIT changed();
    return true;
}

bool OutlineTool::removeChosen()
{
    if (isDrawing() || !m_chosen)
        return true;
    m_isMoving = false;
    if (m_draft.remove(*m_chosen))
        m_chosen.reset();
    else
        m_notice = tr("An area keeps three corners at least.");
    Q_EMIT changed();
    return true;
}

bool OutlineTool::step(bool next)
{
    if (isDrawing())
        return false;
    m_isMoving = false;
    m_chosen = m_draft.next(m_chosen, next);
    if (!m_chosen)
        return false;
    goTo(view().camera().pixelOf(m_draft.at(*m_chosen)));
    return true;
}

void OutlineTool::finish()
{
    if (!m_draft.isEnough()) {
        m_notice = m_draft.kind() == Kind::Line ? tr("A line needs two corners.")
                                                : tr("An area needs three corners.");
        Q_EMIT changed();
        return;
    }
    m_isMoving = false;
    switch (m_draft.kind()) {
    case Kind::Area:
        Q_EMIT areaDrawn(m_draft.shape());
        break;
    case Kind::Line:
        Q_EMIT lineDrawn(m_draft.line());
        break;
    case Kind::Existing:
        Q_EMIT outlineAltered(m_grid, m_draft.shape());
        break;
    }
    Q_EMIT left();
}

bool OutlineTool::undo()
{
    m_isMoving = false;
    m_chosen.reset();
    const bool isDone = m_draft.undo();
    Q_EMIT changed();
    return isDone;
}

bool OutlineTool::redo()
{
    m_isMoving = false;
    m_chosen.reset();
    const bool isDone = m_draft.redo();
    Q_EMIT changed();
    return isDone;
}

std::optional<OutlineTool::Place> OutlineTool::cornerNear(QPointF pixel) const
{
    std::optional<Place> found;
    double best = grip;
    for (int ring = 0; ring < m_draft.rings().size(); ++ring) {
        for (int corner = 0; corner < m_draft.rings().at(ring).size(); ++corner) {
            const QPointF at = view().camera().pixelOf(m_draft.at({ring, corner}));
            const double distance = QLineF(at, pixel).length();
            if (distance < best) {
                best = distance;
                found = Place{ring, corner};
            }
        }
    }
    return found;
}

QPointF OutlineTool::middleOf(Place place) const
{
    const domain::Ring &ring = m_draft.rings().at(place.ring);
    const QPointF from = view().camera().pixelOf(ring.at(place.corner));
    const QPointF to = view().camera().pixelOf(ring.at((place.corner + 1) % ring.size()));
    return QLineF(from, to).length() < leastEdge ? QPointF(-1e9, -1e9) : (from + to) / 2;
}

std::optional<OutlineTool::Place> OutlineTool::middleNear(QPointF pixel) const
{
    for (int ring = 0; ring < m_draft.rings().size(); ++ring) {
        for (int corner = 0; corner < m_draft.rings().at(ring).size(); ++corner) {
            if (QLineF(middleOf({ring, corner}), pixel).length() < grip)
                return Place{ring, corner};
        }
    }
    return {};
}

} // namespace ui::map
