// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

#include <QVector>

namespace store
{

/// Why a backup lies in the desk's folder.
enum class BackupReason { Daily, BeforeUpdate, BeforeRestore };

/// A backup as the list of them shows it. Whatever has its final name was read back when it was made.
struct KeptBackup {
    QString file;
    BackupReason reason = BackupReason::Daily;
    bool isComplete = false; ///< sealed, with secrets and attachments; else the database alone
    qint64 bytes = 0;
    qint64 made_ms = 0; ///< UTC
    QString fault; ///< what is wrong with it at first sight: cut short, its head damaged
};

/// Those in the desk's folder, newest first.
QVector<KeptBackup> findBackups(const DeskFolder &folder);

} // namespace store
