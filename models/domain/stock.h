// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "domain/rights.h"

#include <span>

namespace domain
{

/// Stock: what is there of a supply is the sum of its moves, in thousandths of its unit, so that every desk comes to the same
/// whatever order they arrive in. A count is a move by as much as was found more or less than the books of that desk said.

struct StockMoveSpec {
    const char *code;
    int sign; ///< 1 in, −1 out, 0 either
    Right right;
};

/// The move of this code; null where this program knows none.
const StockMoveSpec *findStockMove(QAnyStringView code);

/// The most that one move takes along: a thousand million units.
constexpr qint64 mostMoved = 1'000'000'000'000;
/// No count finds more than this too much or too little, so what claims more is no move.
constexpr qint64 mostCounted = 1000 * mostMoved;

/// How much is there of a supply, in thousandths of its unit.
qint64 inStock(const RegisterRow &supply);
/// Whether there is less than the least that is to be there.
bool isLow(const RegisterRow &supply);

/// "2.5": thousandths as people write them.
QString quantityText(qint64 thousandths);
/// The other way; nothing where it is no number, has more than three places, or is more than one move may take along.
std::optional<qint64> quantityOf(QStringView text);
/// "2.5 m": how much of it in its own unit.
QString quantityOf(const RegisterRow &supply, qint64 thousandths);

/// Why the move would take more than is there, as far as this desk knows; nothing when there is enough.
std::optional<Refusal> refusalOfDraw(const RegisterRow &supply, qint64 wanted);

} // namespace domain
