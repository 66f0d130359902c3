// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

// Small files written and tables read, for the tests of this folder.
namespace tables
{

inline QString shared(const QString &path)
{
    return QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/") + path;
}

inline QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    const bool complete = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return complete ? file.fileName() : QString();
}

struct Table {
    QStringList columns;
    QList<QStringList> rows;
    QList<qint64> lines;
    QStringList problems;
    QString encoding;
    std::optional<exchange::FileRefusal> refusal; // at opening or on the way
};

inline Table readAll(const QString &path, const exchange::TableOptions &options = {})
{
    Table table;
    exchange::OpenedTable opened = exchange::openTable(path, options);
    if (auto *refusal = std::get_if<exchange::FileRefusal>(&opened)) {
        table.refusal = *refusal;
        return table;
    }
    auto &reader = std::get<std::unique_ptr<exchange::TableReader>>(opened);
    table.columns = reader->columns();
    table.encoding = reader->encodingName();
    while (const auto row = reader->next()) {
        table.rows.append(row->cells);
        table.lines.append(row->line);
        table.problems.append(row->problem);
    }
    table.refusal = reader->error();
    return table;
}

} // namespace tables
