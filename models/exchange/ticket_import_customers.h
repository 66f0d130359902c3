// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ticket_import_row.h"

#include "desk.h"

namespace exchange
{

// The customers of a source that numbers them: the second matter of the same one goes to the same file.
// Those without a number are known by name and phone, as at the counter.
class SourceCustomers
{
public:
    SourceCustomers(Desk &desk, store::Reader &reader)
        : m_desk(desk)
        , m_reader(reader)
    {
    }

    // Fills in the ids of the ticket's customer; a command before the ticket's own opens a file
    // for one who comes with a number for the first time.
    void complete(TicketRow &ticket, QVector<domain::Command> &commands);

private:
    void load();

    Desk &m_desk;
    store::Reader &m_reader;
    bool m_isLoaded = false;
    QHash<QString, domain::Id> m_bySource;
};

} // namespace exchange
