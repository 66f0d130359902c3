// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QPalette>

namespace ui::map
{

/// The colours of a map, taken from the window's palette so that both change together. Classes go from near the surface to far from it
/// in steps of lightness, from yellow over green-blue to blue: whoever sees no red and green, or no colour at all, still sees the order.
struct MapColors {
    QColor ground; ///< where there is no grid
    std::array<QColor, mostClasses> classes;
    QColor noData;
    QColor border;
    QColor
        hatch; ///< the window's text, thinned: lines lead away from the surface as the colours do
    QColor halo; ///< around what is drawn over a map of unknown colour
    QColor route;
    QColor accent; ///< what is chosen
    QColor accentEdge; ///< drawn around the accent, so that it is seen on every class

    bool operator==(const MapColors &) const = default;
};

MapColors mapColors(const QPalette &palette);
/// For paper: white ground, the light classes.
MapColors paperColors();

const QColor &fillOf(const MapColors &colors, int rank);

/// The ink that reads best on a surface.
QColor inkOn(const QColor &surface);

} // namespace ui::map
