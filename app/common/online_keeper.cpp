// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/online_keeper.h"

#include "exchange/online_pull.h"

namespace app
{

using exchange::OnlineReport;
using exchange::OnlineService;

namespace
{

constexpr int looking_ms = 20'000;
constexpr qint64 minute_ms = 60'000;

} // namespace

OnlineKeeper::OnlineKeeper(Desk &desk)
    : m_desk(desk)
{
    connect(&m_timer, &QTimer::timeout, this, &OnlineKeeper::look);
}

OnlineKeeper::~OnlineKeeper()
{
    {
        const QMutexLocker lock(&m_lock);
        m_isEnding = true;
        if (m_calls)
            m_calls->stop();
    }
    if (m_thread)
        m_thread->wait();
}

void OnlineKeeper::start()
{
    m_timer.start(looking_ms);
    look();
}

QVector<OnlineService> OnlineKeeper::due() const
{
    const exchange::OnlineBook book(m_desk, m_desk.read());
    QVector<OnlineService> services = book.services();
    const qint64 now_ms = m_desk.clock().now_ms();
    services.removeIf([&](const OnlineService &service) {
        const qint64 tried_ms = book.state(service.name).tried_ms;
        // A clock that was set back mustn't silence a service for as long.
        const bool isEarly =
            now_ms >= tried_ms && now_ms < tried_ms + service.interval_min * minute_ms;
        return service.interval_min <= 0 || isEarly;
    });
    return services;
}

void OnlineKeeper::look()
{
    if (m_desk.actor().isNull() || (m_thread && m_thread->isRunning()))
        return;
    const QVector<OnlineService> services = due();
    if (!services.isEmpty())
        ask(services);
}

void OnlineKeeper::ask(const QVector<OnlineService> &services)
{
    m_thread.reset(QThread::create([this, services] {
        exchange::HttpCalls calls;
        {
            const QMutexLocker lock(&m_lock);
            if (m_isEnding)
                return;
            m_calls = &calls;
        }
        for (const OnlineService &service : services) {
            if (calls.isStopped())
                break;
            const OnlineReport report = exchange::OnlinePull(m_desk, calls).run(service);
            QMetaObject::invokeMethod(
                this, [this, name = service.name, report] { Q_EMIT pulled(name, report); },
                Qt::QueuedConnection);
        }
        const QMutexLocker lock(&m_lock);
        m_calls = nullptr;
    }));
    m_thread->start();
}

} // namespace app
