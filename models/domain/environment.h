// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace domain
{

/// What the world tells a desk and no rule may ask for by itself: the time. Handed in from the
/// outside, so that a test lives through a year in a second and a simulation is repeatable.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    virtual qint64 now_ms() const = 0;
};

/// The other thing the world tells: bytes that nobody can foresee. Safe to call from any thread.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<quint8> bytes) = 0;
};

} // namespace domain
