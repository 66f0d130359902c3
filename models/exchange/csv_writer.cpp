// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_writer.h"

#include <algorithm>

namespace exchange
{

namespace
{

bool isHarmless(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"+-.,() ").contains(c); });
}

bool isFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front())
        && (text.front() == u'=' || text.front() == u'@' || !isHarmless(text));
}

bool needsQuotes(QStringView text)
{
    const bool hasMarks = std::any_of(text.begin(), text.end(),
        [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return hasMarks || (!text.isEmpty() && (text.front().isSpace() || text.back().isSpace()));
}

} // namespace

CsvWriter::CsvWriter(const QString &path, Formulas formulas)
    : m_file(path)
    , m_formulas(formulas)
{
}

bool CsvWriter::begin(const std::vector<Column> &columns)
{
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(m_file.fileName(), m_file.errorString());
    QVariantList names;
    for (const Column &column : columns)
        names.append(column.name);
    return writeLine("\xef\xbb\xbf") && add(names);
}

bool CsvWriter::add(const QVariantList &cells)
{
    m_line.clear();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_line.append(',');
        m_line.append(escaped(cells[i]));
    }
    // A single empty cell would make a blank line, which readers pass over.
    if (m_line.isEmpty())
        m_line = "\"\"";
    m_line.append("\r\n");
    return writeLine(m_line);
}

bool CsvWriter::finish()
{
    if (error())
        return false;
    return m_file.commit() || fail(m_file.fileName(), m_file.errorString());
}

bool CsvWriter::writeLine(const QByteArray &line)
{
    if (error())
        return false;
    return m_file.write(line) == line.size() || fail(m_file.fileName(), m_file.errorString());
}

QByteArray CsvWriter::escaped(const QVariant &cell) const
{
    QString text = cellText(cell);
    const bool isText = cell.typeId() == QMetaType::QString;
    if (isText && m_formulas == Formulas::Disarmed && isFormula(text))
        text.prepend(u'\'');
    if (needsQuotes(text))
        text = u'"' + text.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

} // namespace exchange
