// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/area_scene.h"
#include "map/map_camera.h"

#include <QSet>

namespace ui::map
{

/// Where a corner goes that is set near an outline: onto the nearest corner within reach, else onto the nearest edge, else where the cursor is. A
/// corner is taken exactly, so that borders become one; a place on an edge is the nearest that the record can name.
struct Snap {
    enum class To { Nothing, Corner, Edge };
    domain::GeoPoint place;
    To to = To::Nothing;
};

constexpr double snapReach = 8; // pixels

Snap snapped(QPointF pixel, const MapCamera &camera, const AreaScene *areas,
    const QSet<domain::Id> &without);

} // namespace ui::map
