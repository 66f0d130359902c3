// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/piece.h"
#include "paper/slip.h"
#include "paper/type.h"

// The top of a slip: company, title, number in large type, QR code. Side by side on a sheet, one
// under the other on the roll. Sheets after the first carry a small one.
namespace ui::paper
{
Piece slipHead(const Slip &slip, const Inks &inks, Area area);
Piece slipRollHead(const Slip &slip, const Inks &inks, Area area);
Piece slipContinuation(const Slip &slip, const Inks &inks, Area area);
} // namespace ui::paper
