// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/grid_themes.h"
#include "map/grid_card.h"
#include "map/legend_rows.h"
#include "map/map_content.h"
#include "map/theme_scale.h"

namespace ui::gridmap
{

/// What the desk knows of the grids, as the map wants it: plain values, texts ready to be read.

QVector<map::MapGrid> gridsOf(const items::GridMap &shown);
QHash<domain::Id, map::GridWork> workOf(const items::GridMap &shown);
/// Tickets, and equipment that has a place. Of the tickets those whose state at the moment fits: lists of what is open or late are asked of the present, and of a past day they are
/// those that were.
using StateFits = std::function<bool(store::TicketPoint::State state)>;
QVector<map::MapPin> pinsOf(const items::GridMap &shown, const StateFits &fits);

/// A theme with its classes: how each grid is coloured, and what the colours mean.
struct Colouring {
    map::MapTheme theme;
    map::Legend legend;
    QVector<double> limits; ///< between the classes
};
/// `own`: the limits where they are somebody's own; without any the classes are made as usual.
Colouring colouringOf(const items::GridMap &shown, const items::GridTheme &theme,
    map::ThemeScale::Kind kind, const QVector<double> &own);

/// What the card says of a grid; its tickets are the most urgent ones, unless a day gone by is named. Reads, so it belongs on another
/// thread than the window's.
map::GridFacts factsOf(const items::GridOnMap &grid, const QString &pastDay, store::Reader &reader);

} // namespace ui::gridmap
