// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

namespace domain
{

/// What is asked of everything that is filled in on a ticket, at its opening and at each step. Nothing when it is in order.

std::optional<Refusal> checkValues(const Values &values);
/// `number` is the field that says when; 0 where the command itself does. A day's grace is given for clocks that run apart.
std::optional<Refusal> checkMoment(quint8 number, qint64 at_ms, const Surroundings &around);
/// Whether whoever did it is on the staff.
/// What a matter may wait with: an outage that is there, or an earlier matter that is under way and waits with no other.
std::optional<Refusal> checkJoining(
    const Values &given, const Ticket &joining, const Surroundings &around);
std::optional<Refusal> checkPerson(const Id &by, const Surroundings &around);

/// The field's name in the tool and its label in the window.
QString keyOf(quint8 number);
QString labelFor(quint8 number);

} // namespace domain
