// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "beside/socket_place.h"
#include "domain/environment.h"
#include "store/command_taker.h"

#include <QLocalServer>

namespace beside
{

class HostSession;

/// The host's socket and those who came in by it. Lives on the host's thread.
class Door : public QObject
{
    Q_OBJECT
public:
    Door(const store::DeskFolder &folder, const QByteArray &deskKey, store::CommandTaker &taker,
        domain::Random &random);

    void open();
    /// closed() follows when everyone has gone.
    void close();

Q_SIGNALS:
    void closed();

private:
    void letIn();
    void closeWhenEmpty();

    const SocketPlace m_place;
    const QByteArray m_deskKey;
    store::CommandTaker &m_taker;
    domain::Random &m_random;
    QLocalServer *m_server;
    QList<HostSession *> m_sessions;
    bool m_isClosing = false;
};

} // namespace beside
