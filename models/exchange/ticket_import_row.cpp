// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ticket_import_row.h"

#include "domain/ticket_fields.h"

namespace exchange
{

using namespace domain;

TicketRowReader::TicketRowReader(
    BoundMapping mapping, std::shared_ptr<const Names> names, bool sealsNumbers)
    : m_mapping(std::move(mapping))
    , m_names(std::move(names))
    , m_sealsNumbers(sealsNumbers)
{
}

std::variant<TicketRow, RowProblem> TicketRowReader::read(const Row &row) const
{
    TicketRow ticket;
    auto problem = m_mapping.read(
        row, [&](const Target &target, const QVariant &value) { put(target, value, ticket); });
    if (problem)
        return std::move(*problem);
    complete(row, ticket);
    ticket.notices = findPersonalNotices(ticket.open.values);
    if (m_sealsNumbers && !ticket.notices.isEmpty())
        sealPersonalNumbers(ticket.open.values);
    return ticket;
}

void TicketRowReader::put(const Target &target, const QVariant &value, TicketRow &ticket) const
{
    CustomerDraft &person = ticket.open.customer;
    switch (target.part) {
    case Target::Field:
        ticket.open.values.set(target.number, value);
        break;
    case Target::State:
        ticket.open.state = value.toString();
        break;
    case Target::CustomerSourceId:
        ticket.customerSourceId = value.toString();
        break;
    case Target::By:
        if (const auto login = m_names->findLogin(value.toString()))
            ticket.open.by = *login;
        else
            ticket.open.values.set(field::Handler, value);
        break;
    case Target::Customer:
        switch (target.number) {
        case customer::Name:
            person.name = value.toString();
            break;
        case customer::Phone:
            person.phone = value.toString();
            break;
        case customer::IdNumber:
            person.idNumber = value.toString();
            break;
        case customer::Address:
            person.address = value.toString();
            break;
        default:
            break;
        }
    }
}

void TicketRowReader::complete(const Row &row, TicketRow &ticket) const
{
    Values &values = ticket.open.values;
    if (ticket.open.state.isEmpty() && values.has(field::DoneAt))
        ticket.open.state = QStringLiteral("closed");
    if (values[field::Lon].toDouble() == 0 && values[field::Lat].toDouble() == 0) {
        values.remove(field::Lon);
        values.remove(field::Lat);
    }
    // What has no number at its source is known by what it says, whatever the file is called.
    const bool isNumbered = values.has(field::SourceId);
    if (!values.has(field::Source))
        values.set(field::Source, isNumbered ? m_mapping.source() : QStringLiteral("file"));
    if (!isNumbered) {
        const QByteArray content = m_mapping.fingerprint(row).toHex();
        values.set(field::SourceId, QStringLiteral("content:") + QString::fromLatin1(content));
    }
    ticket.source = values.text(field::Source);
    ticket.sourceId = values.text(field::SourceId);
}

} // namespace exchange
