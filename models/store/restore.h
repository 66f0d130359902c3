// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "store/desk_folder.h"
#include "store/member_stream.h"
#include "store/unlocking.h"

#include <variant>

namespace store
{

/// A backup takes the place of the desk's database. Everything is done and checked on a copy beside it;
/// then the present database moves to backups/ and the copy moves in. The desk writes on in a new epoch: a
/// fresh feed and the next letter in its ticket numbers, because others may know entries and customers may hold
/// numbers that the backup doesn't. A complete backup also comes back where there is nothing: on a new computer it
/// brings the desk's secrets along.
struct Restored {
    QString letter; ///< the epoch letter of new ticket numbers
    QString setAside; ///< where the database is that was there before; empty when there was none
    bool broughtSecrets = false; ///< the desk opens from now on as when the backup was made
    qint64 attachments = 0; ///< that had been missing
    qint64 entries = 0; ///< in the record now
};

struct RestoreAsk {
    QString file;
    QString login; ///< who restores; empty: the first administrator in the backup
    Unlocking desk; ///< for the desk that is there, where what opens the backup doesn't
    Unlocking backup; ///< for a sealed backup
    Progress progress = {}; ///< until the copy is there; after that it can't be stopped
};

/// Refused while another process writes the desk, and for a file that is no healthy backup of this desk; a backup of the database
/// alone also without the desk's secrets. Then all is as before.
std::variant<Restored, domain::Refusal> restore(
    const DeskFolder &folder, const RestoreAsk &ask, domain::Clock &clock, domain::Random &random);

/// Whether the file says that it is a desk's database.
bool isDeskDatabase(const QString &file);

/// An online copy of a database that may be in use, as backUp() makes it. Throws SqlFailure.
void copyDatabase(const QString &from, const QString &to);

} // namespace store
