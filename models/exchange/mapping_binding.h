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
    template <typename Take>
    std::optional<RowProblem> read(
        const Row &row, Take take, QVector<RowProblem> *leftOut = nullptr) const
    {
        if (!row.problem.isEmpty())
            return RowProblem{{}, row.problem};
        for (const Feed &feed : m_feeds) {
            CellValue cell = feed.values.read(textFor(feed, row.cells));
            if (mayWait(feed, cell)) {
                if (leftOut)
                    leftOut->append({feed.target.key, cell.problem});
                continue;
            }
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
    // A person or grid that nobody knows yet is left out of its row from now on, instead of refusing it.
    void deferUnknown(bool defers) { m_defersUnknown = defers; }
    const QString &source() const { return m_source; }

private:
    static QString textFor(const Feed &feed, const QStringList &cells);

    bool mayWait(const Feed &feed, const CellValue &cell) const;

    QString m_source;
    std::vector<Feed> m_feeds;
    bool m_defersUnknown = false;
};

} // namespace exchange
