// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/undo.h"

namespace ui::tickets
{

using namespace domain;

std::optional<ActOnTicket> undoOf(
    const Ticket &ticket, const std::function<QString(quint8, const QVariant &)> &open)
{
    if (ticket.steps.isEmpty() || ticket.steps.constLast().action != u"correct")
        return {};
    Values before;
    for (const auto &[number, value] : ticket.steps.constLast().before) {
        const FieldSpec *spec = ticketFields().find(number);
        const bool isSealed = spec && spec->is(Personal);
        before.set(number, isSealed ? QVariant(open(number, value)) : value);
    }
    if (before.isEmpty())
        return {};
    return ActOnTicket{.ticket = ticket.id, .action = QStringLiteral("correct"), .values = before};
}

} // namespace ui::tickets
