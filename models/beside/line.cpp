// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/line.h"

#include <QDeadlineTimer>
#include <QtEndian>

namespace beside
{

namespace
{
constexpr qsizetype lengthBytes = 4;
} // namespace

void Line::sendEncoded(const QByteArray &bytes)
{
    if (m_socket.state() != QLocalSocket::ConnectedState)
        return; // gone; whoever waits hears it by the socket
    char length[lengthBytes];
    qToBigEndian(quint32(bytes.size()), length);
    m_socket.write(length, lengthBytes);
    m_socket.write(bytes);
}

std::optional<Message> Line::next()
{
    if (m_garbled)
        return {};
    m_arrived += m_socket.readAll();
    if (m_arrived.size() < lengthBytes)
        return {};
    const auto length = qsizetype(qFromBigEndian<quint32>(m_arrived.constData()));
    if (length > m_longest) {
        m_garbled = true;
        m_arrived.clear();
        return {};
    }
    if (m_arrived.size() < lengthBytes + length)
        return {};
    auto message = decode(m_arrived.mid(lengthBytes, length));
    m_arrived.remove(0, lengthBytes + length);
    m_garbled = !message;
    return message;
}

std::optional<Message> Line::await(int patience_ms)
{
    QDeadlineTimer patience(patience_ms);
    auto message = next();
    while (!message && !m_garbled && m_socket.waitForReadyRead(int(patience.remainingTime())))
        message = next();
    return message;
}

} // namespace beside
