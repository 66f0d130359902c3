// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/token_bucket.h"

#include <algorithm>

namespace peers
{

namespace
{
constexpr qint64 worthSending = 1400; ///< bytes: about one packet
constexpr qint64 second_ms = 1000;
} // namespace

qint64 TokenBucket::take(qint64 now_ms, qint64 wanted)
{
    if (m_rate <= 0)
        return wanted;
    m_filledAt_ms = std::clamp(m_filledAt_ms, now_ms - second_ms, now_ms);
    const qint64 fresh = m_rate * (now_ms - m_filledAt_ms) / second_ms;
    m_held = std::min(m_rate, m_held + fresh);
    // Parts of a byte are not lost.
    m_filledAt_ms += fresh * second_ms / m_rate;
    if (m_held < std::min({wanted, worthSending, m_rate}))
        return 0;
    const qint64 taken = std::min(wanted, m_held);
    m_held -= taken;
    return taken;
}

qint64 TokenBucket::wait_ms() const
{
    if (m_rate <= 0)
        return 0;
    const qint64 lacking = std::min(worthSending, m_rate) - m_held;
    return std::clamp(lacking * second_ms / m_rate + 1, qint64(1), second_ms);
}

} // namespace peers
