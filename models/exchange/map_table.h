// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"
#include "exchange/table_reader.h"

namespace exchange
{

// A map as a table like any other, one row for each feature in their order, so that the same mappings lead its attributes to code,
// name and chief. A row's line is the feature's ordinal; it holds the area that the feature draws, or why that is none. Features that
// are single points have their degrees in two columns, lon and lat, so that equipment finds its place. Where features have no attribute
// at all, they are named by their number.
std::unique_ptr<TableReader> tableOf(const MapContent &map, const QString &fileName,
    const TableOptions &options = {}, const QStringList &layers = {});

// Opens a map as a table; `options.layer` is one of its layers.
OpenedTable openMap(const QString &path, const TableOptions &options);

// Whether a file that begins so, and is called so, is a map rather than a table.
bool isMap(const QByteArray &head, const QString &fileName);

} // namespace exchange
