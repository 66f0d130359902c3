// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desks_together.h"

#include "items/conflict_settling.h"

/// Conflicts of desks that met, settled as the window does it.
namespace settling
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::ConflictCard;
using items::Holds;
using store::ConflictQuery;
using support::DesksTogether;

inline std::optional<ConflictCard> first(Desk &desk, const ConflictQuery &query = {})
{
    items::ConflictCards cards(desk.read());
    const auto numbers = cards.conflicts().findNumbers(query);
    return numbers.isEmpty() ? std::nullopt : cards.card(numbers.constFirst());
}
inline items::SettlingPlan planOf(
    Desk &desk, const ConflictCard &card, Holds holds, const Values &typed = {})
{
    auto plan = items::planSettling(desk.read(), card, holds, typed, u"已电话核实"_s, desk.who());
    if (const auto *refusal = std::get_if<Refusal>(&plan))
        qFatal("%s", qPrintable(refusal->text()));
    return std::get<items::SettlingPlan>(plan);
}
inline void settle(DesksTogether &desks, int number, const ConflictCard &card, Holds holds,
    const Values &typed = {})
{
    const auto plan = planOf(desks.desk(number), card, holds, typed);
    if (plan.first)
        desks.submit(number, *plan.first);
    desks.submit(number, plan.settle);
}

} // namespace settling
