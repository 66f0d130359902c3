// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/table.h"

#include "paper/table_grid.h"
#include "paper/text.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui::paper
{
namespace
{
class TablePieces
{
public:
    TablePieces(const Table &table, const Inks &inks, Area area)
        : m_table(table)
        , m_inks(inks)
        , m_area(area)
        , m_grid(std::make_shared<TableGrid>(table, inks, area.width))
    {
    }

    QList<Piece> make()
    {
        if (!m_table.caption.isEmpty())
            addCaption();
        addHead();
        for (const QStringList &row : m_table.rows)
            addRow(row);
        if (m_table.rows.isEmpty())
            addEmpty();
        if (!m_table.total.isEmpty())
            addTotal();
        keepEndsTogether();
        return m_pieces;
    }

private:
    void addCaption();
    void addHead();
    void addRow(const QStringList &row);
    void addSlice(const QStringList &row, int from, int to, bool isLast);
    void addEmpty();
    void addTotal();
    void keepEndsTogether();

    const Table &m_table;
    Inks m_inks;
    Area m_area;
    std::shared_ptr<const TableGrid> m_grid;
    std::shared_ptr<const Piece> m_head;
    QList<Piece> m_pieces;
    qsizetype m_firstRow = 0;
};

void TablePieces::addCaption()
{
    const Text text(m_table.caption, type::strong, m_area.width);
    const Inks inks = m_inks;
    m_pieces.append({.height = text.height() + mm(0.8),
        .paint = [text, inks](
                     QPainter &painter, QPointF at) { text.paint(painter, at, inks.text); },
        .gapBefore = mm(4),
        .keepWithNext = true});
}

void TablePieces::addHead()
{
    Piece head{.height = m_grid->headHeight(),
        .paint = [grid = m_grid](QPainter &painter, QPointF at) { grid->paintHead(painter, at); }};
    m_head = std::make_shared<Piece>(head);
    head.gapBefore = m_table.caption.isEmpty() ? mm(4) : 0;
    head.keepWithNext = true;
    m_pieces.append(head);
    m_firstRow = m_pieces.size();
}

void TablePieces::addRow(const QStringList &row)
{
    const qreal room = m_area.height - m_grid->headHeight() - 2 * cellPadY;
    const int most = qMax(1, int(room / type::table.lineHeight()));
    const int lines = m_grid->linesOf(row, type::table);
    for (int from = 0; from < lines; from += most)
        addSlice(row, from, qMin(from + most, lines), from + most >= lines);
}

void TablePieces::addSlice(const QStringList &row, int from, int to, bool isLast)
{
    const qreal height = (to - from) * type::table.lineHeight() + 2 * cellPadY;
    const auto paint = [grid = m_grid, row, from, to, isLast, height](
                           QPainter &painter, QPointF at) {
        grid->paintRow(painter, at, row, type::table, from, to);
        if (isLast)
            grid->paintRowEnd(painter, at + QPointF(0, height));
    };
    m_pieces.append({.height = height, .paint = paint, .head = m_head});
}

void TablePieces::addEmpty()
{
    const QString words = m_table.whenEmpty.isEmpty()
        ? QCoreApplication::translate("ui::paper", "Nothing in this period.")
        : m_table.whenEmpty;
    const Text text(words, type::table, m_area.width - 2 * cellPadX);
    const qreal height = text.height() + 2 * cellPadY;
    const auto paint = [grid = m_grid, text, height, inks = m_inks](QPainter &painter, QPointF at) {
        text.paint(painter, at + QPointF(cellPadX, cellPadY), inks.quiet);
        grid->paintRowEnd(painter, at + QPointF(0, height));
    };
    m_pieces.append({.height = height, .paint = paint, .head = m_head});
}

void TablePieces::addTotal()
{
    const QStringList row = m_table.total;
    const int lines = m_grid->linesOf(row, type::tableStrong);
    const qreal height = lines * type::tableStrong.lineHeight() + 2 * cellPadY;
    const auto paint = [grid = m_grid, row, lines, height](QPainter &painter, QPointF at) {
        grid->paintTotalRules(painter, at, height);
        grid->paintRow(painter, at, row, type::tableStrong, 0, lines);
    };
    m_pieces.append({.height = height, .paint = paint, .head = m_head});
}

// A page never begins with the total alone, nor ends with the head and one row.
void TablePieces::keepEndsTogether()
{
    if (m_pieces.size() - m_firstRow < 2)
        return;
    m_pieces[m_firstRow].keepWithNext = true;
    m_pieces[m_pieces.size() - 2].keepWithNext = true;
}
} // namespace

QList<Piece> piecesOf(const Table &table, const Inks &inks, Area area)
{
    return TablePieces(table, inks, area).make();
}

} // namespace ui::paper
