// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

#include <atomic>
#include <functional>
#include <optional>

namespace store
{

/// What `digest` prints: equal on desks that hold the same.
struct Digest {
    QByteArray record; ///< over every feed's id and the hash of its last entry
    QByteArray
        projection; ///< over every entity's declared fields, in the order of their 16-byte ids
    qint64 entries = 0;
    qint64 rules = 0;
};

/// Throws SqlFailure.
Digest findDigest(Database &database);

/// The first damage that a check finds: what it is and where.
struct Damage {
    QString what;
    QString where;
};

/// Checks the whole desk: SQLite's own structures, every entry's place, hash, canonical form and
/// signature, every key, the attachments' checksums, the text index, and the projections against a fresh fold of
/// the record. All of it as the desk was at one moment, also while others write. Nothing when all is in order. Never throws: a
/// database that can't be read is a damage. Once `stop` is set, from whichever thread, it ends soon and has found nothing so far.
std::optional<Damage> findDamage(const DeskFolder &folder, const Secrets &secrets,
    const std::function<void(const QString &step, qint64 done, qint64 all)> &progress = {},
    const std::atomic<bool> *stop = nullptr);

} // namespace store
