// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.h"
#include "exchange/words.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace exchange
{

namespace
{

constexpr qint64 chunkSize = 256 * 1024; // bytes read at once
constexpr qint64 longestRow = 16 * 1024 * 1024; // bytes of UTF-8
constexpr size_t parserGrowth = 16 * 1024; // bytes; libcsv's own step is 128

bool endsLine(char c)
{
    return c == '\n' || c == '\r';
}

// libcsv trims cells unless told that nothing is a space. Raw text stays raw.
int isNoSpace(unsigned char)
{
    return 0;
}

// Counts within the first line that isn't blank, outside of quotation marks.
char delimiterOf(QByteArrayView text)
{
    constexpr std::array delimiters{',', '\t', ';'};
    std::array<int, 3> counts{};
    bool quoted = false;
    const auto start = std::find_if_not(text.begin(), text.end(), endsLine);
    for (auto c = start; c != text.end() && (quoted || !endsLine(*c)); ++c) {
        if (*c == '"')
            quoted = !quoted;
        const auto found = std::find(delimiters.begin(), delimiters.end(), *c);
        if (!quoted && found != delimiters.end())
            ++counts[found - delimiters.begin()];
    }
    return delimiters[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

FileRefusal unreadable(const QFile &file)
{
    return {Words::tr("Reading stopped: %1").arg(file.errorString()), QFileInfo(file).fileName(),
        Words::tr("Copy the file to another disk and try again."), FileRefusal::Device};
}

FileRefusal tooLong(const QFile &file, qint64 line)
{
    return {Words::tr("A row is longer than 16 MB"),
        Words::tr("line %1 of %2").arg(line).arg(QFileInfo(file).fileName()),
        Words::tr("Look there for a quotation mark without its partner.")};
}

} // namespace

FileRefusal wrongEncoding(const TextDecoder &decoder, const QString &fileName)
{
    return {Words::tr("The text is not %1").arg(decoder.name()),
        Words::tr("byte %1 of %2").arg(decoder.badByte()).arg(fileName),
        Words::tr("Name the right encoding, for Chinese text usually GB18030 "
                  "or UTF-8, or let it be found.")};
}

CsvReader::CsvReader(std::unique_ptr<QFile> file, const QString &encoding)
    : m_file(std::move(file))
    , m_decoder(encoding)
{
    csv_init(&m_parser, 0);
    csv_set_space_func(&m_parser, isNoSpace);
    csv_set_blk_size(&m_parser, parserGrowth);
    if (fillChunk())
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiterOf(m_chunk)));
}

CsvReader::~CsvReader()
{
    csv_free(&m_parser);
}

std::optional<Row> CsvReader::readRow()
{
    while (!error()) {
        if (m_position == m_chunk.size() && !fillChunk())
            return error() ? std::nullopt : lastRow();
        const QByteArrayView line = takeLine();
        if (!growRow(line.size()))
            return std::nullopt;
        feed(line);
        if (m_rowEnded)
            return finishedRow();
    }
    return std::nullopt;
}

// A decoded chunk can be empty, as after a mark alone, without being the last.
bool CsvReader::fillChunk()
{
    m_chunkBeforeEndedInCr = m_chunk.endsWith('\r');
    m_chunk.clear();
    m_position = 0;
    while (m_chunk.isEmpty() && !m_atEnd && !error()) {
        const QByteArray bytes = m_file->read(chunkSize);
        m_atEnd = m_file->atEnd() || bytes.isEmpty();
        m_bytesRead += bytes.size();
        if (m_file->error() != QFileDevice::NoError)
            fail(unreadable(*m_file));
        else if (!m_decoder.decode(bytes, m_atEnd, &m_chunk))
            fail(wrongEncoding(m_decoder, QFileInfo(*m_file).fileName()));
    }
    return !m_chunk.isEmpty() && !error();
}

// From m_position to the end of the line, or of the chunk when the line goes on in the next. Fed
// line by line, at most one row ends in each, so every row's first line is known.
QByteArrayView CsvReader::takeLine()
{
    const char *const start = m_chunk.constData() + m_position;
    const char *const end = m_chunk.constData() + m_chunk.size();
    const char *stop = std::find_if(start, end, endsLine);
    const bool lineFeedOfCrBefore = m_position == 0 && m_chunkBeforeEndedInCr && *start == '\n';
    if (!m_inRow)
        m_rowLine = m_line;
    if (stop != end) {
        const bool isCrLf = *stop == '\r' && stop + 1 != end && stop[1] == '\n';
        stop += isCrLf ? 2 : 1;
        if (!lineFeedOfCrBefore)
            ++m_line;
    }
    m_position += stop - start;
    return {start, stop - start};
}

bool CsvReader::growRow(qsizetype bytes)
{
    m_rowSize = m_inRow ? m_rowSize + bytes : bytes;
    if (m_rowSize <= longestRow)
        return true;
    fail(tooLong(*m_file, m_rowLine));
    return false;
}

void CsvReader::feed(QByteArrayView line)
{
    m_rowEnded = false;
    csv_parse(&m_parser, line.data(), size_t(line.size()), onCell, onRowEnd, this);
    m_inRow = !m_rowEnded && (m_inRow || !endsLine(line.front()));
}

// Under strict options csv_fini refuses a cell whose quotation mark is still open, and leaves the
// parser as it was, so that the second call hands the row out all the same.
std::optional<Row> CsvReader::lastRow()
{
    if (!m_inRow)
        return std::nullopt;
    csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    const bool isOpen = csv_fini(&m_parser, onCell, onRowEnd, this) != 0;
    csv_set_opts(&m_parser, 0);
    if (isOpen)
        csv_fini(&m_parser, onCell, onRowEnd, this);
    m_inRow = false;
    Row row = finishedRow();
    if (isOpen)
        row.problem = Words::tr("a quotation mark opens in this row and is never closed");
    return row;
}

Row CsvReader::finishedRow()
{
    return {m_rowLine, std::exchange(m_cells, {}), {}};
}

void CsvReader::onCell(void *text, size_t size, void *reader)
{
    static_cast<CsvReader *>(reader)->m_cells.append(
        QString::fromUtf8(static_cast<const char *>(text), qsizetype(size)));
}

void CsvReader::onRowEnd(int, void *reader)
{
    static_cast<CsvReader *>(reader)->m_rowEnded = true;
}

} // namespace exchange
