// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_reader.h"
#include "exchange/text_decoder.h"

#include <QFile>

#include <csv.h>

namespace exchange
{

// Names the first byte that the decoder stopped at.
FileRefusal wrongEncoding(const TextDecoder &decoder, const QString &fileName);

// A table as text, its cells set apart by comma, tab or semicolon, whichever the header line has
// most of. Blank lines are passed over. A row may be 16 MiB long; beyond that a quotation mark
// has lost its partner and would swallow the rest of the file.
class CsvReader : public TableReader
{
public:
    // The encoding must be known to TextDecoder; the file is open and at its start.
    CsvReader(std::unique_ptr<QFile> file, const QString &encoding);
    ~CsvReader() override;
    Q_DISABLE_COPY_MOVE(CsvReader)

    qint64 bytesRead() const override { return m_bytesRead; }
    qint64 size() const override { return m_file->size(); }
    QString encodingName() const override { return m_decoder.name(); }

protected:
    std::optional<Row> readRow() override;

private:
    bool fillChunk();
    QByteArrayView takeLine();
    void feed(QByteArrayView line);
    bool growRow(qsizetype bytes);
    std::optional<Row> lastRow();
    Row finishedRow();

    static void onCell(void *text, size_t size, void *reader);
    static void onRowEnd(int terminator, void *reader);

    std::unique_ptr<QFile> m_file;
    TextDecoder m_decoder;
    qint64 m_bytesRead = 0;
    bool m_atEnd = false;

    QByteArray m_chunk; // UTF-8, decoded and not yet fed from m_position on
    qsizetype m_position = 0;
    bool m_chunkBeforeEndedInCr = false;

    csv_parser m_parser;
    qint64 m_line = 1; // of the text at m_position
    qint64 m_rowLine = 1; // where the row at hand starts
    qint64 m_rowSize = 0; // bytes fed of the row at hand
    bool m_inRow = false;
    bool m_rowEnded = false;
    QStringList m_cells;
};

} // namespace exchange
