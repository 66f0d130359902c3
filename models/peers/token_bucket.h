// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace peers
{

/// How much may be sent now, so that the exchange leaves room on a slow line: so many bytes a second on average, and what
/// was not used in the last second at once.
class TokenBucket
{
public:
    /// 0: as much as the line takes.
    explicit TokenBucket(qint64 bytesPerSecond = 0)
        : m_rate(bytesPerSecond)
        , m_held(bytesPerSecond)
    {
    }

    /// Takes up to so many bytes; 0 when one has to wait.
    qint64 take(qint64 now_ms, qint64 wanted);
    /// How long until it is worth asking again.
    qint64 wait_ms() const;

private:
    const qint64 m_rate;
    qint64 m_held;
    qint64 m_filledAt_ms = 0;
};

} // namespace peers
