// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <iterator>

namespace app
{

/// Chance that falls the same way every time for the same seed (SplitMix64): what is made with it can be
/// made again.
class Dice final : public domain::Random
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// From `low` to `high`, both included.
    qint64 between(qint64 low, qint64 high)
    {
        return low + qint64(next() % quint64(high - low + 1));
    }
    bool chance(int percent) { return int(next() % 100) < percent; }
    template <typename List> const auto &oneOf(const List &list)
    {
        return *std::next(std::begin(list), qint64(next() % quint64(std::size(list))));
    }

    void fill(std::span<quint8> bytes) override
    {
        for (quint8 &byte : bytes)
            byte = quint8(next());
    }

private:
    quint64 m_state;
};

} // namespace app
