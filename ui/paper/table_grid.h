// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/measure.h"
#include "paper/type.h"

class QPainter;
class QPointF;

// The columns of one table: where each stands, how high a row becomes, and how head and rows are
// painted. Cells are laid out anew for each painting, so that rows nobody looks at cost nothing.
namespace ui::paper
{
constexpr qreal cellPadX = mm(1.3);
constexpr qreal cellPadY = mm(0.9);

class TableGrid
{
public:
    TableGrid(const Table &table, const Inks &inks, qreal width);

    int columnCount() const { return int(m_table.columns.size()); }
    bool hasGroups() const;
    qreal headHeight() const;
    void paintHead(QPainter &painter, QPointF topLeft) const;

    int linesOf(const QStringList &row, Type type) const;
    void paintRow(QPainter &painter, QPointF topLeft, const QStringList &row, Type type, int from,
        int to) const;
    void paintRowEnd(QPainter &painter, QPointF bottomLeft) const;
    void paintTotalRules(QPainter &painter, QPointF topLeft, qreal height) const;

private:
    qreal cellWidth(int column, int span = 1) const
    {
        return m_lefts[column + span] - m_lefts[column] - 2 * cellPadX;
    }
    int titleLines() const;
    void paintTitles(QPainter &painter, QPointF topLeft) const;
    void paintGroups(QPainter &painter, QPointF topLeft) const;
    int spanOf(int column) const;

    Table m_table;
    Inks m_inks;
    qreal m_width;
    QList<qreal> m_lefts; // of the columns, and the right edge of the last
};
} // namespace ui::paper
