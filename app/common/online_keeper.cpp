// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/online_keeper.h"

#include "exchange/online_folder.h"
#include "exchange/online_pull.h"

namespace app
{

using exchange::OnlineReport;

namespace
{

constexpr int looking_ms = 20'000;
constexpr qint64 minute_ms = 60'000;

bool isDue(int interval_min, qint64 tried_ms, qint64 now_ms)
{
    // A clock that was set back mustn't silence a service for as long.
    const bool isEarly = now_ms >= tried_ms && now_ms < tried_ms + interval_min * minute_ms;
    return interval_min > 0 && !isEarly;
}

OnlineKeeper::Round everything(const exchange::OnlineBook &book)
{
    return {book.services(), book.folders()};
}

} // namespace

OnlineKeeper::OnlineKeeper(Desk &desk)
    : m_desk(desk)
{
    connect(&m_timer, &QTimer::timeout, this, &OnlineKeeper::look);
}

OnlineKeeper::~OnlineKeeper()
{
    stop();
    if (m_thread)
        m_thread->wait();
}

void OnlineKeeper::start(std::function<bool()> mayAsk)
{
    m_mayAsk = std::move(mayAsk);
    m_timer.start(looking_ms);
    look();
}

void OnlineKeeper::pause()
{
    m_timer.stop();
}

void OnlineKeeper::stop()
{
    const QMutexLocker lock(&m_lock);
    m_isStopped = true;
    if (m_calls)
        m_calls->stop();
}

void OnlineKeeper::look()
{
    if (!m_timer.isActive() || m_isAsking || (m_mayAsk && !m_mayAsk()))
        return;
    const exchange::OnlineBook book(m_desk, m_desk.read());
    const qint64 now_ms = m_desk.clock().now_ms();
    Round due = everything(book);
    due.services.removeIf([&](const exchange::OnlineService &one) {
        return !isDue(one.interval_min, book.state(one.name).tried_ms, now_ms);
    });
    due.folders.removeIf([&](const exchange::OnlineFolder &one) {
        return !isDue(one.interval_min, book.state(one.path).tried_ms, now_ms);
    });
    begin(due);
}

void OnlineKeeper::ask(const QString &name)
{
    Round round = everything(exchange::OnlineBook(m_desk, m_desk.read()));
    if (!name.isEmpty()) {
        round.services.removeIf([&](const auto &one) { return one.name != name; });
        round.folders.removeIf([&](const auto &one) { return one.path != name; });
    }
    begin(round);
}

void OnlineKeeper::begin(Round round)
{
    // Once this process holds the desk, commands are handed in from any thread.
    if (m_isAsking || round.isEmpty() || m_desk.actor().isNull() || m_desk.startWriting())
        return;
    if (m_thread)
        m_thread->wait();
    {
        const QMutexLocker lock(&m_lock);
        m_isStopped = false;
    }
    m_isAsking = true;
    m_thread.reset(QThread::create([this, round = std::move(round), who = m_desk.identity()] {
        run(round, who);
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isAsking = false;
                Q_EMIT ended();
            },
            Qt::QueuedConnection);
    }));
    m_thread->start();
    Q_EMIT began();
}

/// On the thread of the round.
void OnlineKeeper::run(const Round &round, const store::Identity &who)
{
    exchange::HttpCalls calls;
    {
        const QMutexLocker lock(&m_lock);
        if (m_isStopped)
            return;
        m_calls = &calls;
    }
    askServices(round, who, calls);
    for (const exchange::OnlineFolder &folder : round.folders) {
        if (calls.isStopped())
            break;
        const OnlineReport report = exchange::emptyOnlineFolder(
            m_desk, folder, who, [&calls] { return calls.isStopped(); });
        QMetaObject::invokeMethod(
            this, [this, name = folder.path, report] { Q_EMIT pulled(name, report); },
            Qt::QueuedConnection);
    }
    const QMutexLocker lock(&m_lock);
    m_calls = nullptr;
}

void OnlineKeeper::askServices(
    const Round &round, const store::Identity &who, exchange::HttpCalls &calls)
{
    for (const exchange::OnlineService &service : round.services) {
        if (calls.isStopped())
            return;
        const auto tell = [this, name = service.name](const OnlineReport &soFar) {
            QMetaObject::invokeMethod(
                this, [this, name, soFar] { Q_EMIT came(name, soFar); }, Qt::QueuedConnection);
        };
        const OnlineReport report = exchange::OnlinePull(m_desk, calls, who, tell).run(service);
        QMetaObject::invokeMethod(
            this, [this, name = service.name, report] { Q_EMIT pulled(name, report); },
            Qt::QueuedConnection);
    }
}

} // namespace app
