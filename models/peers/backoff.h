// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

namespace peers
{

/// When a peer that couldn't be reached is called again: after a second, then each time twice as long, up to a minute; each
/// time by chance somewhat sooner or later, so that a hundred desks don't all call the one that just came back.
class Backoff
{
public:
    static constexpr qint64 shortest_ms = 1000, longest_ms = 60'000;

    /// How long to wait after one more failure.
    qint64 next_ms(domain::Random &random);
    void succeeded() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

} // namespace peers
