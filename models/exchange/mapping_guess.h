// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping.h"
#include "exchange/mapping_targets.h"

namespace exchange
{

// A mapping for a table that comes without one: columns whose header is a field's key, its label in the
// window's language, or a word that the trade uses for it. The first column that fits a field
// feeds it. A table of rejects is read as the table that it came from.
Mapping guessMapping(const Targets &targets, const QStringList &columns, const QString &source);

} // namespace exchange
