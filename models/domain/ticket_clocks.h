// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"
#include "domain/workflow.h"

namespace domain
{

/// What a step does to a ticket's clocks, by the rows of its action and the company's standards.

/// The clocks that a branch starts. `ticket` are the ticket's values with those of the step.
QVector<ClockStart> startsOf(
    const Branch &branch, const Values &ticket, qint64 from_ms, const Standards &standards);

/// What else gets another due time: clocks that the action moves, and those that rest and go on with it. `asked` is the step that
/// it answers, if any.
QVector<ClockStart> renewalsOf(const ActionSpec &action, const Ticket &ticket, const Values &given,
    const Step *asked, qint64 at_ms, const Standards &standards);

/// The running clocks of a ticket that would be due at another moment by the hours and days as they are now.
QVector<ClockStart> reckonedAnew(const Ticket &ticket, const Standards &standards);

/// The clocks that rest from then on: those that run, where the action makes them; one that rested and is moved goes on resting.
QStringList pausesOf(
    const ActionSpec &action, const Ticket &ticket, const QVector<ClockStart> &renewals);

} // namespace domain
