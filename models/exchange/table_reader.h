// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"

#include "domain/shape.h"

#include <QQueue>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace exchange
{

// The header's names, all different: a repeated name gets " (2)", an empty cell "column N".
QStringList distinctNames(const QStringList &header);

// What a row of a map draws.
struct RowArea {
    domain::Shape shape;
    QString problem = {}; // why it can't be the area of a grid; empty: it can
    QString repair = {}; // what was changed to make it one, with the size before and after
};

// One row of a table as the file has it. Cells keep their raw text, as many as there are columns:
// missing ones are empty, and surplus ones are left out and named in the problem.
struct Row {
    qint64 line = 0; // from 1: line of the text where the row starts, or row number of the sheet
    QStringList cells;
    QString problem; // empty, or why the row can't be taken as it is
    std::optional<RowArea> area = {}; // where the table is a map
};

// A table that somebody hands in, be it a text or a sheet of a workbook, read row by row from its
// header to its end. A table that turns out to be unreadable on the way ends with an error. Text
// takes bounded memory however long the file is; a workbook's sheet is held as a whole.
class TableReader
{
public:
    virtual ~TableReader() = default;

    const QStringList &columns() const { return m_columns; }

    // Nothing at the end of the table and after an error.
    std::optional<Row> next();
    const std::optional<FileRefusal> &error() const { return m_error; }

    // Progress in bytes of the file; for workbooks in proportion to the rows.
    virtual qint64 bytesRead() const = 0;
    virtual qint64 size() const = 0;

    // The encoding that was named or found; empty for workbooks.
    virtual QString encodingName() const { return {}; }

    // The workbook's sheets with any cell, or the map's layers with any feature; empty for texts.
    virtual QStringList sheetNames() const { return {}; }
    // Which of them is read.
    virtual QString sheetName() const { return {}; }
    // What whoever hands the table in should know of how it is read: what had to be assumed, what was cut.
    virtual QStringList remarks() const { return {}; }

    // Rows that draw areas come in the order in which grids are numbered: from north to south, and from west to east. Called before
    // the first row is read, for a map whose grids have no numbers yet.
    virtual void orderByPlace() { }

    // Takes the first row as header; a title that stands above it across the sheet is passed over. Called once, by
    // whoever opens the table.
    void readHeader(const QString &fileName);

protected:
    // The next row with the cells that the file has, nothing at the end or after fail().
    virtual std::optional<Row> readRow() = 0;
    void fail(FileRefusal refusal) { m_error = std::move(refusal); }

private:
    std::optional<Row> headerRow();

    QStringList m_columns;
    QQueue<Row> m_putBack; // read in looking for the header
    std::optional<FileRefusal> m_error;
};

struct TableOptions {
    QString encoding; // empty: found from the text
    QString
        layer; // name of a workbook's sheet or a map's layer; empty: the first, or the one with areas
    QString system =
        {}; // of a map, as a person names it, an offset one (GCJ-02) too; empty: the file's own
    bool repairs = false; // areas whose borders cross are put right
    bool anyLayer = false; // of several layers with areas the first instead of asking which
};

using OpenedTable = std::variant<std::unique_ptr<TableReader>, FileRefusal>;

// The file's kind is found by its content, whatever its suffix says. A text is checked against its
// encoding from end to end before the first row is handed out, so that a wrong encoding never
// lets half a file of garbled rows in.
OpenedTable openTable(const QString &path, const TableOptions &options = {});

} // namespace exchange
