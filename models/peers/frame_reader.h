// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/frame.h"

namespace peers
{

/// Cuts what comes in from the other side into frames, however it was split on the way. It keeps the bytes of one frame at most, and
/// none of one that announces more than the limit.
class FrameReader
{
public:
    explicit FrameReader(qsizetype limit = maximumFrameBytes)
        : m_limit(limit)
    {
    }

    void setLimit(qsizetype limit) { m_limit = limit; }
    /// Takes bytes from the front of `bytes`, until a frame is whole or none are left. After a fault it takes nothing more.
    std::optional<Frame> take(QByteArrayView &bytes);
    std::optional<FrameFault> fault() const { return m_fault; }
    /// In the middle of a frame.
    bool isWithin() const { return !m_length.isEmpty(); }

private:
    bool takeLength(QByteArrayView &bytes);

    qsizetype m_limit;
    QByteArray m_length; ///< as far as it has come
    qsizetype m_size = 0; ///< what it says
    QByteArray m_body;
    std::optional<FrameFault> m_fault;
};

} // namespace peers
