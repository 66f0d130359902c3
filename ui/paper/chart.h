// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/piece.h"
#include "paper/type.h"

// A chart as one piece: title, legend and a flat drawing by Qt Charts, in vectors.
namespace ui::paper
{
QList<Piece> piecesOf(const Chart &chart, const Inks &inks, Area area);
}
