// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_plugin.h"

namespace exchange
{

// A map's bytes as files in a folder of GDAL's memory, which nothing else lies in: what a driver looks for beside a file
// or puts there stays here and goes with it.
class MemoryFiles
{
public:
    explicit MemoryFiles(MapBytes map);
    ~MemoryFiles();
    Q_DISABLE_COPY_MOVE(MemoryFiles)

    const MapBytes &map() const { return m_map; }
    const QByteArray &folder() const { return m_folder; }
    QByteArray path() const; // of the first part

private:
    QByteArray pathOf(const MapBytes::Part &part) const;

    MapBytes m_map;
    QByteArray m_folder;
};

} // namespace exchange
