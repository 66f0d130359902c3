// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/slip_parts.h"

#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr qreal boxSize = mm(3.8);
constexpr qreal boxGap = mm(1.6);
constexpr qreal checkGap = mm(5);
constexpr qreal line = mm(7);

struct PlacedCheck {
    Check check;
    QPointF at; // top left, relative to the row
    qreal width = 0;
};

// Checks run on like words, and into a new line where the next doesn't fit.
QList<PlacedCheck> placed(const QList<Check> &checks, qreal left, qreal right)
{
    QList<PlacedCheck> result;
    QPointF at(left, 0);
    for (const Check &check : checks) {
        const qreal room = right - left - boxSize - boxGap;
        const qreal words = qMin(room, widthOf(check.label, slipType::body) + pt(1));
        const qreal width = boxSize + boxGap + words;
        if (at.x() > left && at.x() + width > right)
            at = {left, at.y() + line};
        result.append({check, at, words});
        at.rx() += width + checkGap;
        if (const int more = linesNeeded(check.label, slipType::body, words) - 1; more > 0)
            at = {left, at.y() + line + more * slipType::body.lineHeight()};
    }
    return result;
}

void paintTick(QPainter &painter, QPointF box, const QColor &ink)
{
    const QPolygonF tick{box + QPointF(boxSize * 0.2, boxSize * 0.55),
        box + QPointF(boxSize * 0.42, boxSize * 0.78),
        box + QPointF(boxSize * 0.82, boxSize * 0.22)};
    painter.setPen(QPen(ink, pt(1.4), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPolyline(tick);
}

void paintCheck(QPainter &painter, QPointF at, const PlacedCheck &placed, const Inks &inks)
{
    const QPointF box = at + QPointF(0, (line - boxSize) / 2);
    paintFrame(painter, {box, QSizeF(boxSize, boxSize)}, inks.text, 0.8);
    if (placed.check.ticked)
        paintTick(painter, box, inks.text);
    const qreal drop = (line - slipType::body.lineHeight()) / 2;
    const Text words(placed.check.label, slipType::body, placed.width);
    words.paint(painter, at + QPointF(boxSize + boxGap, drop), inks.text);
}

qreal heightOf(const QList<PlacedCheck> &checks)
{
    if (checks.isEmpty())
        return line;
    const PlacedCheck &last = checks.last();
    const int more = linesNeeded(last.check.label, slipType::body, last.width) - 1;
    return last.at.y() + line + more * slipType::body.lineHeight();
}
} // namespace

QList<Piece> piecesOf(const CheckRow &row, const SlipFrame &frame)
{
    const Text label(row.label, slipType::body, frame.labelWidth);
    const qreal left = row.label.isEmpty() ? 0 : frame.labelWidth + mm(slipType::labelGap_mm);
    const QList<PlacedCheck> checks = placed(row.checks, left, frame.area.width);
    const auto paint = [=, inks = frame.inks](QPainter &painter, QPointF at) {
        const qreal drop = (line - slipType::body.lineHeight()) / 2;
        label.paint(painter, at + QPointF(0, drop), inks.quiet);
        for (const PlacedCheck &check : checks)
            paintCheck(painter, at + check.at, check, inks);
    };
    const qreal height = qMax(heightOf(checks), label.height());
    return {{.height = height, .paint = paint, .gapBefore = mm(1)}};
}

} // namespace ui::paper
