// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QStringList>

namespace geo
{

/// An area put right, with everything that a person needs to see before saying yes: the size before and after, what was changed, and
/// where. What the border goes around stays, also where it goes around it twice; what encloses nothing is left out. A right area
/// comes back as it was. A scribble that crosses itself more often than any border isn't repaired.
struct Repair {
    domain::Shape shape; ///< valid as it stands; empty where nothing encloses anything
    double before_m2 = 0; ///< as the map showed it: what lay within an odd number of rings
    double after_m2 = 0;
    QVector<domain::GeoPoint> places; ///< where the borders crossed or the fault was
    QStringList changes; ///< in words, a line each

    bool isChanged() const { return !changes.isEmpty(); }
};

constexpr qsizetype mostCrossings = 1'000;

Repair repaired(const domain::Shape &shape);

} // namespace geo
