// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csv_writer.h"
#include "exchange/table_reader.h"

namespace exchange
{

// Why a row could not be taken: the field at fault and the reason, for the person who mends the row.
struct RowProblem {
    QString field; // its key; empty for the whole row
    QString reason;
};

// The refused rows of an import beside what was wrong with each: line, field and reason before the
// row's own cells. Mended, the file can be imported again as it is.
class RejectsFile
{
public:
    // Nothing is written until a row is refused, unless `always`: then the file is there, if only with its header.
    RejectsFile(QString path, QStringList columns, bool always);

    static const QStringList &ownColumns();

    // Whether the file can be written, found out before anything is imported where it is to be there always.
    bool prepare() { return !m_always || begin(); }
    bool add(const Row &row, const RowProblem &problem);
    bool finish();
    // The file's path once there is something to read.
    QString path() const { return m_begun ? m_path : QString(); }
    const std::optional<FileRefusal> &error() const { return m_writer.error(); }

private:
    bool begin();

    QString m_path;
    QStringList m_columns;
    CsvWriter m_writer;
    bool m_always;
    bool m_begun = false;
};

} // namespace exchange
