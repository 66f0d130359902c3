// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QtPlugin>

#include <memory>

namespace exchange
{

// One sheet of a workbook, row by row, all cells as text. Dates come as ISO text, numbers as the
// workbook writes them. Rows without any text are passed over.
class WorkbookSheet
{
public:
    virtual ~WorkbookSheet() = default;
    virtual bool nextRow(qint64 &number, QStringList &cells) = 0;
    virtual qint64 rowsRead() const = 0;
    virtual qint64 rowCount() const = 0;
};

struct WorkbookAnswer {
    bool isWorkbook = false;
    std::unique_ptr<WorkbookSheet> sheet; // null: no such sheet
    QStringList sheetNames; // those with any cell
    QString reason; // why it is no workbook, as the library says it
};

// What the module griddesk_workbook offers; it alone knows the library that reads workbooks.
class WorkbookPlugin
{
public:
    virtual ~WorkbookPlugin() = default;

    // An empty sheet name asks for the first sheet.
    virtual WorkbookAnswer open(const QString &path, const QString &sheetName) = 0;
};

} // namespace exchange

Q_DECLARE_INTERFACE(exchange::WorkbookPlugin, "griddesk.WorkbookPlugin/1")
