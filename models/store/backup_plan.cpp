// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_plan.h"

#include "store/restore.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <set>

namespace store
{

using domain::Refusal;

namespace
{

const QString moment = QStringLiteral("'daily-'yyyyMMdd'T'HHmmss'Z.sqlite'");

QDate dayOf(const DailyBackup &backup, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(backup.at_ms, zone).date();
}

/// The periods that a day belongs to, each by a number that grows with time.
int dayNumber(QDate day)
{
    return int(day.toJulianDay());
}

int weekNumber(QDate day)
{
    return int(day.addDays(1 - day.dayOfWeek()).toJulianDay());
}

int monthNumber(QDate day)
{
    return day.year() * 12 + day.month();
}

} // namespace

QVector<DailyBackup> findDailyBackups(const DeskFolder &folder)
{
    QVector<DailyBackup> backups;
    const QDir dir(folder.backups());
    for (const QString &name : dir.entryList({QStringLiteral("daily-*.sqlite")}, QDir::Files)) {
        QDateTime at = QDateTime::fromString(name, moment);
        at.setTimeSpec(Qt::UTC);
        if (at.isValid())
            backups.append({dir.filePath(name), at.toMSecsSinceEpoch()});
    }
    std::ranges::sort(backups, {}, &DailyBackup::at_ms);
    return backups;
}

bool isBackupDue(const QVector<DailyBackup> &backups, qint64 now_ms, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now_ms, zone).date();
    return std::ranges::none_of(
        backups, [&](const DailyBackup &backup) { return dayOf(backup, zone) == today; });
}

QVector<DailyBackup> expendableBackups(
    QVector<DailyBackup> backups, const BackupRule &rule, const QTimeZone &zone)
{
    std::ranges::sort(backups, std::greater(), &DailyBackup::at_ms);
    QVector<bool> stays(backups.size(), false);
    if (!stays.isEmpty())
        stays[0] = true;
    const auto keepNewest = [&](int count, int (*periodOf)(QDate)) {
        std::set<int> seen;
        for (qsizetype i = 0; i < backups.size(); ++i) {
            const bool isFirst = seen.insert(periodOf(dayOf(backups[i], zone))).second;
            stays[i] |= isFirst && int(seen.size()) <= count;
        }
    };
    keepNewest(rule.days, dayNumber);
    keepNewest(rule.weeks, weekNumber);
    keepNewest(rule.months, monthNumber);
    QVector<DailyBackup> expendable;
    for (qsizetype i = 0; i < backups.size(); ++i) {
        if (!stays[i])
            expendable.append(backups[i]);
    }
    return expendable;
}

std::variant<BackupDone, Refusal> backUpIfDue(
    const DeskFolder &folder, const BackupRule &rule, qint64 now_ms, const QTimeZone &zone)
{
    if (!isBackupDue(findDailyBackups(folder), now_ms, zone))
        return BackupDone{};
    if (!QDir().mkpath(folder.backups())) {
        return Refusal{{}, Words::tr("The folder %1 can't be made.").arg(folder.backups()),
            Words::tr("Check the folder's permissions."), Refusal::Device};
    }
    BackupDone done;
    done.file =
        folder.backups() + u'/' + QDateTime::fromMSecsSinceEpoch(now_ms, Qt::UTC).toString(moment);
    try {
        copyDatabase(folder.database(), done.file);
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
    for (const DailyBackup &backup : expendableBackups(findDailyBackups(folder), rule, zone)) {
        if (QFile::remove(backup.file))
            done.removed << backup.file;
    }
    return done;
}

} // namespace store
