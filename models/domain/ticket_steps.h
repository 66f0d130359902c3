// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"
#include "domain/workflow.h"

namespace domain
{

/// A workflow's table at work: which way an action or an opening leads for this very ticket, what may be done now, and the step that
/// follows. Shared by the files of decide.

/// The first branch whose condition holds for the ticket and what is given with the action, else the last.
const Branch &branchFor(
    const std::vector<Branch> &branches, const Ticket &ticket, const Values &given);
/// Whether the ticket's state and steps allow the action, whoever asks.
bool isOpenNow(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket);
/// The step that this action answers; null where it answers none.
const Step *findAsked(const ActionSpec &action, const Ticket &ticket);
StepTaken takeStep(const Ticket &ticket, const ActionSpec &action, Values given, const Id &by,
    qint64 at_ms, const Surroundings &around);

} // namespace domain
