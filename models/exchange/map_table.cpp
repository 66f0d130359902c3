// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_table.h"

namespace exchange
{

namespace
{

class MapTable : public TableReader
{
public:
    explicit MapTable(const MapContent &map)
        : m_columns(map.columns)
    {
        for (const MapFeature &feature : map.features)
            m_rows.append({feature.ordinal, feature.texts, {}});
    }

    qint64 bytesRead() const override { return m_next; }
    qint64 size() const override { return m_rows.size(); }

protected:
    std::optional<Row> readRow() override
    {
        if (m_next < 0) {
            ++m_next;
            return Row{0, m_columns, {}};
        }
        return m_next < m_rows.size() ? std::optional(m_rows[m_next++]) : std::nullopt;
    }

private:
    QStringList m_columns;
    QVector<Row> m_rows;
    qsizetype m_next = -1; // the header
};

} // namespace

std::unique_ptr<TableReader> tableOf(const MapContent &map, const QString &fileName)
{
    auto table = std::make_unique<MapTable>(map);
    table->readHeader(fileName);
    return table;
}

} // namespace exchange
