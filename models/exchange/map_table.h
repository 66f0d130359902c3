// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"
#include "exchange/table_reader.h"

namespace exchange
{

// The attributes of a map as a table like any other, one row for each feature in their order, so that the same mappings lead them to
// code, name and chief. A row's line is the feature's ordinal.
std::unique_ptr<TableReader> tableOf(const MapContent &map, const QString &fileName);

} // namespace exchange
