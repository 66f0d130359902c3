// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reader.h"
#include "exchange/words.h"

#include <QSet>

#include <algorithm>

namespace exchange
{

QStringList distinctNames(const QStringList &header)
{
    QStringList names;
    QSet<QString> taken;
    for (qsizetype i = 0; i < header.size(); ++i) {
        QString base = header[i];
        if (base.trimmed().isEmpty())
            base = Words::tr("column %1").arg(i + 1);
        QString name = base;
        for (int copy = 2; taken.contains(name); ++copy)
            name = QStringLiteral("%1 (%2)").arg(base).arg(copy);
        taken.insert(name);
        names.append(name);
    }
    return names;
}

namespace
{

QString surplusProblem(const QStringList &surplus, qsizetype expected)
{
    QStringList texts;
    for (const QString &cell : surplus) {
        if (!cell.isEmpty())
            texts.append(QStringLiteral("\"%1\"").arg(cell.left(40)));
    }
    if (texts.isEmpty())
        return {};
    const QString shown = texts.mid(0, 5).join(QStringLiteral(", "));
    return Words::tr("the row has %1 cells, the header %2; not expected: %3")
        .arg(expected + surplus.size())
        .arg(expected)
        .arg(shown);
}

qsizetype filledCells(const Row &row)
{
    return std::ranges::count_if(
        row.cells, [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

// One filled cell at the head of several empty ones.
bool isTitle(const Row &row)
{
    return row.cells.size() > 1 && filledCells(row) == 1 && !row.cells.first().trimmed().isEmpty();
}

void fit(Row &row, qsizetype columns)
{
    if (row.cells.size() > columns) {
        const QString problem = surplusProblem(row.cells.mid(columns), columns);
        if (row.problem.isEmpty())
            row.problem = problem;
        row.cells.resize(columns);
    }
    while (row.cells.size() < columns)
        row.cells.append(QString());
}

} // namespace

std::optional<Row> TableReader::next()
{
    if (m_error)
        return std::nullopt;
    std::optional<Row> row = m_putBack.isEmpty() ? readRow() : std::optional(m_putBack.dequeue());
    if (!row || m_error)
        return std::nullopt;
    fit(*row, m_columns.size());
    return row;
}

// 员工花名册 in one cell merged across the sheet, perhaps the date in another below it, and then the header. Where no
// row of several cells follows, the first was the header after all.
std::optional<Row> TableReader::headerRow()
{
    constexpr qsizetype mostTitles = 4;
    std::optional<Row> row = readRow();
    while (row && !m_error && isTitle(*row) && m_putBack.size() < mostTitles) {
        m_putBack.enqueue(std::move(*row));
        row = readRow();
    }
    if (m_putBack.isEmpty())
        return row;
    if (row && filledCells(*row) > 1) {
        m_putBack.clear();
        return row;
    }
    if (row)
        m_putBack.enqueue(std::move(*row));
    return m_putBack.dequeue();
}

void TableReader::readHeader(const QString &fileName)
{
    const std::optional<Row> row = headerRow();
    if (row && !row->cells.join(QString()).trimmed().isEmpty()) {
        m_columns = distinctNames(row->cells);
    } else if (!m_error) {
        fail({Words::tr("The table has no header row"), fileName,
            Words::tr("Put the names of the columns into its first row.")});
    }
}

} // namespace exchange
