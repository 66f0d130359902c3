// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/grid_map.h"

#include <optional>
#include <span>

namespace items
{

/// One way to colour the grids of the map: a row of a table in grid_themes.cpp. A new one costs its row.
struct GridTheme {
    const char *code; ///< in settings
    const char *title; ///< English source, context "themes"
    const char *value; ///< one value in words, with %1: "%1 open"
    std::optional<double> (*of)(const GridOnMap &grid); ///< nothing: there is no such figure for it
    int decimals = 0;

    QString titleText() const;
    /// "12 open"; what it says of a grid without a figure.
    QString valueText(const std::optional<double> &value) const;
};

std::span<const GridTheme> gridThemes();

} // namespace items
