// SPDX-License-Identifier: GPL-3.0-or-later
// What each command is about, and which state it is decided in front of.
#include "domain/account.h"
#include "domain/division.h"
#include "store/words.h"
#include "store/writer.h"

namespace store
{

using namespace domain;

namespace
{

/// The row that a command's events are about: the first of these that the command names.
template <typename RowCommand> Id rowOf(const RowCommand &command)
{
    if constexpr (requires { command.row; })
        return command.row;
    else if constexpr (requires { command.grant; })
        return command.grant;
    else if constexpr (requires { command.erasure; })
        return command.erasure;
    else if constexpr (requires { command.company; })
        return command.company;
    else if constexpr (requires { command.desk; })
        return command.desk;
    else
        return accountOf(command.person);
}

Id rowOf(const DrawGrids &command)
{
    return subjectOf(command);
}

/// What a command beside a ticket is about, and the ticket, if there is one.
std::pair<Id, Id> subjectAndTicket(const LookAt &command)
{
    return {command.customer, command.ticket};
}

std::pair<Id, Id> subjectAndTicket(const MoveStock &command)
{
    return {command.supply, command.ticket};
}

std::pair<Id, Id> subjectAndTicket(const SettleConflict &command)
{
    return {command.subject, command.subject};
}

} // namespace

Writer::Preparation Writer::prepared(Decision decision, const Id &subject)
{
    if (auto *refusal = std::get_if<Refusal>(&decision))
        return std::move(*refusal);
    return Prepared{std::move(std::get<Events>(decision)), subject};
}

const Ticket *Writer::ticketOrNone(const Id &ticket)
{
    const NumberedTicket *found = ticket.isNull() ? nullptr : m_projector.findTicket(ticket);
    return found ? &found->ticket : nullptr;
}

Writer::Preparation Writer::prepare(const Command &command)
{
    const auto prepareOne = [this](const auto &one) -> Preparation {
        if constexpr (requires { prepareTicket(one); }) {
            return prepareTicket(one);
        } else if constexpr (requires { subjectAndTicket(one); }) {
            const auto [subject, ticket] = subjectAndTicket(one);
            return prepared(decide(one, ticketOrNone(ticket), m_around), subject);
        } else {
            return prepared(decide(one, m_around), rowOf(one));
        }
    };
    return std::visit(prepareOne, command);
}

Writer::Preparation Writer::prepareTicket(const OpenTicket &command)
{
    Preparation preparation = prepared(decide(command, m_around), command.ticket);
    if (auto *opening = std::get_if<Prepared>(&preparation)) {
        for (const Event &event : std::as_const(opening->events)) {
            if (const auto *opened = std::get_if<TicketOpened>(&event))
                opening->customer = opened->values[field::Customer].value<Id>();
        }
    }
    return preparation;
}

Writer::Preparation Writer::prepareTicket(const ActOnTicket &command)
{
    const Ticket *ticket = ticketOrNone(command.ticket);
    if (!ticket)
        return Refusal{{}, Words::tr("There is no such ticket."), Words::tr("Check the number."),
            Refusal::Unknown};
    const Id customer = ticket->values[field::Customer].value<Id>();
    Preparation preparation = prepared(decide(*ticket, command, m_around), command.ticket);
    if (auto *step = std::get_if<Prepared>(&preparation)) {
        // What is said after an erasure belongs to the ticket; there is no key of the person any more.
        step->customer = m_around.exists(Register::Customer, customer) ? customer : Id();
        step->seenRevision = command.seenRevision;
    }
    return preparation;
}

} // namespace store
