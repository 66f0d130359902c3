// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/figure_sheet.h"

#include "exchange/xlsx_writer.h"

#include <QCoreApplication>

namespace app
{

QString writeFigures(const reports::FigureTable &table, const QString &path)
{
    std::vector<exchange::Column> columns;
    for (const auto &column : table.columns)
        columns.push_back({column.title,
            column.isNumber ? exchange::ColumnType::Number : exchange::ColumnType::Text});
    exchange::XlsxWriter writer(path, QCoreApplication::translate("app", "Figures"));
    bool isWritten = writer.begin(columns);
    for (const QVariantList &row : table.rows)
        isWritten = isWritten && writer.add(row);
    if (isWritten && writer.finish())
        return {};
    return writer.error() ? writer.error()->line()
                          : QCoreApplication::translate("app", "%1 can't be written.").arg(path);
}

} // namespace app
