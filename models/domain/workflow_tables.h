// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workflow.h"

namespace domain
{

/// The tables of the workflows, one file for each path. What the regulation asks for stands beside the row that does it.

WorkflowSpec repairWorkflow();
WorkflowSpec complaintWorkflow();
WorkflowSpec applicationWorkflow();
WorkflowSpec enquiryWorkflow();
WorkflowSpec suggestionWorkflow();
WorkflowSpec praiseWorkflow();

/// An action's own rows, with those behind them that every workflow has: handing over, waiting, asking for time, consulting,
/// passing upward, notes. `ends` is the clock by which the matter is to be done; an extension moves it.
std::vector<ActionSpec> withCommon(std::vector<ActionSpec> own, const char *ends);
/// The return visit and its end without one, as repairs and complaints have it. Whoever is dissatisfied goes back to `again`.
std::vector<ActionSpec> visitActions(const char *again, std::vector<ClockUse> starts);

/// A path to which a matter can be joined: calls about an outage, and what somebody reported before, wait in a state of their own and
/// are told when it is over, each of them once. Separated again, a matter begins anew.
WorkflowSpec withJoining(WorkflowSpec own);

constexpr Condition always{};
/// Whoever may speak for the company above the grid.
constexpr quint16 superiors = Head | Manager;

} // namespace domain
