// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "beside/message.h"

#include <QLocalSocket>

namespace beside
{

/// Messages over a socket: each after its length, four bytes with the highest first. Belongs to the socket's thread.
class Line
{
public:
    explicit Line(QLocalSocket &socket)
        : m_socket(socket)
    {
    }

    void send(const Message &message) { sendEncoded(encode(message)); }
    void sendEncoded(const QByteArray &bytes);
    /// Longer ones are garbage.
    void allow(qsizetype longest) { m_longest = longest; }
    /// The next one that has arrived whole; nothing while there is none.
    std::optional<Message> next();
    /// Waits for it on this thread; nothing when it doesn't come in time.
    std::optional<Message> await(int patience_ms);
    /// What came can't be understood, and so neither can what follows.
    bool isGarbled() const { return m_garbled; }

private:
    QLocalSocket &m_socket;
    QByteArray m_arrived;
    qsizetype m_longest = maximumGreeting;
    bool m_garbled = false;
};

} // namespace beside
