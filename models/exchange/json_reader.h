// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table_reader.h"

#include <QJsonArray>

namespace exchange
{

// A list of records as JSON, the way that web services and public data come: an array of objects, or an object of which one member
// is such an array. Each object is a row, its members' names are the columns. Held as a whole, 64 MiB at most.
class JsonReader : public TableReader
{
public:
    static std::variant<std::unique_ptr<TableReader>, FileRefusal> open(
        const QByteArray &json, const QString &fileName);

    qint64 bytesRead() const override
    {
        return m_rows.isEmpty() ? 0 : m_size * m_at / m_rows.size();
    }
    qint64 size() const override { return m_size; }

protected:
    std::optional<Row> readRow() override;

private:
    JsonReader(QJsonArray rows, QStringList names, qint64 size);

    QJsonArray m_rows;
    QStringList m_names;
    qint64 m_size;
    qsizetype m_at = -1; // the header comes first
};

// Whether a file that begins so is such a list rather than a map.
bool isRecords(const QByteArray &head);

} // namespace exchange
