// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/member_stream.h"

#include <QTimeZone>
#include <QVector>

#include <variant>

namespace store
{

/// How many of a desk's own backups stay: the newest of each of the last days, weeks and months that have one.
struct BackupRule {
    int days = 7;
    int weeks = 5;
    int months = 12;
};

/// A backup that the desk made by itself, named after its moment: backups/daily-20261121T030000Z.gdbackup, and while no
/// passphrase is set to seal it with, the database alone: ….sqlite.
struct DailyBackup {
    QString file;
    qint64 at_ms = 0; ///< UTC
    bool operator==(const DailyBackup &) const = default;
};

/// Those in the desk's folder, oldest first. Other files there are nobody's business.
QVector<DailyBackup> findDailyBackups(const DeskFolder &folder);

/// One is due on every day of the company's calendar that has none yet. A backup from the future (the clock
/// was wrong) doesn't put it off.
bool isBackupDue(const QVector<DailyBackup> &backups, qint64 now_ms, const QTimeZone &zone);

/// Those that the rule lets go. The newest always stays.
QVector<DailyBackup> expendableBackups(
    QVector<DailyBackup> backups, const BackupRule &rule, const QTimeZone &zone);

struct BackupDone {
    QString file; ///< empty when none was due
    QStringList removed;
};

/// Makes the backup of the day beside whoever writes, reads it back, and only then removes those that the
/// rule lets go. After a refusal all earlier ones are there.
std::variant<BackupDone, domain::Refusal> backUpIfDue(const DeskFolder &folder,
    const Secrets &secrets, const BackupRule &rule, qint64 now_ms, const QTimeZone &zone,
    domain::Random &random, const Progress &progress = {});

/// Makes one whether it is due or not.
std::variant<BackupDone, domain::Refusal> backUpNow(const DeskFolder &folder,
    const Secrets &secrets, const BackupRule &rule, qint64 now_ms, const QTimeZone &zone,
    domain::Random &random, const Progress &progress = {});

/// The best backup that this desk can make: complete and sealed where a passphrase or a code seals it, else the database
/// alone. `stem` is the file's path without its ending; gives the path.
std::variant<QString, domain::Refusal> backUpAs(const DeskFolder &folder, const Secrets &secrets,
    const QString &stem, qint64 now_ms, domain::Random &random, const Progress &progress = {});

} // namespace store
