// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/check_run.h"

#include <QtConcurrent>

namespace items
{

CheckRun::CheckRun(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

CheckRun::~CheckRun()
{
    m_stop = true;
    m_thread.waitForDone();
}

void CheckRun::start(const store::DeskFolder &folder, const store::Secrets &secrets)
{
    if (std::exchange(m_isRunning, true))
        return;
    m_stop = false;
    QtConcurrent::run(&m_thread, [this, folder, secrets] {
        m_step.clear();
        return store::findDamage(
            folder, secrets,
            [this](const QString &step, qint64 done, qint64 all) { tell(step, done, all); },
            &m_stop);
    }).then(this, [this](const std::optional<store::Damage> &damage) { finish(damage); });
}

/// On the other thread; says something only where there is something new to show.
void CheckRun::tell(const QString &step, qint64 done, qint64 all)
{
    const int now = all > 0 ? int(done * 1000 / all) : -1;
    if (m_step == step && m_shown == now)
        return;
    m_step = step;
    m_shown = now;
    Q_EMIT progressed(step, now);
}

void CheckRun::finish(const std::optional<store::Damage> &damage)
{
    m_isRunning = false;
    if (damage)
        Q_EMIT damaged(damage->what, damage->where);
    else if (m_stop)
        Q_EMIT cancelled();
    else
        Q_EMIT sound();
}

} // namespace items
