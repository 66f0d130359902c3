// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ticket_import_customers.h"
#include "exchange/ticket_import_known.h"

namespace exchange
{

using namespace domain;

void SourceCustomers::load()
{
    for (const store::NumberedRow &row : m_reader.findRows(Register::Customer)) {
        const Values &values = row.row.values;
        if (values.has(customer::SourceId))
            m_bySource.insert(
                KnownTickets::keyOf(values.text(customer::Source), values.text(customer::SourceId)),
                row.row.id);
    }
    m_isLoaded = true;
}

void SourceCustomers::complete(TicketRow &ticket, QVector<Command> &commands)
{
    CustomerDraft &draft = ticket.open.customer;
    if (ticket.customerSourceId.isEmpty()) {
        if (!draft.isEmpty())
            draft.fresh = m_desk.freshId();
        return;
    }
    if (!m_isLoaded)
        load();
    Id &known = m_bySource[KnownTickets::keyOf(ticket.source, ticket.customerSourceId)];
    if (known.isNull()) {
        known = m_desk.freshId();
        commands.append(PutRow{Register::Customer, known,
            {{customer::Name, draft.name}, {customer::Phone, draft.phone},
                {customer::IdNumber, draft.idNumber}, {customer::Address, draft.address},
                {customer::Source, ticket.source}, {customer::SourceId, ticket.customerSourceId}},
            {}});
    }
    draft.known = known;
}

} // namespace exchange
