// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

#include <variant>

namespace store
{

/// A desk's database as another desk may begin with it: the record and the tables folded from it, without anything that belongs to
/// the one desk alone (store/table_kinds.h). Who begins with one believes nothing of it that can be checked at once, and checks the
/// rest while it works.

struct SnapshotMade {
    QString file;
    QByteArray checksum;
    qint64 bytes = 0;
};

/// An online copy into `file`, as the desk was at one moment; others write on meanwhile.
std::variant<SnapshotMade, domain::Refusal> makeSnapshot(
    const DeskFolder &folder, const QString &file);

/// What a new desk knows of its company before it holds a single entry.
struct SnapshotExpected {
    QByteArray founding; ///< the hash of the company's first entry
    domain::Id giver; ///< the desk that let it in
    QByteArray giversKey; ///< by which that one signs
};

/// Looks at a file that somebody sent, without writing a byte of it: whether it is declared as this program declares a
/// database, begins with the company's first entry, and whether every feed's last entry is what its desk signed. Says in words what
/// is wrong; nothing when it may be worked with.
QString findFaultInSnapshot(const QString &file, const SnapshotExpected &expected);

/// Makes a looked-at snapshot the database of a desk that has none but empty tables. What that one knows already (whom
/// it trusts) goes with it. At any moment in between the desk is as it was before.
std::optional<domain::Refusal> beginWithSnapshot(const DeskFolder &folder, const QString &file);

} // namespace store
