// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

namespace app
{

/// The computer's clock.
class SystemClock final : public domain::Clock
{
public:
    qint64 now_ms() const override;
};

/// The operating system's source of random bytes.
class SystemRandom final : public domain::Random
{
public:
    SystemRandom();
    void fill(std::span<quint8> bytes) override;
};

} // namespace app
