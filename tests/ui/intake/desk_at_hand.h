// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/small_desk.h"

namespace support
{

/// The small company as a clerk finds it at 14:32: grid 07 with its chief and places, two teams, a
/// member, and a customer who called before.
class DeskAtHand : public SmallDesk
{
public:
    DeskAtHand();

    /// The same desk as the next start of the program finds it.
    void startAgain();

    domain::Ticket ticket(const QString &number) { return read().findTicket(number)->ticket; }
    /// In the order in which they were taken in.
    QVector<store::TicketLine> tickets();
    /// A repair of ours that stands with the second team.
    QString openRepair(const QString &description);

    domain::Id chief, member, technician, customer;

private:
    domain::Id addStaff(
        const QString &login, const QString &name, const QString &role, const QString &team);
};

} // namespace support
