// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/figure_sheet.h"

#include "exchange/xlsx_writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace app
{

namespace
{

using reports::FigureTable;

std::vector<exchange::Column> columnsOf(const FigureTable &table)
{
    std::vector<exchange::Column> columns;
    for (const FigureTable::Column &column : table.columns) {
        const auto type = column.kind == FigureTable::Kind::Number ? exchange::ColumnType::Number
            : column.kind == FigureTable::Kind::Day                ? exchange::ColumnType::Date
                                                                   : exchange::ColumnType::Text;
        columns.push_back({column.title, type});
    }
    return columns;
}

bool addRows(exchange::XlsxWriter &writer, const FigureTable &table)
{
    return std::ranges::all_of(
        table.rows, [&writer](const QVariantList &row) { return writer.add(row); });
}

} // namespace

QString writeFigures(const FigureTable &table, const QString &path)
{
    exchange::XlsxWriter writer(path, table.title);
    bool isWritten = writer.begin(columnsOf(table)) && addRows(writer, table);
    for (const FigureTable &more : table.further)
        isWritten =
            isWritten && writer.beginSheet(more.title, columnsOf(more)) && addRows(writer, more);
    if (isWritten && writer.finish())
        return {};
    return writer.error() ? writer.error()->line()
                          : QCoreApplication::translate("app", "%1 can't be written.").arg(path);
}

} // namespace app
