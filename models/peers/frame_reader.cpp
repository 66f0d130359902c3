// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/frame_reader.h"

#include <QtEndian>

namespace peers
{

namespace
{
constexpr qsizetype lengthBytes = sizeof(quint32);

QByteArrayView cut(QByteArrayView &bytes, qsizetype size)
{
    const QByteArrayView front = bytes.first(qMin(size, bytes.size()));
    bytes = bytes.sliced(front.size());
    return front;
}
} // namespace

bool FrameReader::takeLength(QByteArrayView &bytes)
{
    if (m_length.size() < lengthBytes) {
        m_length += cut(bytes, lengthBytes - m_length.size());
        if (m_length.size() < lengthBytes)
            return false;
        m_size = qsizetype(qFromBigEndian<quint32>(m_length.constData()));
        if (m_size > m_limit)
            m_fault = FrameFault::TooLong;
    }
    return !m_fault;
}

std::optional<Frame> FrameReader::take(QByteArrayView &bytes)
{
    if (m_fault || !takeLength(bytes))
        return {};
    m_body += cut(bytes, m_size - m_body.size());
    if (m_body.size() < m_size)
        return {};
    auto answer = decodeFrame(std::exchange(m_body, {}));
    m_length.clear();
    if (const auto *fault = std::get_if<FrameFault>(&answer)) {
        m_fault = *fault;
        return {};
    }
    return std::get<Frame>(std::move(answer));
}

} // namespace peers
