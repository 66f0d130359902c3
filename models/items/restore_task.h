// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_file.h"
#include "store/restore.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace items
{

/// The steps of a restore as a window goes through them, each on a thread of its own: look what a file holds, read it to its end with
/// a passphrase, and at last put it in the desk's place. Until that last step nothing is touched.
class RestoreTask : public QObject
{
    Q_OBJECT

public:
    /// What a file says of itself.
    struct Look {
        QString file;
        bool isComplete =
            false; ///< sealed; else the database alone, of which nothing is known before
        qint64 bytes = 0;
        store::BackupHeader header;
    };

    explicit RestoreTask(QObject *parent = nullptr);
    ~RestoreTask() override;

    /// Answers with looked() or failed().
    void look(const QString &file);
    /// Reads all of a complete backup; answers with wasRead() or failed().
    void readWhole(const QString &file, const QString &typed);
    /// Answers with restored() or failed(). The desk must be closed by then; clock and random must outlive it.
    void restore(const store::DeskFolder &folder, const store::RestoreAsk &ask,
        domain::Clock &clock, domain::Random &random);
    void cancel() { m_stop = true; }

Q_SIGNALS:
    void looked(const items::RestoreTask::Look &look);
    void wasRead();
    void restored(const store::Restored &restored);
    void failed(const domain::Refusal &refusal);
    /// 0 … 1000
    void progressed(int thousandths);

private:
    store::Progress progress();

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_shown = 0;
    QThreadPool m_thread;
};

} // namespace items
