// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"

#include <QHash>
#include <QVector>

namespace store
{

/// Finds the grid of a place in the register of places (street, community, beginning of the address →
/// grid). A row fits when everything that it names fits; of those that fit the one that says most wins, a longer
/// address beginning before a community, a community before a street. Only places in a grid are kept, so that an
/// address table of the whole country costs it nothing.
class PlaceFinder
{
public:
    explicit PlaceFinder(Database &database);

    /// A null id when no place fits. `ticket` holds ticket fields in plain text.
    domain::Id gridFor(const domain::Values &ticket) const;
    /// A row was put or removed.
    void renew(const NumberedRow &row);

private:
    struct Place {
        qint64 row = 0;
        QString street;
        QString address;
        domain::Id grid;
    };

    void add(const NumberedRow &row);

    QHash<QString, QVector<Place>> m_byCommunity;
    QHash<qint64, QString> m_communities; // by row
};

} // namespace store
