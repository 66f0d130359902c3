// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace domain
{

struct Ticket;

/// What stands in the QR code of a slip: the ticket, and the step that the slip asks for. Scanned or
/// typed it opens the ticket at that step; "GD:03A-261120-012:arrive". The step may be missing.
struct TicketCode {
    QString number;
    QString action;

    QString text() const;
    /// Reads a code whatever its case, in half or full width, with blanks anywhere; nothing for any other text.
    static std::optional<TicketCode> parse(QStringView typed);
    bool operator==(const TicketCode &) const = default;
};

/// The code of a ticket at the step that is due now; without a step where the ticket is over.
TicketCode codeOf(const Ticket &ticket);

/// The first open action that leads onward from the ticket's state; empty when none does.
QString dueAction(const Ticket &ticket);

} // namespace domain
