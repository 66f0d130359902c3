// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/piece.h"
#include "paper/slip.h"
#include "paper/type.h"

// The parts of a slip below its head, as pieces.
namespace ui::paper
{
// What all parts of one slip share. One label width gives the values and the boxes one left edge.
struct SlipFrame {
    Inks inks;
    Area area;
    qreal labelWidth = 0;

    bool isNarrow() const; // the roll: nothing stands side by side
};

namespace slipType
{
inline constexpr Type body{10.5, false, 1.5};
inline constexpr qreal labelGap_mm = 3;
} // namespace slipType

SlipFrame frameOf(const Slip &slip, const Inks &inks, Area area);

QList<Piece> piecesOf(const SlipSection &section, const SlipFrame &frame);
QList<Piece> piecesOf(const SlipRows &rows, const SlipFrame &frame);
QList<Piece> piecesOf(const WriteIn &box, const SlipFrame &frame);
QList<Piece> piecesOf(const CheckRow &row, const SlipFrame &frame);
QList<Piece> piecesOf(const Signatures &signatures, const SlipFrame &frame);
QList<Piece> piecesOf(const Terms &terms, const SlipFrame &frame);
QList<Piece> piecesOf(const CutLine &cut, const SlipFrame &frame);
} // namespace ui::paper
