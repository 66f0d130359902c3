// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_list.h"

#include "store/backup_file.h"
#include "store/restore.h"
#include "store/words.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace store
{

namespace
{

struct Name {
    const char *start;
    BackupReason reason;
};

constexpr Name names[] = {{"daily-", BackupReason::Daily},
    {"before-version-", BackupReason::BeforeUpdate},
    {"before-restore-", BackupReason::BeforeRestore}};

std::optional<BackupReason> reasonOf(const QString &name)
{
    for (const Name &one : names) {
        if (name.startsWith(QLatin1StringView(one.start)))
            return one.reason;
    }
    return {};
}

/// The name says when; the file's own time changes when it is copied.
qint64 momentOf(const QFileInfo &info)
{
    static const QRegularExpression pattern(QStringLiteral("-([0-9]{8})[T-]([0-9]{6})"));
    const auto match = pattern.match(info.fileName());
    QDateTime at = QDateTime::fromString(
        match.captured(1) + match.captured(2), QStringLiteral("yyyyMMddHHmmss"));
    at.setTimeSpec(Qt::UTC);
    return (at.isValid() ? at : info.lastModified()).toMSecsSinceEpoch();
}

QString faultOf(const KeptBackup &backup, const QString &name)
{
    if (!backup.isComplete)
        return isDeskDatabase(backup.file) ? QString() : Words::tr("%1 is damaged.").arg(name);
    const auto opened = BackupFile::open(backup.file);
    const auto *refusal = std::get_if<domain::Refusal>(&opened);
    return refusal ? QString(refusal->what).replace(backup.file, name) : QString();
}

} // namespace

QVector<KeptBackup> findBackups(const DeskFolder &folder)
{
    QVector<KeptBackup> found;
    const QDir dir(folder.backups());
    const QStringList endings{QStringLiteral("*.sqlite"), QStringLiteral("*.gdbackup")};
    for (const QFileInfo &info : dir.entryInfoList(endings, QDir::Files)) {
        const auto reason = reasonOf(info.fileName());
        if (!reason)
            continue;
        KeptBackup backup{info.filePath(), *reason, info.suffix() == u"gdbackup", info.size(),
            momentOf(info), {}};
        backup.fault = faultOf(backup, info.fileName());
        found.append(backup);
    }
    std::ranges::sort(found, std::greater(), &KeptBackup::made_ms);
    return found;
}

} // namespace store
