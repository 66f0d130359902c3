// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/area_scene.h"
#include "map/legend_rows.h"
#include "map/pin_drawing.h"

#include "paper/pages.h"

namespace ui::map
{

enum class SheetSize { A4, A4Landscape, A3, A3Landscape };

/// A map for the wall or the file: what is painted, and what is said around it. Colours and hatches may stand together: then a printer
/// without colour tells the classes too.
struct MapSheet {
    SheetSize size = SheetSize::A4Landscape;
    QString company;
    QString title; ///< "Grid map"
    QString subject; ///< "Open tickets, 2026-11-20"
    QString madeBy;
    QString madeAt;
    QString credit; ///< of a base map
    Legend legend;
    bool isColoured = true;
    bool isHatched = false;

    SharedAreas areas;
    std::vector<qint8> ranks;
    PinChoice pins;
    QVector<QPolygonF> routes; ///< in the world
    QRectF part; ///< of the world; empty: all grids
};

/// One page, as all papers are: preview, printer and PDF paint the same.
paper::Pages layOut(const MapSheet &sheet);

} // namespace ui::map
