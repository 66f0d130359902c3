// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rights.h"
#include "domain/workflow.h"

namespace items
{

/// What a page of the window asks of whoever sits here: one right, one register to keep or one action to perform,
/// somewhere, is enough. A gate that names nothing is open to everybody.
struct Gate {
    std::vector<domain::Right> rights = {};
    std::vector<domain::Register> registers = {};
    std::vector<const char *> actions = {};
};

bool isOpenTo(const Gate &gate, const domain::Actor &actor, const domain::Grants &grants);
/// Whether there is any ticket on which the actor might perform this action or type it in.
bool mayActSomewhere(
    QAnyStringView action, const domain::Actor &actor, const domain::Grants &grants);

} // namespace items
