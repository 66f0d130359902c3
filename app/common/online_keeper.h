// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "exchange/online_report.h"
#include "items/background.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

namespace exchange
{
class HttpCalls;
}

namespace app
{

/// Asks a desk's online services and empties its drop folders, each by its interval or when somebody wants it, on a thread of its own, as
/// long as it lives. Whoever sits at the desk when a round begins takes the matters in, with all that this round brings; where
/// nobody does, nothing is asked. For who holds the desk for writing; the desk must outlive it.
class OnlineKeeper : public QObject
{
    Q_OBJECT
public:
    explicit OnlineKeeper(Desk &desk);
    /// Ends the round under way first: a question is given up at once, what is being written is written.
    ~OnlineKeeper() override;

    /// Rounds by interval from now on. `mayAsk` says each time whether it is a moment for one.
    void start(std::function<bool()> mayAsk = {});
    void pause();
    /// Everything now, or one by its name or path. Nothing while a round is under way, and where nobody sits.
    void ask(const QString &name = {});
    /// Ends the round under way.
    void stop();
    bool isAsking() const { return m_isAsking; }

public Q_SLOTS:
    /// Asks what is due, as the timer does.
    void look();

Q_SIGNALS:
    void began();
    /// How far the round is with one of them; first when its turn comes.
    void came(const QString &name, const exchange::OnlineReport &soFar);
    /// One service or folder is done.
    void pulled(const QString &name, const exchange::OnlineReport &report);
    /// All of the round are.
    void ended();

private:
    bool mayLook() const;
    void begin(const QStringList &round);
    void run(const QStringList &round, const store::Identity &who);
    void askOne(const QString &name, const store::Identity &who, exchange::HttpCalls &calls);
    void tell(const QString &name, const exchange::OnlineReport &soFar);

    Desk &m_desk;
    std::function<bool()> m_mayAsk;
    QTimer m_timer;
    items::Background m_background; ///< what is set up and due is read there
    std::unique_ptr<QThread> m_thread;
    bool m_isAsking = false; ///< as this thread knows it
    QMutex m_lock; ///< over m_calls and m_isStopped
    exchange::HttpCalls *m_calls = nullptr; ///< while the thread asks
    bool m_isStopped = false; ///< the round under way is to end
};

} // namespace app
