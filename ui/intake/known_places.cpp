// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/known_places.h"

#include <QSet>

#include <algorithm>

namespace ui::intake
{

using namespace domain;

namespace
{

constexpr int mostOffered = 30; // out of the address table

} // namespace

KnownPlaces::Place KnownPlaces::placeIn(const Values &values)
{
    return {values.text(place::Street), values.text(place::Community), values.text(place::Address)};
}

void KnownPlaces::read(store::Reader &reader)
{
    m_places.clear();
    const auto rows = reader.findRowsInGrids(Register::Place);
    for (const auto &row : rows)
        m_places.append(placeIn(row.row.values));
}

QList<widgets::Candidate> KnownPlaces::candidates(store::Reader &reader, const QString &typed)
{
    m_found.clear();
    const auto rows = reader.findPlaces(typed, mostOffered);
    for (const auto &row : rows)
        m_found.append(placeIn(row.row.values));
    QList<widgets::Candidate> candidates;
    QSet<QString> offered;
    const auto offer = [&](const QVector<Place> &places) {
        for (const Place &place : places) {
            const QString text = place.address.isEmpty() ? place.community : place.address;
            if (text.isEmpty() || offered.contains(text))
                continue;
            offered.insert(text);
            const QString note = text == place.community ? place.street : place.community;
            candidates.append({text, {}, text, note});
        }
    };
    offer(m_places);
    offer(m_found);
    return candidates;
}

/// The one that says most of those that the address begins with or names.
const KnownPlaces::Place *KnownPlaces::placeOf(const QString &address) const
{
    const Place *best = nullptr;
    qsizetype most = 0;
    const auto consider = [&](const Place &place) {
        const bool fits = place.address.isEmpty()
            ? !place.community.isEmpty() && address.contains(place.community)
            : address.startsWith(place.address);
        const qsizetype says = place.address.size() * 4 + place.community.size();
        if (fits && says > most) {
            most = says;
            best = &place;
        }
    };
    std::ranges::for_each(m_places, consider);
    // Of the table only what the address begins with: thousands of villages are called alike.
    if (best)
        return best;
    for (const Place &place : m_found) {
        if (address.startsWith(place.address.isEmpty() ? place.community : place.address))
            consider(place);
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
