// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/customer_history.h"

#include "domain/ticket_fields.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

void takeSteps(const Ticket &ticket, store::Reader &reader, CustomerHistory &history)
{
    const QString number = ticket.values.text(field::Number);
    for (const Step &step : ticket.steps) {
        const QString remark = reader.open(field::Remark, step.values[field::Remark]).simplified();
        if (step.values.has(field::Satisfaction))
            history.said.append(
                {number, int(step.values.number(field::Satisfaction)), step.at_ms, remark});
        if (step.action == u"visit" || step.action == u"contact")
            history.calls.append({number, step.action, step.values.text(field::Outcome), step.by,
                step.at_ms, remark});
    }
}

void takePlanned(const Id &customer, store::Reader &reader, CustomerHistory &history)
{
    for (const store::NumberedRow &row : reader.findRowsUnder(Register::Visit, customer)) {
        const Values &values = row.row.values;
        const auto plan = reader.findRow(values[visit::Plan].value<Id>());
        history.planned.append({plan ? plan->row.values.text(visit_plan::Name) : QString(),
            values.text(visit::Outcome), values.text(visit::Scores), values[visit::By].value<Id>(),
            values.number(visit::At), reader.open(visit::Said, values[visit::Said]).simplified()});
    }
}

} // namespace

CustomerHistory findCustomerHistory(store::Reader &reader, qint64 customer)
{
    CustomerHistory history;
    store::TicketQuery query;
    query.filters = {{QStringLiteral("customer"), QString::number(customer)}};
    const auto byKind = reader.countTicketsBy(query, QStringLiteral("kind"));
    for (auto at = byKind.cbegin(); at != byKind.cend(); ++at)
        history.all += at.value();
    history.complaints = byKind.value(QStringLiteral("complaint"));
    query.limit = mostOfHistory;
    history.tickets = reader.findTickets(query);
    query.limit = -1;
    query.filters.append({QStringLiteral("open"), QStringLiteral("1")});
    history.open = reader.countTickets(query);
    for (const store::TicketLine &line : std::as_const(history.tickets)) {
        if (const auto ticket = reader.findTicket(line.row))
            takeSteps(ticket->ticket, reader, history);
    }
    std::ranges::stable_sort(history.said, std::greater(), &CustomerHistory::Said::at_ms);
    std::ranges::stable_sort(history.calls, std::greater(), &CustomerHistory::Call::at_ms);
    if (const auto file = reader.findCustomerFile(customer)) {
        takePlanned(file->customer.row.id, reader, history);
        for (const store::NumberedRow &merged : file->merged)
            takePlanned(merged.row.id, reader, history);
    }
    std::ranges::stable_sort(history.planned, std::greater(), &CustomerHistory::Planned::at_ms);
    return history;
}

} // namespace items
