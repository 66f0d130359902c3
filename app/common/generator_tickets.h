// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_matters.h"
#include "sample_people.h"

namespace app
{

/// Makes one ticket after the other, in the order of their time. Quick enough not to hold up the writer.
class TicketMaker
{
public:
    TicketMaker(const SampleCompany &company, quint64 seed, qint64 tickets);

    /// The commands of the next ticket: one for what is over, a few for what is under way.
    void make(QVector<domain::Command> &commands);

private:
    void choosePerson(domain::OpenTicket &open);
    domain::Values describeMatter(const Matter &matter, qint64 at_ms);
    void finish(const Matter &matter, qint64 at_ms, domain::OpenTicket &open);
    void start(const Matter &matter, qint64 at_ms, const domain::Id &ticket,
        QVector<domain::Command> &commands);

    const SampleCompany &m_company;
    Dice m_dice;
    const qint64 m_tickets;
    qint64 m_made = 0;
    QVector<Household> m_people;
    Household m_person; ///< of the ticket at hand
};

} // namespace app
