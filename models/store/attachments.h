// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/values.h"
#include "store/desk_folder.h"

#include <QIODevice>

namespace store
{

/// Attachments lie beside the database as files of ciphertext, named by their checksum. The ticket's
/// step names the file, its checksum and its key; the key is sealed like any personal field.

/// Nothing larger is taken in.
constexpr qint64 maximumAttachmentBytes = 200 << 20;

/// Keeps the content of `plain` under `name`; gives the fields for the action `attach`. The file is
/// durable before this returns; a file that no step names afterwards does no harm.
std::variant<domain::Values, domain::Refusal> keepAttachment(
    const DeskFolder &folder, QIODevice &plain, const QString &name, domain::Random &random);
/// The same from a file on the disk.
std::variant<domain::Values, domain::Refusal> keepAttachmentFile(
    const DeskFolder &folder, const QString &path, domain::Random &random);

/// Whether the file is on this desk.
bool holdsAttachment(const DeskFolder &folder, const QByteArray &hash);

/// Writes the content of an attachment into `target`; `key` is the opened FileKey.
std::optional<domain::Refusal> openAttachment(
    const DeskFolder &folder, const QByteArray &hash, const QString &key, QIODevice &target);

} // namespace store
