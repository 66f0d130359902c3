// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <mutex>
#include <random>

namespace support
{

/// Chance that repeats itself for the same seed.
class SeededRandom final : public domain::Random
{
public:
    explicit SeededRandom(quint64 seed = 1)
        : m_engine(seed)
    {
    }

    void fill(std::span<quint8> bytes) override
    {
        const std::scoped_lock lock(m_mutex);
        for (quint8 &byte : bytes)
            byte = quint8(m_engine());
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace support
