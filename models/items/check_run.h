// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/check.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace items
{

/// The check of the whole desk that a person asks for, on a thread of its own: every hash, every signature, and the tables against
/// a fresh fold of the record.
class CheckRun : public QObject
{
    Q_OBJECT

public:
    explicit CheckRun(QObject *parent = nullptr);
    ~CheckRun() override; // stops one that is under way

    void start(const store::DeskFolder &folder, const store::Secrets &secrets);
    void cancel() { m_stop = true; }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// What is being looked at, 0 … 1000; -1 where nobody knows how long it takes.
    void progressed(const QString &step, int thousandths);
    void sound();
    void damaged(const QString &what, const QString &where);
    void cancelled();

private:
    void tell(const QString &step, qint64 done, qint64 all);
    void finish(const std::optional<store::Damage> &damage);

    std::atomic<bool> m_stop = false;
    QString m_step; ///< of the other thread: what it told last
    int m_shown = 0;
    bool m_isRunning = false;
    QThreadPool m_thread;
};

} // namespace items
