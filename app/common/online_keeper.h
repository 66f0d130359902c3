// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "exchange/online_report.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

namespace exchange
{
class HttpCalls;
struct OnlineService;
} // namespace exchange

namespace app
{

/// Asks a desk's online services, each by its interval, on a thread of its own, as long as it lives. Whoever sits at the desk takes the
/// matters in; behind the curtain nobody does, and nothing is asked. For who holds the desk for writing; the desk must outlive it.
class OnlineKeeper : public QObject
{
    Q_OBJECT
public:
    explicit OnlineKeeper(Desk &desk);
    ~OnlineKeeper() override;

    void start();

Q_SIGNALS:
    void pulled(const QString &service, const exchange::OnlineReport &report);

private:
    void look();
    QVector<exchange::OnlineService> due() const;
    void ask(const QVector<exchange::OnlineService> &services);

    Desk &m_desk;
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread;
    QMutex m_lock; ///< over m_calls
    exchange::HttpCalls *m_calls = nullptr; ///< while the thread asks
    bool m_isEnding = false;
};

} // namespace app
