// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/restore_task.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace items
{

using domain::Refusal;

namespace
{

using Looked = std::variant<RestoreTask::Look, Refusal>;
using Restored = std::variant<store::Restored, Refusal>;

Refusal noMemory()
{
    return {{}, RestoreTask::tr("There is not enough memory for this."),
        RestoreTask::tr("Close other programs, and try again."), Refusal::Device};
}

Looked lookAt(const QString &file)
{
    RestoreTask::Look look{file, false, QFileInfo(file).size(), {}};
    if (store::isDeskDatabase(file)) {
        look.header.made_ms = QFileInfo(file).lastModified().toMSecsSinceEpoch();
        return look;
    }
    auto opened = store::BackupFile::open(file);
    if (const auto *refusal = std::get_if<Refusal>(&opened))
        return *refusal;
    look.isComplete = true;
    look.header = std::get<store::BackupFile>(opened).header();
    return look;
}

std::optional<Refusal> readAll(
    const QString &file, const QString &typed, const store::Progress &progress)
{
    try {
        const auto opened = store::BackupFile::open(file);
        if (const auto *refusal = std::get_if<Refusal>(&opened))
            return *refusal;
        const auto &backup = std::get<store::BackupFile>(opened);
        const auto key = backup.askForKey(store::typed(typed));
        if (const auto *refusal = std::get_if<Refusal>(&key))
            return *refusal;
        return backup.check(std::get<QByteArray>(key), progress);
    } catch (const std::bad_alloc &) {
        return noMemory();
    }
}

} // namespace

RestoreTask::RestoreTask(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

RestoreTask::~RestoreTask()
{
    m_stop = true;
    m_thread.waitForDone();
}

store::Progress RestoreTask::progress()
{
    m_stop = false;
    m_shown = 0;
    return [this](qint64 done, qint64 all) {
        const int now = all > 0 ? int(done * 1000 / all) : 0;
        if (m_shown.exchange(now) != now)
            Q_EMIT progressed(now);
        return !m_stop;
    };
}

void RestoreTask::look(const QString &file)
{
    QtConcurrent::run(&m_thread, lookAt, file).then(this, [this](const Looked &found) {
        if (const auto *refusal = std::get_if<Refusal>(&found))
            Q_EMIT failed(*refusal);
        else
            Q_EMIT looked(std::get<Look>(found));
    });
}

void RestoreTask::readWhole(const QString &file, const QString &typed)
{
    QtConcurrent::run(&m_thread, readAll, file, typed, progress())
        .then(this, [this](const std::optional<Refusal> &refusal) {
            if (refusal)
                Q_EMIT failed(*refusal);
            else
                Q_EMIT wasRead();
        });
}

void RestoreTask::restore(const store::DeskFolder &folder, const store::RestoreAsk &ask,
    domain::Clock &clock, domain::Random &random)
{
    store::RestoreAsk told = ask;
    told.progress = progress();
    QtConcurrent::run(&m_thread, [folder, told, &clock, &random]() -> Restored {
        try {
            return store::restore(folder, told, clock, random);
        } catch (const std::bad_alloc &) {
            return noMemory();
        }
    }).then(this, [this](const Restored &done) {
        if (const auto *refusal = std::get_if<Refusal>(&done))
            Q_EMIT failed(*refusal);
        else
            Q_EMIT restored(std::get<store::Restored>(done));
    });
}

} // namespace items
