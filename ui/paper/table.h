// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/piece.h"
#include "paper/type.h"

// A table as pieces: caption, head, one piece per row. Cells are laid out when they are painted, so
// that an annex of ten thousand rows costs little until its pages are looked at.
namespace ui::paper
{
QList<Piece> piecesOf(const Table &table, const Inks &inks, Area area);
}
