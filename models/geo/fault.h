// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QString>

#include <optional>

namespace geo
{

/// What is wrong with an area's own borders, if anything: who draws or brings in an area is told it in words, with the
/// place where to look. Only an area without a fault can be measured, cut or joined.
struct Fault {
    enum Kind : quint8 {
        TooLarge, ///< more corners or rings than any grid has
        OffEarth,
        TooFewCorners, ///< a ring that encloses nothing
        CrossesItself,
        TouchesItself, ///< a ring runs through one place twice; what it encloses is clear all the same
        HoleOutside,
        HolesMeet, ///< one hole within another or over it
        PartsOverlap,
        CutApart, ///< holes that touch each other cut a part in two
        TooTangled, ///< not to be checked within seconds: nobody drew that
        Tiny, ///< less than a square metre: a slip of the hand
    };

    Kind kind = CrossesItself;
    domain::GeoPoint place;

    /// "The border crosses itself at 116.3912000, 39.9075000."
    QString words() const;
    bool operator==(const Fault &) const = default;
};

/// The first one, or nothing. An empty shape has none.
std::optional<Fault> findFault(const domain::Shape &shape);

} // namespace geo
