// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_card.h"

#include "domain/command.h"

namespace items
{

/// What holds, in the judgement of whoever settles a conflict.
enum class Holds : quint8 {
    Standing, ///< what stands now
    Earlier, ///< what the earlier side said
    Later, ///< what the later side said
    Typed, ///< something else, typed in
};

/// How a conflict is settled: first what should hold is said by the ordinary command, where it doesn't stand yet; then
/// the conflict is settled.
struct SettlingPlan {
    std::optional<domain::Command> first;
    domain::SettleConflict settle;
};

/// The plan, or why what is wanted can't be said from here. `typed` counts for Holds::Typed alone: values by field.
std::variant<SettlingPlan, domain::Refusal> planSettling(store::Reader &read,
    const ConflictCard &card, Holds holds, const domain::Values &typed, const QString &remark,
    const domain::Actor &actor);

/// Whether something else may be typed in: every field that differs is one of those that people correct.
bool mayBeTyped(const ConflictCard &card);

} // namespace items
