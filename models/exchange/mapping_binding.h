// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping_values.h"
#include "exchange/rejects.h"

namespace exchange
{

// A mapping tied to the columns of one table: reads a row's cells as the values of the fields that
// they feed.
class BoundMapping
{
public:
    struct Feed {
        Target target;
        FieldSource source;
        std::vector<int> columns;
        ValueReader values;
    };

    // A mapping that names a field or a column that isn't there, or that feeds nothing, is refused as a whole.
    static std::variant<BoundMapping, FileRefusal> bind(const Mapping &mapping,
        const Targets &targets, const QStringList &columns, store::Reader &reader);

    // Calls `take(target, value)` for each field that the row fills in; the first cell that its field can't take
    // ends it and is the row's problem.
    template <typename Take> std::optional<RowProblem> read(const Row &row, Take take) const
    {
        if (!row.problem.isEmpty())
            return RowProblem{{}, row.problem};
        for (const Feed &feed : m_feeds) {
            CellValue cell = feed.values.read(textFor(feed, row.cells));
            if (!cell.problem.isEmpty())
                return RowProblem{feed.target.key, cell.problem};
            if (cell.value.isValid())
                take(feed.target, cell.value);
        }
        return {};
    }

    // What the row says, the same for rows that say the same whatever else the table has.
    QByteArray fingerprint(const Row &row) const;
    bool feeds(QStringView field) const;
    const QString &source() const { return m_source; }

private:
    static QString textFor(const Feed &feed, const QStringList &cells);

    QString m_source;
    std::vector<Feed> m_feeds;
};

} // namespace exchange
