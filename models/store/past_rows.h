// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"

namespace store
{

/// The rows of a register that were there at a moment, as they stood then. Goes through the record for each row that changed since.
/// Throws SqlFailure.
QVector<NumberedRow> loadRowsAsOf(Database &database, domain::Register reg, qint64 at_ms);

} // namespace store
