// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "store/sql.h"

#include <QHash>
#include <QVector>

namespace store
{

/// Finds the grid of a place in the register of places (street, community, beginning of the address →
/// grid). A row fits when everything that it names fits; of those that fit the one that says most wins, a longer
/// address beginning before a community, a community before a street.
class PlaceFinder
{
public:
    explicit PlaceFinder(Database &database);

    /// A null id when no place fits. `ticket` holds ticket fields in plain text.
    domain::Id gridFor(const domain::Values &ticket) const;

private:
    struct Place {
        QString street;
        QString address;
        domain::Id grid;
    };

    QHash<QString, QVector<Place>> m_byCommunity;
};

} // namespace store
