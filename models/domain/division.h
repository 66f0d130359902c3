// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/shape.h"

namespace domain
{

/// The division of the company's area into grids. Each grid is drawn as often as its area changes; a drawing holds from its
/// day on until the grid is drawn anew for a later one. So the division of any day, past or to come, is the last drawing of
/// each grid that held by then, and nothing that was drawn is ever lost.

/// One row of the register of drawings, read.
struct Drawing {
    Id grid;
    qint64 from_ms = 0; ///< the beginning of a day of the company's calendar, UTC; 0: since ever
    Shape area; ///< empty: from then on the grid has no area any more

    bool operator==(const Drawing &) const = default;
};

/// What the entry of such a command is about: the first area that it draws.
Id subjectOf(const DrawGrids &command);
/// The drawing of a grid from a day on has one id wherever it is made: two desks that draw the same grid for the same day
/// apart contradict each other, and both drawings are kept for somebody to say which one holds.
Id drawingOf(const Id &grid, qint64 from_ms);
/// Nothing where the row is no drawing that this program can read.
std::optional<Drawing> drawingIn(const RegisterRow &row);

/// The grid that answers for a place, out of those whose areas hold its point and the one that the table of addresses names:
/// an area that holds the point by itself is right, the table decides between several. Null when nobody can say: whoever
/// takes the matter in is asked.
Id gridOf(std::span<const Id> atPoint, const Id &byAddress);

} // namespace domain
