// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/known_places.h"

#include <QSet>

namespace ui::intake
{

using namespace domain;

void KnownPlaces::read(store::Reader &reader)
{
    m_places.clear();
    const auto rows = reader.findRows(Register::Place);
    for (const auto &row : rows) {
        const Values &values = row.row.values;
        m_places.append({values.text(place::Street), values.text(place::Community),
            values.text(place::Address)});
    }
}

QList<widgets::Candidate> KnownPlaces::candidates() const
{
    QList<widgets::Candidate> candidates;
    QSet<QString> offered;
    for (const Place &place : m_places) {
        const QString text = place.address.isEmpty() ? place.community : place.address;
        if (text.isEmpty() || offered.contains(text))
            continue;
        offered.insert(text);
        const QString note = text == place.community ? place.street : place.community;
        candidates.append({text, {}, text, note});
    }
    return candidates;
}

/// The one that says most of those that the address begins with or names.
const KnownPlaces::Place *KnownPlaces::placeOf(const QString &address) const
{
    const Place *best = nullptr;
    qsizetype most = 0;
    for (const Place &place : m_places) {
        const bool fits = place.address.isEmpty()
            ? !place.community.isEmpty() && address.contains(place.community)
            : address.startsWith(place.address);
        const qsizetype says = place.address.size() * 4 + place.community.size();
        if (fits && says > most) {
            most = says;
            best = &place;
        }
    }
    return best;
}

void KnownPlaces::complete(Values &ticket) const
{
    const Place *place = placeOf(ticket.text(field::Address));
    if (!place)
        return;
    if (!ticket.has(field::Street))
        ticket.set(field::Street, place->street);
    if (!ticket.has(field::Community))
        ticket.set(field::Community, place->community);
}

} // namespace ui::intake
