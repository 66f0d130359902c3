// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"

namespace exchange
{

// Which of a map's layers is meant: the one that is named; else the only one, or the only one that can hold areas; of several of
// those the first, where `any` will do. An index into them, or why none is.
std::variant<int, FileRefusal> chooseLayer(
    const QVector<MapLayer> &layers, const QString &name, bool any, const QString &fileName);

} // namespace exchange
