// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command_taker.h"
#include "store/sql.h"

namespace store
{

/// Where the record reaches now.
qint64 lastPosition(Database &database);

/// What became of commands whose answer was lost, because the process that was to carry them out died: for each the
/// acceptance that it would have got when its entry stands in the record behind `after`, nothing when it doesn't.
/// Throws SqlFailure.
QVector<std::optional<Accepted>> findTraces(
    Database &database, qint64 after, const QVector<Submission> &submissions);

} // namespace store
