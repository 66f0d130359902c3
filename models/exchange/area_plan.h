// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import_run.h"

#include <QSet>

namespace exchange
{

// What the areas of a map file change in the division. A grid that was never drawn has its area since ever; one that was gets
// the new one from today on, or from the day that the person names.
class AreaPlan
{
public:
    AreaPlan(store::Reader &reader, std::optional<qint64> from_ms, QString reason);

    // The plan of a grid's row, which draws its area as well where the grid hasn't that area by then. A grid that the file
    // draws twice is refused the second time: nobody knows whether the two belong together.
    RowPlan with(RowPlan plan, const domain::Id &grid, const domain::Shape &area);

private:
    qint64 startOfToday_ms() const;

    store::Reader &m_reader;
    const std::optional<qint64> m_from_ms;
    const QString m_reason;
    QSet<domain::Id> m_drawn;
};

} // namespace exchange
