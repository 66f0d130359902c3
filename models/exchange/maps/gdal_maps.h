// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_plugin.h"

#include <QObject>

namespace exchange
{

// Reads maps with five of GDAL's drivers out of memory, and registers no other.
class GdalMaps : public QObject, public MapPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "griddesk.MapPlugin/1")
    Q_INTERFACES(exchange::MapPlugin)

public:
    MapAnswer open(MapBytes map) override;
    RawSystem system(const QString &code) const override;
};

} // namespace exchange
