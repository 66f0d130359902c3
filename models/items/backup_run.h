// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_plan.h"
#include "store/secrets_file.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace items
{

/// A backup that someone asks for now, on a thread of its own: in the desk's folder beside the daily ones, or into a file elsewhere
/// (a stick, a share).
class BackupRun : public QObject
{
    Q_OBJECT

public:
    /// `random` must outlive it.
    explicit BackupRun(domain::Random &random, QObject *parent = nullptr);
    ~BackupRun() override; // stops the one that is being made

    struct Order {
        store::DeskFolder folder;
        store::Secrets secrets;
        QTimeZone zone;
        qint64 now_ms = 0;
        QString file; ///< empty: in the desk's folder
    };
    void start(const Order &order);
    void cancel() { m_stop = true; }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// 0 … 1000
    void progressed(int thousandths);
    void finished(const QString &file);
    void failed(const QString &why);

private:
    bool step(qint64 done, qint64 all);

    domain::Random &m_random;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_shown = 0;
    bool m_isRunning = false;
    QThreadPool m_thread;
};

} // namespace items
