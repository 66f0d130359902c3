// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/column_widths.h"

#include "paper/measure.h"
#include "paper/table_grid.h"
#include "paper/text.h"

#include <numeric>

namespace ui::paper
{
namespace
{
constexpr int shortWord = 4; // 已归档, 不满意

// The longest part of a cell that must not be broken: a whole number with its unit, or within text
// a run such as a date or a ticket's number. Chinese text may break after every character.
QString unbroken(const QString &cell, Align align)
{
    if (align == Align::Right || cell.size() <= shortWord)
        return cell;
    qsizetype bestStart = 0, bestLength = 0, start = 0;
    for (qsizetype i = 0; i <= cell.size(); ++i) {
        if (i < cell.size() && !cell[i].isSpace() && cell[i].unicode() < 0x2e80)
            continue;
        if (i - start > bestLength) {
            bestStart = start;
            bestLength = i - start;
        }
        start = i + 1;
    }
    return cell.mid(bestStart, bestLength);
}

// Of the cells only the longest is measured: digits are all of one width.
qreal leastWidth(const Table &table, int column)
{
    QString longest;
    qreal widest = widthOf(unbroken(table.columns[column].title, Align::Left), type::tableStrong);
    const auto consider = [&](const QStringList &row) {
        const QString part = unbroken(row.value(column), table.columns[column].align);
        if (part.size() > longest.size())
            longest = part;
    };
    for (const QStringList &row : table.rows)
        consider(row);
    consider(table.total);
    widest = qMax(widest, widthOf(longest, type::tableStrong));
    return widest + 2 * cellPadX + pt(1);
}

QList<qreal> leastWidths(const Table &table)
{
    QList<qreal> widths;
    for (int i = 0; i < table.columns.size(); ++i)
        widths.append(leastWidth(table, i));
    return widths;
}

qreal sum(const QList<qreal> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// Gives the columns that their share leaves too narrow what they need, and the rest to the others.
// Each round may narrow those until one more of them needs its least width.
QList<qreal> divided(const QList<Column> &columns, const QList<qreal> &least, qreal width)
{
    QList<qreal> widths(columns.size(), 0);
    QList<bool> isFixed(columns.size(), false);
    for (bool settled = false; !settled;) {
        settled = true;
        qreal shares = 0;
        qreal left = width;
        for (int i = 0; i < columns.size(); ++i)
            (isFixed[i] ? left : shares) += isFixed[i] ? -least[i] : columns[i].share;
        for (int i = 0; i < columns.size(); ++i) {
            widths[i] = isFixed[i] ? least[i] : left * columns[i].share / shares;
            if (widths[i] < least[i]) {
                isFixed[i] = true;
                settled = false;
            }
        }
    }
    return widths;
}
} // namespace

QList<qreal> columnWidths(const Table &table, qreal width)
{
    QList<qreal> least = leastWidths(table);
    const qreal needed = sum(least);
    if (needed < width)
        return divided(table.columns, least, width);
    for (qreal &one : least)
        one *= width / needed;
    return least;
}

} // namespace ui::paper
