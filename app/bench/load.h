// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/generator_tickets.h"

#include <QHash>

namespace bench
{

/// Matters as the generator makes them, for benches that take them in one by one or from a file.
class Load
{
public:
    /// Puts the sample company's rows onto the desk where they are missing.
    Load(Desk &desk, quint64 seed, qint64 tickets);

    /// The next matter as a clerk takes it in now: it has just happened, and nothing is done yet.
    domain::OpenTicket next();
    /// The next matter as another program hands it over, with what became of it and with the caller's name.
    domain::OpenTicket nextWhole();

private:
    Desk &m_desk;
    app::SampleCompany m_company;
    app::TicketMaker m_maker;
    QHash<domain::Id, domain::CustomerDraft> m_callers;
};

} // namespace bench
