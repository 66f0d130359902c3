// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_plan.h"

#include "store/backup.h"
#include "store/restore.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <set>

namespace store
{

using domain::Refusal;

namespace
{

const QString moment = QStringLiteral("'daily-'yyyyMMdd'T'HHmmss'Z'");
const QString plainEnding = QStringLiteral(".sqlite");
const QString sealedEnding = QStringLiteral(".gdbackup");

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
    const QStringList patterns{
        QStringLiteral("daily-*") + plainEnding, QStringLiteral("daily-*") + sealedEnding};
    for (const QString &name : dir.entryList(patterns, QDir::Files)) {
        QDateTime at = QDateTime::fromString(name.section(u'.', 0, 0), moment);
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

std::variant<QString, Refusal> backUpAs(const DeskFolder &folder, const Secrets &secrets,
    const QString &stem, qint64 now_ms, domain::Random &random, const Progress &progress)
{
    if (!QDir().mkpath(QFileInfo(stem).path())) {
        return Refusal{{}, Words::tr("The folder %1 can't be made.").arg(QFileInfo(stem).path()),
            Words::tr("Check the folder's permissions."), Refusal::Device};
    }
    const bool isSealed = !secrets.backupSlots().isEmpty();
    const QString file = stem + (isSealed ? sealedEnding : plainEnding);
    if (isSealed) {
        const auto made = makeBackup(folder, secrets, file, now_ms, random, progress);
        if (const auto *refusal = std::get_if<Refusal>(&made))
            return *refusal;
        return file;
    }
    try {
        copyDatabase(folder.database(), file);
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
    return file;
}

std::variant<BackupDone, Refusal> backUpNow(const DeskFolder &folder, const Secrets &secrets,
    const BackupRule &rule, qint64 now_ms, const QTimeZone &zone, domain::Random &random,
    const Progress &progress)
{
    const QString stem =
        folder.backups() + u'/' + QDateTime::fromMSecsSinceEpoch(now_ms, Qt::UTC).toString(moment);
    const auto made = backUpAs(folder, secrets, stem, now_ms, random, progress);
    if (const auto *refusal = std::get_if<Refusal>(&made))
        return *refusal;
    BackupDone done{std::get<QString>(made), {}};
    for (const DailyBackup &backup : expendableBackups(findDailyBackups(folder), rule, zone)) {
        if (QFile::remove(backup.file))
            done.removed << backup.file;
    }
    return done;
}

std::variant<BackupDone, Refusal> backUpIfDue(const DeskFolder &folder, const Secrets &secrets,
    const BackupRule &rule, qint64 now_ms, const QTimeZone &zone, domain::Random &random,
    const Progress &progress)
{
    if (!isBackupDue(findDailyBackups(folder), now_ms, zone))
        return BackupDone{};
    return backUpNow(folder, secrets, rule, now_ms, zone, random, progress);
}

} // namespace store
