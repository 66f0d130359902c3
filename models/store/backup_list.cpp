// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_list.h"

#include "store/backup_file.h"
#include "store/restore.h"
#include "store/words.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

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

void readHead(KeptBackup &backup)
{
    if (!backup.isComplete) {
        if (!isDeskDatabase(backup.file))
            backup.fault = Words::tr("%1 is damaged.").arg(backup.file);
        return;
    }
    const auto opened = BackupFile::open(backup.file);
    if (const auto *refusal = std::get_if<domain::Refusal>(&opened))
        backup.fault = refusal->what;
    else
        backup.made_ms = std::get<BackupFile>(opened).header().made_ms;
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
            info.lastModified().toMSecsSinceEpoch(), {}};
        readHead(backup);
        found.append(backup);
    }
    std::ranges::sort(found, std::greater(), &KeptBackup::made_ms);
    return found;
}

} // namespace store
