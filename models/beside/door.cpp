// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/door.h"

#include "beside/host_session.h"
#include "beside/words.h"

#include <QFile>
#include <QLocalSocket>

namespace beside
{

namespace
{
/// More scripts at once than anyone runs.
constexpr qsizetype mostGuests = 32;
} // namespace

Door::Door(const store::DeskFolder &folder, const QByteArray &deskKey, store::CommandTaker &taker,
    domain::Random &random)
    : m_place(folder)
    , m_deskKey(deskKey)
    , m_taker(taker)
    , m_random(random)
    , m_server(new QLocalServer(this))
{
    connect(m_server, &QLocalServer::newConnection, this, &Door::letIn);
}

void Door::open()
{
    // Whoever holds the desk's lock is the only one who may listen: what lies there was left by one that died.
    QLocalServer::removeServer(m_place.path());
    // Qt's own way of restricting access works in the folder above, which may be nobody's to write.
    if (m_server->listen(m_place.path()))
        QFile::setPermissions(m_place.path(), QFile::ReadOwner | QFile::WriteOwner);
}

void Door::letIn()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (m_isClosing || m_sessions.size() >= mostGuests
            || !isSameUser(socket->socketDescriptor())) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *session = new HostSession(socket, m_deskKey, m_taker, m_random, this);
        m_sessions.append(session);
        connect(session, &HostSession::ended, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
            closeWhenEmpty();
        });
    }
}

void Door::close()
{
    m_isClosing = true;
    m_server->close();
    const QList<HostSession *> sessions = m_sessions;
    for (HostSession *session : sessions) {
        session->leave(
            {{{}, Words::tr("The program that had the desk open was just closed."),
                 Words::tr("Nothing was changed; do it again."), domain::Refusal::Device},
                true});
    }
    closeWhenEmpty();
}

void Door::closeWhenEmpty()
{
    if (m_isClosing && m_sessions.isEmpty())
        Q_EMIT closed();
}

} // namespace beside
