// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"
#include "map/pin_drawing.h"

#include <QCoreApplication>

namespace ui::map
{

/// What the map says in words: to a screen reader, and where the mouse rests.
class MapWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::map::MapWords)

public:
    enum class Says { Briefly, Everything };

    static QString mapName();
    static QString howTo();
    /// "Grid 07 Li Ming, 12 open, 2 late", with the theme's value where it says something else.
    static QString ofGrid(
        const MapGrid &grid, const GridWork &work, const MapTheme &theme, Says says);
    static QString ofCluster(const PinScene &pins, const PinHit &hit); ///< "12 tickets, 3 late"
};

} // namespace ui::map
