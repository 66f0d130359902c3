// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "store/desk_folder.h"

#include <variant>

namespace store
{

/// A backup takes the place of the desk's database. Everything is done and checked on a copy beside it;
/// then the present database moves to backups/ and the copy moves in. The desk writes on in a new epoch: a
/// fresh feed and the next letter in its ticket numbers, because others may know entries and customers may hold
/// numbers that the backup doesn't.
struct Restored {
    QString letter; ///< the epoch letter of new ticket numbers
    QString setAside; ///< where the database is that was there before; empty when there was none
};

/// `login` names who restores; empty: the first administrator in the backup. Refused while another process
/// writes the desk, without the desk's secrets, and for a file that is no healthy backup of this desk; then the desk is as before.
std::variant<Restored, domain::Refusal> restore(const DeskFolder &folder, const QString &file,
    const QString &login, domain::Clock &clock, domain::Random &random);

/// Whether the file says that it is a desk's database.
bool isDeskDatabase(const QString &file);

/// An online copy of a database that may be in use, as backUp() makes it. Throws SqlFailure.
void copyDatabase(const QString &from, const QString &to);

} // namespace store
