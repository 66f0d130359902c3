// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <random>

namespace simulation
{

/// Time that passes only when the simulation says so, the same for every run of a seed.
class VirtualClock
{
public:
    qint64 now_ms() const { return m_now_ms; }
    void pass_ms(qint64 span_ms) { m_now_ms += span_ms; }

private:
    qint64 m_now_ms = 1'795'000'000'000; // 2026-11-18
};

/// A desk's own clock: right, or off by as much as somebody set it wrong.
class DeskClock final : public domain::Clock
{
public:
    explicit DeskClock(const VirtualClock &world)
        : m_world(world)
    {
    }
    qint64 now_ms() const override { return m_world.now_ms() + m_skew_ms; }
    void setSkew_ms(qint64 skew_ms) { m_skew_ms = skew_ms; }

private:
    const VirtualClock &m_world;
    qint64 m_skew_ms = 0;
};

/// All chance of a simulation, from one seed.
class Dice final : public domain::Random
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }
    void fill(std::span<quint8> bytes) override
    {
        for (quint8 &byte : bytes)
            byte = quint8(m_engine());
    }
    /// 0 … below − 1.
    int roll(int below) { return int(m_engine() % quint64(below)); }
    std::mt19937_64 &engine() { return m_engine; }
    bool isOneIn(int many) { return roll(many) == 0; }

private:
    std::mt19937_64 m_engine;
};

} // namespace simulation
