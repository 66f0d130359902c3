// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/division.h"
#include "geo/grid_index.h"
#include "store/sql.h"

#include <QMap>

#include <memory>

namespace store
{

/// The area of every grid that has one at a moment, grids that were removed apart. Drawings that this program can't read
/// count as if they weren't there. Throws SqlFailure.
QVector<domain::GridArea> findDivision(Database &database, qint64 at_ms);
/// How often and to what one grid was drawn, the earliest day first.
QVector<domain::Drawing> findDrawings(Database &database, const domain::Id &grid);

/// The division of one time, indexed: whatever is asked for between two days on which something was drawn.
struct Division {
    QVector<domain::GridArea> areas;
    geo::GridIndex index;

    QVector<domain::Id> gridsAt(const domain::GeoPoint &point) const;
};

/// The divisions that were asked for, kept for as long as nobody draws anything: of ten thousand grids one takes some
/// ten megabytes and a moment to read. Belongs to the connection that it reads through.
class DivisionBook
{
public:
    explicit DivisionBook(Database &database)
        : m_database(database)
    {
    }

    /// Shared, so that another thread may go on asking it. Throws SqlFailure.
    std::shared_ptr<const Division> at(qint64 at_ms);
    /// Something was committed or rolled back: looks, when it is asked next, whether that was a drawing or a grid.
    void doubt() { m_isDoubtful = true; }

private:
    using Stamp = QByteArray; ///< says whether drawings or grids are others than before
    Stamp stamp();
    void makeSure();
    QVector<qint64> days();

    Database &m_database;
    Stamp m_stamp;
    bool m_isDoubtful = true;
    QVector<qint64> m_days; ///< from which something was drawn, ascending
    QMap<qint64, std::shared_ptr<const Division>> m_divisions; ///< by the day from which they hold
};

} // namespace store
