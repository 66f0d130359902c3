// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QFuture>
#include <QTimer>

#include <atomic>

namespace app
{

/// While the window is open, a backup of each day is made in the background, soon after the start or after
/// midnight; older ones are thinned out by the rule.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit BackupKeeper(Desk &desk, QObject *parent = nullptr);
    ~BackupKeeper() override; // stops a backup that is being made; the next start makes it

    /// Looks now, rather than at the next turn.
    void look();

Q_SIGNALS:
    void made(const QString &file);
    /// Once for each reason, however often it is tried again.
    void failed(const QString &why);

private:
    void finish(const QString &file, const QString &why);

    Desk &m_desk;
    QTimer m_turn;
    std::atomic<bool> m_stop = false;
    QFuture<void> m_running;
    QString m_lastFailure;
};

} // namespace app
