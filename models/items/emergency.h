// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/duty_watch.h"
#include "items/outages.h"

namespace items
{

/// What whoever takes in an emergency is told at once: who is on duty for it, and whom it may affect.
struct EmergencyHelp {
    DutyWatch duty;
    bool isOfTeam =
        true; ///< false: nobody of its team is on duty, so those of the others are named
    Affected affected; ///< by the grid and the line; contacts with their middle covered
    QString building; ///< empty where the address doesn't tell it
    QVector<Affected::KeyUser> neighbours; ///< the other customers of the same building
};
/// For a thread of its own.
EmergencyHelp findEmergencyHelp(store::Reader &reader, const domain::Id &ticket);

/// An outage made of a ticket: its line, its grid, which houses, since when. Which houses is the building or the community, never
/// whose door it is.
domain::Values outageFromTicket(store::Reader &reader, const domain::Ticket &ticket);
/// The building of a ticket's address, or its community; empty where neither is told apart from the door.
QString housesOf(store::Reader &reader, const domain::Values &ticket);

} // namespace items
