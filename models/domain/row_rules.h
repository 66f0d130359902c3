// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

namespace domain
{

/// What must hold among the fields of one row beyond what each field says by itself: an outage doesn't end before it begins, nobody
/// approves the own leave, a shift that is typed into the roster is there. A table of registers and what is asked of them.
std::optional<Refusal> checkMeaning(const PutRow &command, const Surroundings &around);
/// Why a row can't be removed although it may be changed: others have signed it or go by it.
std::optional<Refusal> checkRemoval(const RemoveRow &command, const Surroundings &around);
/// What a put says, with what belongs to it: who approves leave says of whom and for which days, so that somebody who changes them
/// apart contradicts it.
Values saidTogether(const PutRow &command, const Surroundings &around);

} // namespace domain
