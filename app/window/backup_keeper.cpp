// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/backup_keeper.h"

#include "store/backup_plan.h"

#include <QtConcurrent>

namespace app
{

namespace
{

constexpr int afterStart_ms = 60'000; // whoever opens the window wants to work first
constexpr int turn_ms = 30 * 60'000;

} // namespace

BackupKeeper::BackupKeeper(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_turn.setInterval(afterStart_ms);
    connect(&m_turn, &QTimer::timeout, this, &BackupKeeper::look);
    m_turn.start();
}

BackupKeeper::~BackupKeeper()
{
    m_stop = true;
    m_running.waitForFinished();
}

void BackupKeeper::look()
{
    m_turn.setInterval(turn_ms);
    if (m_running.isRunning())
        return;
    m_running = QtConcurrent::run([this, folder = m_desk.folder(), secrets = m_desk.secrets(),
                                      now_ms = m_desk.clock().now_ms(), zone = m_desk.read().zone(),
                                      &random = m_desk.random()] {
        const auto outcome = store::backUpIfDue(
            folder, secrets, {}, now_ms, zone, random, [this](qint64, qint64) { return !m_stop; });
        const auto *refusal = std::get_if<domain::Refusal>(&outcome);
        const QString file = refusal ? QString() : std::get<store::BackupDone>(outcome).file;
        const QString why = refusal ? refusal->text() : QString();
        QMetaObject::invokeMethod(
            this, [this, file, why] { finish(file, why); }, Qt::QueuedConnection);
    });
}

void BackupKeeper::finish(const QString &file, const QString &why)
{
    if (!file.isEmpty())
        Q_EMIT made(file);
    if (!why.isEmpty() && why != m_lastFailure)
        Q_EMIT failed(why);
    m_lastFailure = why;
}

} // namespace app
