// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/backup_run.h"

#include "store/backup.h"

#include <QtConcurrent>

namespace items
{

using domain::Refusal;
using Made = std::variant<QString, Refusal>;

namespace
{

Made make(const BackupRun::Order &order, domain::Random &random, const store::Progress &progress)
{
    if (!order.file.isEmpty()) {
        const auto made = store::makeBackup(
            order.folder, order.secrets, order.file, order.now_ms, random, progress);
        if (const auto *refusal = std::get_if<Refusal>(&made))
            return *refusal;
        return order.file;
    }
    const auto made = store::backUpNow(
        order.folder, order.secrets, {}, order.now_ms, order.zone, random, progress);
    if (const auto *refusal = std::get_if<Refusal>(&made))
        return *refusal;
    return std::get<store::BackupDone>(made).file;
}

} // namespace

BackupRun::BackupRun(domain::Random &random, QObject *parent)
    : QObject(parent)
    , m_random(random)
{
    m_thread.setMaxThreadCount(1);
}

BackupRun::~BackupRun()
{
    m_stop = true;
    m_thread.waitForDone();
}

void BackupRun::start(const Order &order)
{
    if (std::exchange(m_isRunning, true))
        return;
    m_stop = false;
    m_shown = 0;
    QtConcurrent::run(&m_thread, [this, order] {
        return make(order, m_random, [this](qint64 done, qint64 all) { return step(done, all); });
    }).then(this, [this](const Made &made) {
        m_isRunning = false;
        if (const auto *refusal = std::get_if<Refusal>(&made))
            Q_EMIT failed(refusal->text());
        else
            Q_EMIT finished(std::get<QString>(made));
    });
}

/// On the other thread; says something only where there is something new to show.
bool BackupRun::step(qint64 done, qint64 all)
{
    const int now = all > 0 ? int(done * 1000 / all) : 0;
    if (m_shown.exchange(now) != now)
        Q_EMIT progressed(now);
    return !m_stop;
}

} // namespace items
