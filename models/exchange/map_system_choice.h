// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/map_plugin.h"

#include <variant>

namespace exchange
{

struct ChosenSystem {
    QString code; // empty: the layer's own
    QString name;
    bool isAssumed = false;
};

// What a layer's places are reckoned from: what the person names, else what the file names, else WGS 84 where the values are
// degrees. Values that the system can't have (metres in a system of degrees, degrees in one of metres) are refused with
// a proposal, since they would land in the sea.
std::variant<ChosenSystem, FileRefusal> chooseSystem(MapSource &source, int layer,
    const QString &named, const MapPlugin &plugin, const QString &fileName);

} // namespace exchange
