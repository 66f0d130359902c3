// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/division.h"

#include "store/register_rows.h"
#include "store/schema.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

constexpr qsizetype mostKept = 8; // divisions

} // namespace

QVector<GridArea> findDivision(Database &database, qint64 at_ms)
{
    QHash<Id, Drawing> latest;
    eachRow(database, Register::Drawing, [&](const NumberedRow &row) {
        auto drawing = drawingIn(row.row);
        if (!drawing || drawing->from_ms > at_ms)
            return;
        const auto known = latest.constFind(drawing->grid);
        if (known == latest.constEnd() || known->from_ms < drawing->from_ms)
            latest.insert(drawing->grid, std::move(*drawing));
    });
    QVector<GridArea> areas;
    // In the order of the grids, so that the same division is the same list.
    eachRow(database, Register::Grid, [&](const NumberedRow &row) {
        const auto drawn = latest.constFind(row.row.id);
        if (drawn != latest.constEnd() && !drawn->area.isEmpty())
            areas.append({row.row.id, drawn->area});
    });
    return areas;
}

QVector<Drawing> findDrawings(Database &database, const Id &grid)
{
    QVector<Drawing> drawings;
    for (const NumberedRow &row : loadRowsUnder(database, Register::Drawing, grid)) {
        if (auto drawing = drawingIn(row.row))
            drawings.append(std::move(*drawing));
    }
    std::ranges::sort(drawings, {}, &Drawing::from_ms);
    return drawings;
}

QVector<Id> Division::gridsAt(const GeoPoint &point) const
{
    QVector<Id> grids;
    for (const int area : index.find(point))
        grids.append(index.grid(area));
    return grids;
}

/// Goes over an index of its own (schema.cpp), which holds the rows of these two registers alone.
DivisionBook::Stamp DivisionBook::stamp()
{
    static const QByteArray sql =
        "SELECT count(*), max(last_entry), total(last_entry) FROM registers WHERE "
        + ofTheDivision();
    Statement &sum = m_database.prepared(sql);
    Stamp stamp;
    if (sum.step()) {
        for (int column = 0; column < 3; ++column)
            stamp += sum.text(column).toLatin1() + ' ';
    }
    sum.reset();
    return stamp;
}

QVector<qint64> DivisionBook::days()
{
    QVector<qint64> days;
    eachRow(m_database, Register::Drawing,
        [&days](const NumberedRow &row) { days.append(row.row.values.number(drawing::From)); });
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

void DivisionBook::makeSure()
{
    if (!m_isDoubtful)
        return;
    if (const Stamp now = stamp(); now != m_stamp) {
        m_divisions.clear();
        m_days = days();
        m_stamp = now;
    }
    m_isDoubtful = false;
}

std::shared_ptr<const Division> DivisionBook::at(qint64 at_ms)
{
    makeSure();
    const auto after = std::ranges::upper_bound(m_days, at_ms);
    if (after == m_days.cbegin()) {
        static const auto none = std::make_shared<const Division>();
        return none;
    }
    const qint64 since_ms = *std::prev(after);
    if (const auto known = m_divisions.constFind(since_ms); known != m_divisions.constEnd())
        return *known;
    if (m_divisions.size() >= mostKept)
        m_divisions.clear();
    QVector<GridArea> areas = findDivision(m_database, since_ms);
    geo::GridIndex index(areas);
    return *m_divisions.insert(
        since_ms, std::make_shared<const Division>(Division{std::move(areas), std::move(index)}));
}

} // namespace store
