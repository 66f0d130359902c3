// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/blocks.h"

#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr qreal leastWidth = mm(42);
constexpr qreal indent = mm(3);
constexpr qreal unitGap = mm(1.2);

struct Cell {
    Text label;
    Text value;
    Text unit;
    Text change;

    qreal height() const { return label.height() + value.height() + change.height(); }
};

qreal widest(const KeyFigures &figures)
{
    qreal widest = 0;
    for (const KeyFigure &figure : figures.figures)
        widest = qMax(widest,
            widthOf(figure.value, type::figure) + unitGap + widthOf(figure.unit, type::small));
    return widest;
}

Cell cellOf(const KeyFigure &figure, qreal width)
{
    return {Text(figure.label, type::small, width), Text(figure.value, type::figure, width),
        Text(figure.unit, type::small, width), Text(figure.change, type::small, width)};
}

void paintCell(QPainter &painter, QPointF at, const Cell &cell, const Inks &inks)
{
    cell.label.paint(painter, at, inks.quiet);
    at.ry() += cell.label.height();
    cell.value.paint(painter, at, inks.accent);
    // The unit stands on the baseline of the last line of the value.
    const qreal drop = cell.value.height() - cell.unit.lineHeight() - pt(3.4);
    cell.unit.paint(painter, at + QPointF(cell.value.widest() + unitGap, drop), inks.quiet);
    cell.change.paint(painter, at + QPointF(0, cell.value.height()), inks.text);
}

Piece rowOf(const QList<Cell> &cells, qreal cellWidth, const Inks &inks)
{
    qreal inner = 0;
    for (const Cell &cell : cells)
        inner = qMax(inner, cell.height());
    const qreal height = inner + mm(3);
    const auto paint = [=](QPainter &painter, QPointF at) {
        for (int i = 0; i < cells.size(); ++i) {
            const QPointF left = at + QPointF(i * cellWidth, 0);
            if (i > 0)
                paintUpright(painter, left + QPointF(0, mm(1.5)), inner, inks.hairline);
            paintCell(painter, left + QPointF(i > 0 ? indent : 0, mm(1.5)), cells[i], inks);
        }
    };
    return {.height = height, .paint = paint, .gapBefore = mm(3)};
}
} // namespace

QList<Piece> piecesOf(const KeyFigures &figures, const Inks &inks, Area area)
{
    const int count = int(figures.figures.size());
    if (count == 0)
        return {};
    // Rows as even as can be: five figures stand as three and two, not as four and one.
    const int most = qMax(1, int(area.width / leastWidth));
    const int rows = (count + most - 1) / most;
    int perRow = (count + rows - 1) / rows;
    while (perRow > 1 && widest(figures) > area.width / perRow - 2 * indent)
        --perRow;
    const qreal cellWidth = area.width / perRow;
    QList<Piece> pieces;
    for (int first = 0; first < count; first += perRow) {
        QList<Cell> cells;
        for (const KeyFigure &figure : figures.figures.mid(first, perRow))
            cells.append(cellOf(figure, cellWidth - 2 * indent));
        pieces.append(rowOf(cells, cellWidth, inks));
    }
    return pieces;
}

} // namespace ui::paper
