// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_camera.h"
#include "map/map_colors.h"

#include <QPolygonF>

class QPainter;

namespace ui::map
{

/// Ways of patrols as dashed lines with small arrows, so that they are neither borders nor chosen things and their direction is seen.
void paintRoutes(QPainter &painter, const QVector<QPolygonF> &routes, const MapCamera &camera,
    const MapColors &colors);

} // namespace ui::map
