// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "store/notices.h"

namespace store
{

/// What the clocks of open tickets have come to now, as the company's table says. For a thread of its own where much is late.

/// One level that a clock of a ticket has come to, with the ticket.
struct EscalatedTicket {
    NumberedTicket ticket;
    domain::Escalation level;
};

/// All of them, the latest first, of `most` tickets at most: those that fell due last.
QVector<EscalatedTicket> findEscalated(Reader &reader, qint64 most);
/// What the table tells this person, the latest level of each clock alone: of what they answer for or have in hand, and of what lies
/// where they are chief, lead or watch. Nothing where it couldn't be read.
std::optional<QVector<NoticeLine>> findEscalations(Reader &reader, const domain::Id &person);
/// Whether the clock that a line tells of has been stopped since, or rests.
bool isOver(Reader &reader, const NoticeLine &line);

} // namespace store
