// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup_file.h"

namespace store
{

/// Making complete backups, beside whoever writes the desk. The database is copied online and checked, packed with the desk's
/// secrets, drafts, attachments and the list of erased customers, sealed, and read back from the disk before the file gets
/// its name; what stood under that name before stays until then.

struct BackupMade {
    QString file;
    qint64 bytes = 0;
    qint64 entries = 0;
};

/// `secrets.backupSlots()` say who opens it; refused when there are none.
std::variant<BackupMade, domain::Refusal> makeBackup(const DeskFolder &folder,
    const Secrets &secrets, const QString &file, qint64 now_ms, domain::Random &random,
    const Progress &progress = {});

/// The names of what a backup holds. Nothing else is taken out of one.
namespace member
{
inline const QString secrets = QStringLiteral("secrets");
inline const QString erased = QStringLiteral("erased");
inline const QString drafts = QStringLiteral("drafts");
inline const QString database = QStringLiteral("desk.sqlite");
inline const QString attachments = QStringLiteral("files/");
} // namespace member

/// Whether a name is the name of an attachment: the checksum in hex.
bool isAttachmentName(const QString &name);

} // namespace store
