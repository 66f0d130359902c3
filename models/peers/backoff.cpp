// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/backoff.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace peers
{

qint64 Backoff::next_ms(domain::Random &random)
{
    constexpr int mostDoublings = 6;
    const qint64 wait = std::min(longest_ms, shortest_ms << std::min(m_failures++, mostDoublings));
    std::array<quint8, 4> bytes;
    random.fill(bytes);
    const qint64 chance = qFromBigEndian<quint32>(bytes.data());
    return wait / 2 + chance % (wait / 2 + 1);
}

} // namespace peers
