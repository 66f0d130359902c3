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

using Wanted = std::function<bool(const QString &name, int interval_min)>;

/// The names of those that are wanted, services first.
QStringList chosen(const exchange::OnlineBook &book, const Wanted &isWanted)
{
    QStringList names;
    for (const exchange::OnlineService &one : book.services()) {
        if (isWanted(one.name, one.interval_min))
            names << one.name;
    }
    for (const exchange::OnlineFolder &one : book.folders()) {
        if (isWanted(one.path, one.interval_min))
            names << one.path;
    }
    return names;
}

} // namespace

OnlineKeeper::OnlineKeeper(Desk &desk)
    : m_desk(desk)
    , m_background({desk.read(), [&desk] { return desk.newReader(); }})
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

bool OnlineKeeper::mayLook() const
{
    return m_timer.isActive() && !m_isAsking && (!m_mayAsk || m_mayAsk());
}

void OnlineKeeper::look()
{
    if (!mayLook())
        return;
    m_background
        .ask([&desk = m_desk, now_ms = m_desk.clock().now_ms()](store::Reader &reader) {
            const exchange::OnlineBook book(desk, reader);
            return chosen(book, [&](const QString &name, int interval_min) {
                return isDue(interval_min, book.state(name).tried_ms, now_ms);
            });
        })
        .then(this, [this](const QStringList &due) {
            if (mayLook())
                begin(due);
        });
}

void OnlineKeeper::ask(const QString &name)
{
    m_background
        .ask([&desk = m_desk, name](store::Reader &reader) {
            return chosen(exchange::OnlineBook(desk, reader),
                [&name](const QString &one, int) { return name.isEmpty() || one == name; });
        })
        .then(this, [this](const QStringList &round) { begin(round); });
}

void OnlineKeeper::begin(const QStringList &round)
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
    m_thread.reset(QThread::create([this, round, who = m_desk.identity()] {
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

/// On the thread of the round, like all that follows.
void OnlineKeeper::run(const QStringList &round, const store::Identity &who)
{
    exchange::HttpCalls calls;
    {
        const QMutexLocker lock(&m_lock);
        if (m_isStopped)
            return;
        m_calls = &calls;
    }
    for (const QString &name : round) {
        if (calls.isStopped())
            break;
        askOne(name, who, calls);
    }
    const QMutexLocker lock(&m_lock);
    m_calls = nullptr;
}

/// As it is set up by the time that its turn comes; what was removed meanwhile is left out.
void OnlineKeeper::askOne(
    const QString &name, const store::Identity &who, exchange::HttpCalls &calls)
{
    tell(name, {});
    const auto reader = m_desk.newReader();
    OnlineReport report;
    if (!reader) {
        report.failure = domain::Refusal{
            {}, tr("The desk can't be read."), tr("Try again."), domain::Refusal::Device};
    } else if (const auto service = exchange::OnlineBook(m_desk, *reader).find(name)) {
        const auto toldSoFar = [this, name](const OnlineReport &soFar) { tell(name, soFar); };
        report = exchange::OnlinePull(m_desk, calls, who, toldSoFar).run(*service);
    } else if (const auto folder = exchange::OnlineBook(m_desk, *reader).findFolder(name)) {
        report = exchange::emptyOnlineFolder(
            m_desk, *folder, who, [&calls] { return calls.isStopped(); });
    } else {
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, name, report] { Q_EMIT pulled(name, report); }, Qt::QueuedConnection);
}

void OnlineKeeper::tell(const QString &name, const OnlineReport &soFar)
{
    QMetaObject::invokeMethod(
        this, [this, name, soFar] { Q_EMIT came(name, soFar); }, Qt::QueuedConnection);
}

} // namespace app
