// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <functional>
#include <optional>

namespace geo
{

/// What is wrong between the areas of a division: ground that two grids have and ground within the town that none has. Everything
/// that a person could see or heal is listed, the largest first; what is thinner than the raster of the record isn't.
struct Flaw {
    enum Kind : quint8 {
        Overlap, ///< two grids have it
        Gap, ///< none has it: enclosed by the division, or a narrow lane between neighbours
    };

    Kind kind = Overlap;
    bool isSliver =
        false; ///< narrower than a few metres: drawn past each other rather than forgotten
    QVector<int> areas; ///< places in the list: the two that overlap, or the neighbours of the gap
    double area_m2 = 0;
    domain::Shape where;
    domain::GeoPoint place; ///< a point within
};

/// Wider is a piece of ground of its own.
constexpr double sliver_m = 3;
/// Lanes between neighbours that are open at an end are found up to this width; wider they may be meant.
constexpr double lane_m = 5;

/// Areas with more than these are no division; the search ends there.
constexpr qsizetype mostFlaws = 50'000;

/// Told how far it is, in parts of a thousand; stops the search with false.
using Step = std::function<bool(int permille)>;

/// Nothing where it was stopped. An area with a fault of its own counts as its repair.
std::optional<QVector<Flaw>> findFlaws(
    const QVector<domain::GridArea> &areas, const Step &step = {});

} // namespace geo
