// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/map_plugin.h"

#include <optional>

namespace exchange
{

// Why the records of a Shapefile don't lie one behind the other: each says how long it is (ESRI Shapefile Technical Description, 1998). The
// library makes the index anew where a file comes without one, and goes around in circles where a record leads back, filling the
// memory; so without an index nothing else gets there. Nothing of other formats, and of one with its index.
std::optional<FileRefusal> findFaultInShapes(const MapBytes &map, const QString &fileName);

} // namespace exchange
