// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"

namespace store
{

/// The rows of a register that are there now, as they stood at a moment; those that came later left out. Goes through the record for each
/// row that changed since. Throws SqlFailure.
QVector<NumberedRow> loadRowsAsOf(Database &database, domain::Register reg, qint64 at_ms);

} // namespace store
