// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_writer.h"

#include <QSaveFile>

namespace exchange
{

// Writes CSV as RFC 4180 has it, in UTF-8 with a mark, without which spreadsheets show Chinese
// garbled. Spreadsheets also run a text that begins with =, +, - or @ as a formula, and citizens'
// words end up in these tables; so such text gets an apostrophe in front, unless it reads as a
// number or a phone number. A file that goes back into griddesk is written verbatim instead.
class CsvWriter : public TableWriter
{
public:
    enum class Formulas { Disarmed, Verbatim };

    explicit CsvWriter(const QString &path, Formulas formulas = Formulas::Disarmed);

    bool begin(const std::vector<Column> &columns) override;
    bool add(const QVariantList &cells) override;
    bool finish() override;

private:
    bool writeLine(const QByteArray &line);
    QByteArray escaped(const QVariant &cell) const;

    QSaveFile m_file;
    Formulas m_formulas;
    QByteArray m_line;
};

} // namespace exchange
