// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/filling.h"

#include "peers/filling_work.h"

namespace peers
{

Filling::Filling(const store::DeskFolder &folder, const store::Secrets &secrets, const Pin &pin,
    domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_work(new FillingWork(folder, secrets, pin, random))
{
    m_work->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_work, &QObject::deleteLater);
    connect(m_work, &FillingWork::progressed, this, &Filling::progressed);
    connect(m_work, &FillingWork::ended, this, &Filling::ended);
    m_thread.setObjectName(QStringLiteral("filling"));
    m_thread.start();
}

Filling::~Filling()
{
    m_work->disconnect(this);
    QMetaObject::invokeMethod(m_work, &FillingWork::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Filling::start(const Address &address)
{
    QMetaObject::invokeMethod(m_work, [work = m_work, address] { work->start(address); });
}

} // namespace peers
