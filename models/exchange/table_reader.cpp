// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reader.h"
#include "exchange/words.h"

#include <QSet>

namespace exchange
{

namespace
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
    std::optional<Row> row = readRow();
    if (!row || m_error)
        return std::nullopt;
    fit(*row, m_columns.size());
    return row;
}

void TableReader::readHeader(const QString &fileName)
{
    const std::optional<Row> row = readRow();
    if (row && !row->cells.join(QString()).trimmed().isEmpty()) {
        m_columns = distinctNames(row->cells);
    } else if (!m_error) {
        fail({Words::tr("The table has no header row"), fileName,
            Words::tr("Put the names of the columns into its first row.")});
    }
}

} // namespace exchange
