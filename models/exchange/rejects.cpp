// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rejects.h"

namespace exchange
{

// What goes back into griddesk is kept to the letter.
RejectsFile::RejectsFile(QString path, QStringList columns, bool always)
    : m_path(std::move(path))
    , m_columns(std::move(columns))
    , m_writer(m_path, CsvWriter::Formulas::Verbatim)
    , m_always(always)
{
}

const QStringList &RejectsFile::ownColumns()
{
    static const QStringList columns{
        QStringLiteral("line"), QStringLiteral("field"), QStringLiteral("reason")};
    return columns;
}

bool RejectsFile::begin()
{
    std::vector<Column> columns;
    for (const QString &name : ownColumns() + m_columns)
        columns.push_back({name});
    m_begun = m_writer.begin(columns);
    return m_begun;
}

bool RejectsFile::add(const Row &row, const RowProblem &problem)
{
    // Whoever names no file hears of refused rows in another way.
    if (m_path.isEmpty())
        return true;
    if (!m_begun && !begin())
        return false;
    QVariantList cells{row.line, problem.field, problem.reason};
    for (const QString &cell : row.cells)
        cells << cell;
    return m_writer.add(cells);
}

bool RejectsFile::finish()
{
    return !m_begun || m_writer.finish();
}

} // namespace exchange
