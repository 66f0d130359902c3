// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

#include <QString>

#include <functional>

namespace store
{

/// Upkeep of a desk's database, each run inside or beside the writer and each all or nothing.

/// Makes an empty file for a database that its user alone may read and write; what SQLite puts beside it takes
/// this over. A file that is there stays as it is.
void makePrivateFile(const QString &path);

/// Makes the tables of a new desk.
void createTables(Database &database);

/// Makes the backup before a step that changes the database's tables; `stem` is its path without an ending.
using BeforeMigration = std::function<std::optional<domain::Refusal>(const QString &stem)>;

/// Brings an older database to this program's version: an automatic backup first, then each step in a
/// transaction. Nothing when it is ready; otherwise why not (a folder of a newer version, a damaged file, a backup that could
/// not be made). Without `backUp` the database alone is copied.
std::optional<domain::Refusal> bringUpToDate(
    const DeskFolder &folder, qint64 now_ms, const BeforeMigration &backUp = {});
/// The same with the best backup that the desk can make.
std::optional<domain::Refusal> bringUpToDate(
    const DeskFolder &folder, const Secrets &secrets, qint64 now_ms, domain::Random &random);

/// Throws the projections away and folds them anew from the record.
void rebuild(Database &database, const std::function<void(qint64 done, qint64 all)> &progress = {});

/// An online copy of the database into one file, read back and checked. Throws SqlFailure.
void backUp(Database &database, const QString &file);

/// Folds every entry up to and including `position` into empty projections of `into`.
void foldInto(Database &from, Database &into, qint64 position,
    const std::function<void(qint64 done, qint64 all)> &progress = {});

} // namespace store
