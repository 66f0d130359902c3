// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/place_finder.h"

#include "domain/ticket_fields.h"

namespace store
{

using namespace domain;

PlaceFinder::PlaceFinder(Database &database)
{
    eachRowInGrids(database, Register::Place, [this](const NumberedRow &row) { add(row); });
}

void PlaceFinder::add(const NumberedRow &row)
{
    const Values &values = row.row.values;
    const QString community = values.text(place::Community);
    m_byCommunity[community].append({row.number, values.text(place::Street),
        values.text(place::Address), values[place::Grid].value<Id>()});
    m_communities.insert(row.number, community);
}

void PlaceFinder::renew(const NumberedRow &row)
{
    if (const auto known = m_communities.constFind(row.number); known != m_communities.cend()) {
        m_byCommunity[*known].removeIf(
            [&row](const Place &place) { return place.row == row.number; });
        m_communities.erase(known);
    }
    if (!row.row.removed && row.row.values.has(place::Grid))
        add(row);
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
