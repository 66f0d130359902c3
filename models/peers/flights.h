// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/heads.h"

#include <deque>
#include <optional>

namespace peers
{

/// A numbered frame on its way to the peer, not yet acknowledged.
struct Flight {
    qint64 number = 0;
    qint64 sent_ms = 0;
    qint64 entries = 0;
    record::Heads through; ///< how far its entries reach in their feeds
};

/// What one side has sent and the other hasn't acknowledged, at most a window of it.
class Flights
{
public:
    bool isEmpty() const { return m_flights.empty(); }
    qsizetype count() const { return qsizetype(m_flights.size()); }
    qint64 entries() const;
    /// Gives it its number.
    qint64 depart(Flight flight);
    /// Nothing for a number that isn't under way.
    std::optional<Flight> land(qint64 number);
    /// Whether one has been under way for longer than that.
    bool hasOlderThan(qint64 moment_ms) const;

private:
    std::deque<Flight> m_flights;
    qint64 m_last = 0;
};

} // namespace peers
