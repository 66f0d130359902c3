// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/piece.h"
#include "paper/type.h"

// A way of several stations as one drawing: the stations one below the other, beside each what may be done there and by whom, arrows
// from one to the next, and at their left those that skip stations or lead back.
namespace ui::paper
{
QList<Piece> piecesOf(const FlowChart &chart, const Inks &inks, Area area);
}
