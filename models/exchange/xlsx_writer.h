// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_writer.h"

#include <memory>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace exchange
{

// Writes a workbook with a bold header that stays in view, a filter on every column and columns
// as wide as their content. Numbers and dates are ones that a spreadsheet can count with; text is
// always text, so nothing in it runs as a formula. Rows are not kept in memory. When a sheet is
// full, the table goes on, with its header, on the next one.
class XlsxWriter : public TableWriter
{
public:
    static constexpr int sheetCapacity = 1'048'575; // rows below the header

    explicit XlsxWriter(
        const QString &path, const QString &sheetName, int rowsPerSheet = sheetCapacity);
    ~XlsxWriter() override; // without finish() nothing is left on the disk
    Q_DISABLE_COPY_MOVE(XlsxWriter)

    bool begin(const std::vector<Column> &columns) override;
    // What follows is another table, on a sheet of its own behind the others.
    bool beginSheet(const QString &name, const std::vector<Column> &columns);
    bool add(const QVariantList &cells) override;
    bool finish() override;

private:
    bool startSheet();
    void completeSheet();
    bool writeCell(int column, const QVariant &cell);
    bool writeMoment(int column, const QDateTime &moment, bool withTime);
    bool writeText(int column, const QString &text, lxw_format *format = nullptr);
    void widen(int column, int characters);
    bool check(int lxwError);

    QString m_path;
    QString m_temporaryPath;
    QString m_sheetName;
    int m_rowsPerSheet;

    lxw_workbook *m_workbook = nullptr; // freed by workbook_close
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_date = nullptr;
    lxw_format *m_dateTime = nullptr;

    std::vector<Column> m_columns;
    std::vector<int> m_widths; // characters
    int m_sheetCount = 0;
    int m_row = 0; // on the sheet, the header being 0
    int m_cutCells = 0;
};

} // namespace exchange
