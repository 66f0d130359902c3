// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rights.h"
#include "domain/ticket.h"
#include "domain/workflow.h"

namespace ui::returns
{

/// The steps that a returned slip may bring, in the order in which they are done: from the ticket's state
/// onward, up to the return visit, which is nobody's slip. `asked` is the step that the slip's code names; it
/// comes first if it can be done beside the others. Only what the actor may perform or type in is among them.
std::vector<const domain::ActionSpec *> dueSteps(const domain::Ticket &ticket, const QString &asked,
    const domain::Actor &actor, const domain::Grants &grants);

} // namespace ui::returns
