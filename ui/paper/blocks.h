// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "paper/piece.h"
#include "paper/type.h"

// The plain parts of a document as pieces: heading, key figures, section titles and text.
namespace ui::paper
{
QList<Piece> piecesOf(const Heading &heading, const Inks &inks, Area area);
QList<Piece> piecesOf(const KeyFigures &figures, const Inks &inks, Area area);
QList<Piece> piecesOf(const Section &section, const Inks &inks, Area area);
QList<Piece> piecesOf(const Paragraph &paragraph, const Inks &inks, Area area);
} // namespace ui::paper
