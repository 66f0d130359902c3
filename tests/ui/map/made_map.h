// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

/// Maps that nobody surveyed: uneven fields side by side that share their crooked borders corner by corner, as a real division does. The
/// same figures give the same map.
namespace madeMap
{

struct Plan {
    int across = 4;
    int down = 3;
    int corners = 7; ///< of each side, besides its two ends
    double metres = 400; ///< from one field to the next
    double lon = 116.39;
    double lat = 39.9;
};

/// The id of the thing with this number.
domain::Id idOf(int number, quint8 kind = 0);

QVector<ui::map::MapGrid> grids(const Plan &plan);
QVector<ui::map::MapPin> pins(const Plan &plan, int count);
ui::map::MapTheme theme(const QVector<ui::map::MapGrid> &grids, int seed);
QHash<domain::Id, ui::map::GridWork> work(const QVector<ui::map::MapGrid> &grids);

} // namespace madeMap
