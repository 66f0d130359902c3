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
constexpr qreal padY = mm(0.6);
constexpr qreal gutter = mm(5);

struct Cell {
    Text label;
    Text value;
    qreal left = 0;
    qreal valueLeft = 0;

    int lineCount() const { return qMax(label.lineCount(), value.lineCount()); }
};

class RowPieces
{
public:
    RowPieces(const SlipRows &part, const SlipFrame &frame)
        : m_part(part)
        , m_frame(frame)
        , m_columns(frame.isNarrow() ? 1 : qMax(1, part.columns))
        , m_cellWidth((frame.area.width - gutter * (m_columns - 1)) / m_columns)
    {
    }

    QList<Piece> make()
    {
        for (int first = 0; first < m_part.rows.size(); first += m_columns)
            addRow(first);
        if (!m_pieces.isEmpty())
            m_pieces.first().gapBefore = mm(1);
        return m_pieces;
    }

private:
    Cell cellOf(int index, int column) const;
    void addRow(int first);
    void addLines(const QList<Cell> &cells, int from, int to, bool isLast);

    const SlipRows &m_part;
    const SlipFrame &m_frame;
    int m_columns;
    qreal m_cellWidth;
    QList<Piece> m_pieces;
};

Cell RowPieces::cellOf(int index, int column) const
{
    const LabelValue &row = m_part.rows[index];
    const qreal valueLeft = m_frame.labelWidth + mm(slipType::labelGap_mm);
    return {Text(row.label, slipType::body, m_frame.labelWidth),
        Text(row.value, slipType::body, m_cellWidth - valueLeft), column * (m_cellWidth + gutter),
        valueLeft};
}

// A short row stays whole. A long one, such as a customer's own words, may go on on the next sheet.
void RowPieces::addRow(int first)
{
    constexpr int linesKept = 6;
    QList<Cell> cells;
    int lines = 1;
    for (int i = first; i < qMin(first + m_columns, int(m_part.rows.size())); ++i) {
        cells.append(cellOf(i, i - first));
        lines = qMax(lines, cells.last().lineCount());
    }
    const int step = lines <= linesKept ? lines : 1;
    for (int from = 0; from < lines; from += step)
        addLines(cells, from, from + step, from + step >= lines);
}

void RowPieces::addLines(const QList<Cell> &cells, int from, int to, bool isLast)
{
    const qreal top = from == 0 ? padY : 0;
    const qreal height = top + (to - from) * slipType::body.lineHeight() + (isLast ? padY : 0);
    const auto paint = [=, inks = m_frame.inks, width = m_frame.area.width](
                           QPainter &painter, QPointF at) {
        for (const Cell &cell : cells) {
            const QPointF left = at + QPointF(cell.left, top);
            cell.label.paintLines(painter, left, inks.quiet, from, to);
            const QPointF value = left + QPointF(cell.valueLeft, 0);
            cell.value.paintLines(painter, value, inks.text, from, to);
        }
        if (isLast)
            paintRule(painter, at + QPointF(0, height), width, inks.hairline);
    };
    m_pieces.append({.height = height, .paint = paint});
}
} // namespace

QList<Piece> piecesOf(const SlipRows &rows, const SlipFrame &frame)
{
    return RowPieces(rows, frame).make();
}

} // namespace ui::paper
