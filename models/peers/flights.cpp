// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/flights.h"

#include <algorithm>

namespace peers
{

qint64 Flights::entries() const
{
    qint64 all = 0;
    for (const Flight &flight : m_flights)
        all += flight.entries;
    return all;
}

qint64 Flights::depart(Flight flight)
{
    flight.number = ++m_last;
    m_flights.push_back(std::move(flight));
    return m_last;
}

std::optional<Flight> Flights::land(qint64 number)
{
    const auto found = std::ranges::find(m_flights, number, &Flight::number);
    if (found == m_flights.end())
        return {};
    Flight flight = std::move(*found);
    m_flights.erase(found);
    return flight;
}

bool Flights::hasOlderThan(qint64 moment_ms) const
{
    return std::ranges::any_of(
        m_flights, [=](const Flight &flight) { return flight.sent_ms < moment_ms; });
}

} // namespace peers
