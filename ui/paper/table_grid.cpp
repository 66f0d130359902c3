// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/table_grid.h"

#include "paper/column_widths.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QPainter>

#include <algorithm>

namespace ui::paper
{
namespace
{
Qt::Alignment alignmentOf(Align align)
{
    switch (align) {
    case Align::Right:
        return Qt::AlignRight;
    case Align::Center:
        return Qt::AlignHCenter;
    case Align::Left:
        break;
    }
    return Qt::AlignLeft;
}
} // namespace

TableGrid::TableGrid(const Table &table, const Inks &inks, qreal width)
    : m_table(table)
    , m_inks(inks)
    , m_width(width)
{
    qreal left = 0;
    m_lefts.append(left);
    for (qreal columnWidth : columnWidths(table, width))
        m_lefts.append(left += columnWidth);
}

bool TableGrid::hasGroups() const
{
    return std::any_of(m_table.columns.begin(), m_table.columns.end(),
        [](const Column &column) { return !column.group.isEmpty(); });
}

int TableGrid::titleLines() const
{
    QStringList titles;
    for (const Column &column : m_table.columns)
        titles.append(column.title);
    return linesOf(titles, type::tableStrong);
}

qreal TableGrid::headHeight() const
{
    const qreal line = type::tableStrong.lineHeight();
    return titleLines() * line + 2 * cellPadY + (hasGroups() ? line + cellPadY : 0);
}

void TableGrid::paintHead(QPainter &painter, QPointF topLeft) const
{
    paintRule(painter, topLeft, m_width, m_inks.text, strong_pt);
    if (hasGroups())
        paintGroups(painter, topLeft);
    paintTitles(painter, topLeft);
    paintRule(painter, topLeft + QPointF(0, headHeight()), m_width, m_inks.text, 0.6);
}

void TableGrid::paintTitles(QPainter &painter, QPointF topLeft) const
{
    const qreal bottom = topLeft.y() + headHeight() - cellPadY;
    for (int i = 0; i < columnCount(); ++i) {
        const Column &column = m_table.columns[i];
        const Text text(column.title, type::tableStrong, cellWidth(i), alignmentOf(column.align));
        text.paint(
            painter, {topLeft.x() + m_lefts[i] + cellPadX, bottom - text.height()}, m_inks.text);
    }
}

int TableGrid::spanOf(int column) const
{
    int span = 1;
    while (column + span < columnCount()
        && m_table.columns[column + span].group == m_table.columns[column].group)
        ++span;
    return span;
}

void TableGrid::paintGroups(QPainter &painter, QPointF topLeft) const
{
    const qreal line = type::tableStrong.lineHeight();
    for (int i = 0; i < columnCount(); i += spanOf(i)) {
        const QString &group = m_table.columns[i].group;
        if (group.isEmpty())
            continue;
        const qreal width = cellWidth(i, spanOf(i));
        const QPointF at = topLeft + QPointF(m_lefts[i] + cellPadX, cellPadY);
        Text(group, type::tableStrong, width, Qt::AlignHCenter).paint(painter, at, m_inks.text);
        paintRule(painter, at + QPointF(0, line + cellPadY / 3), width, m_inks.hairline);
    }
}

int TableGrid::linesOf(const QStringList &row, Type type) const
{
    int lines = 1;
    for (int i = 0; i < qMin(columnCount(), int(row.size())); ++i)
        lines = qMax(lines, linesNeeded(row[i], type, cellWidth(i)));
    return lines;
}

void TableGrid::paintRow(
    QPainter &painter, QPointF topLeft, const QStringList &row, Type type, int from, int to) const
{
    for (int i = 0; i < qMin(columnCount(), int(row.size())); ++i) {
        const Text text(row[i], type, cellWidth(i), alignmentOf(m_table.columns[i].align));
        const QPointF at = topLeft + QPointF(m_lefts[i] + cellPadX, cellPadY);
        text.paintLines(painter, at, m_inks.text, from, to);
    }
}

void TableGrid::paintRowEnd(QPainter &painter, QPointF bottomLeft) const
{
    paintRule(painter, bottomLeft, m_width, m_inks.hairline);
}

void TableGrid::paintTotalRules(QPainter &painter, QPointF topLeft, qreal height) const
{
    paintRule(painter, topLeft, m_width, m_inks.text, 0.6);
    paintRule(painter, topLeft + QPointF(0, height), m_width, m_inks.text, strong_pt);
}

} // namespace ui::paper
