// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/area_scene.h"
#include "map/map_camera.h"
#include "map/map_colors.h"

#include <QFont>

#include <atomic>

class QPainter;

namespace ui::map
{

/// How areas are drawn: with which class and colours, in colour or hatched or both, with labels or without.
struct AreaLook {
    MapColors colors;
    std::vector<qint8>
        ranks; ///< one for each grid of the scene; empty: no theme, all without a class
    bool isFilled = true;
    bool isHatched = false;
    double opacity = 1; ///< of the fill, less over a base map
    double hairline = 1; ///< width of borders in the painter's units
    double hatch = 6; ///< distance of hatch lines in the painter's units
    bool isPaper = false; ///< each label is one text, so that it is found and copied once
    QFont codeFont;
    QFont nameFont;
};

/// Paints what the camera sees of the areas: fills, each border once, labels where they have room. Used by the window's painting
/// thread and by the printed page alike. Returns early, with half a picture, once `stale` says that nobody waits for it.
void paintAreas(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::atomic_bool &stale);

void paintLabels(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::atomic_bool &stale);

/// The outline of one grid as it is seen.
QPainterPath outlineOf(const AreaScene &scene, int number, const MapCamera &camera);

} // namespace ui::map
