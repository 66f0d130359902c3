// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ticket_query.h"

#include <QStringList>

namespace items
{

/// Who sits at this desk, as far as lists care: the login, and the code of the person's grid.
struct Seat {
    QString login;
    QString grid;
};

/// The lists that people ask for by name, each a query: the chips above the ticket list, the sections
/// of the page of today. Known are `mine`, `answer` (what the person answers for), `grid`, `open`, `soon`, `late`, `visit`, `all`, `accept`,
/// `unreturned`; an unknown one is `all`.
store::TicketQuery queryForScope(QStringView scope, const Seat &seat, qint64 now_ms);

/// How long before it is due a clock counts as about to be late.
constexpr qint64 soon_ms = 2 * 60 * 60'000;
/// How long after a ticket came in its slip should have come back.
constexpr qint64 unreturned_ms = 24 * 60 * 60'000;

} // namespace items
