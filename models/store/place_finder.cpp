// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/place_finder.h"

#include "domain/ticket_fields.h"
#include "store/register_rows.h"

namespace store
{

using namespace domain;

PlaceFinder::PlaceFinder(Database &database)
{
    eachRow(database, Register::Place, [this](const NumberedRow &row) {
        const Values &values = row.row.values;
        m_byCommunity[values.text(place::Community)].append({values.text(place::Street),
            values.text(place::Address), values[place::Grid].value<Id>()});
    });
}

Id PlaceFinder::gridFor(const Values &ticket) const
{
    const QString street = ticket.text(field::Street), community = ticket.text(field::Community),
                  address = ticket.text(field::Address);
    Id best;
    qsizetype bestWeight = -1;
    const auto consider = [&](const QString &ofCommunity) {
        for (const Place &place : m_byCommunity.value(ofCommunity)) {
            const bool fits = (place.street.isEmpty() || place.street == street)
                && (place.address.isEmpty() || address.startsWith(place.address));
            const qsizetype weight = place.address.size() * 4 + (ofCommunity.isEmpty() ? 0 : 2)
                + (place.street.isEmpty() ? 0 : 1);
            if (fits && weight > bestWeight) {
                bestWeight = weight;
                best = place.grid;
            }
        }
    };
    consider({});
    if (!community.isEmpty())
        consider(community);
    return best;
}

} // namespace store
