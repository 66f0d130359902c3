// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

namespace store
{

/// Which attachments the record names and where they are: on this desk, or on the one where they were attached until somebody opens
/// them here. All of these throw SqlFailure.

struct AttachmentCount {
    qint64 all = 0; ///< named by a step, each once
    qint64 elsewhere = 0; ///< of these, not on this desk
};
AttachmentCount countAttachments(Database &database, const DeskFolder &folder);

/// The name of the desk where a ticket's file was attached; empty when it lies on this one.
QString whereAttachmentIs(
    Database &database, const DeskFolder &folder, const domain::Id &ticket, const QByteArray &hash);

/// The newest that aren't here and are no larger than so many bytes, for who fetches them before they are asked for. Looks at the last few
/// thousand steps alone.
QVector<QByteArray> recentAttachmentsElsewhere(
    Database &database, const DeskFolder &folder, qsizetype most, qint64 mostBytes);

} // namespace store
