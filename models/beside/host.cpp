// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/host.h"

#include "beside/door.h"

namespace beside
{

Host::Host(const store::DeskFolder &folder, const QByteArray &deskKey, store::CommandTaker &taker,
    domain::Random &random)
    : m_door(new Door(folder, deskKey, taker, random))
{
    m_thread.setObjectName(QStringLiteral("host"));
    m_door->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_door, &QObject::deleteLater);
    QObject::connect(m_door, &Door::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
    m_thread.start();
    QMetaObject::invokeMethod(m_door, &Door::open);
}

Host::~Host()
{
    QMetaObject::invokeMethod(m_door, &Door::close);
    m_thread.wait();
}

} // namespace beside
