// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/check.h"

namespace store
{

/// What the parts of a check look at. Each part gives the first damage that it finds, in the order in
/// which one may rely on the other: tables that are none can't be read, and only a sound record says
/// what the projections must be. All of them throw SqlFailure.
struct Checked {
    const DeskFolder &folder;
    const Secrets &secrets;
    Database &database;
    std::function<void(const QString &step, qint64 done, qint64 all)> progress;
};

using Finding = std::optional<Damage>;

/// Whether a database has the very tables, indexes and views of this program, and nothing beside them.
bool isDeclaredAsHere(Database &database);

/// The file is a desk's database of this version, declared as this program declares it, and SQLite
/// finds its structures whole.
Finding checkTables(const Checked &checked);
/// Each entry stands in its place, is what was signed, and belongs to a feed.
Finding checkRecord(const Checked &checked);
/// Every row is what folding the record gives.
Finding checkProjections(const Checked &checked);
/// The feeds' keys are their desks', each owner's key opens, and with these every personal field.
Finding checkKeys(const Checked &checked);
/// Each attachment is there and is what was kept.
Finding checkAttachments(const Checked &checked);
/// The text index holds what the tickets say.
Finding checkText(const Checked &checked);

} // namespace store
