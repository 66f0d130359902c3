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
/// The clocks that a branch starts and for which the company promises a time.
QVector<ClockStart> startsOf(
    const Branch &branch, const Values &ticket, qint64 from_ms, const Surroundings &around);
/// Whether the ticket's state and steps allow the action, whoever asks.
bool isOpenNow(const ActionSpec &action, const WorkflowSpec &workflow, const Ticket &ticket);
StepTaken takeStep(const Ticket &ticket, const ActionSpec &action, const Values &given,
    const Id &by, qint64 at_ms, const Surroundings &around);

} // namespace domain
