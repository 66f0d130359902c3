// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "domain/shape.h"

#include <QMap>

#include <functional>
#include <optional>
#include <variant>

namespace geo
{

/// What a person does to the areas of a division with pencil and scissors. Every edit is a function of the areas that it is given;
/// nothing is changed in place. Whoever calls hands over the areas round about as well, all of them or those in sight: where an
/// edit puts a corner on a common border, the neighbour gets the same corner, so that both still have the same border to the last
/// digit. What comes out is valid and whole, or there is a refusal that says what to do.

/// Of mostLineCorners at most.
using Line = QVector<domain::GeoPoint>;
constexpr qsizetype mostLineCorners = 2'000;
using Shapes = QVector<domain::Shape>;

struct Edited {
    Shapes shapes; ///< what the areas that were asked for became
    QMap<int, domain::Shape>
        neighbours; ///< those that got a corner more, by their place in the list
    QString note; ///< what a person should know of it; mostly empty
};
using Outcome = std::variant<Edited, domain::Refusal>;

/// Parts it along a line that goes across it, or around a piece of it: two or more, the largest first. Parts of an area that the
/// line doesn't touch stay with the largest. A line that ends within a metre of the border goes through.
Outcome split(const domain::Shape &shape, const Line &line, const Shapes &neighbours = {});

/// One area of all. Such as don't touch make an area of several parts, which the note says.
Outcome merged(const Shapes &shapes, const Shapes &neighbours = {});

/// Gives two neighbours a new common border: what lies on either side of the line goes to whom it mostly belonged.
Outcome movedBorder(const domain::Shape &one, const domain::Shape &other, const Line &line,
    const Shapes &neighbours = {});

/// Draws corners within so many metres of a neighbour onto its corners, else onto its border; and the border onto the
/// neighbours' corners that lie as near to it.
Outcome snapped(const domain::Shape &shape, const Shapes &neighbours, double tolerance_m);
constexpr double mostSnap_m = 100;

/// Cuts away what others have: the way to heal an overlap.
Outcome without(const domain::Shape &shape, const Shapes &others);

/// Gives a gap, or part of one, to an area that it touches.
Outcome filled(const domain::Shape &shape, const domain::Shape &gap, const Shapes &neighbours = {});

} // namespace geo
