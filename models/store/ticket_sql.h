// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/register_rows.h"
#include "store/ticket_query.h"

namespace store
{

/// That a ticket isn't over, whichever workflow it follows: "state NOT IN ('closed',…)".
QByteArray openCondition(const QByteArray &column);

/// The conditions of a TicketQuery as SQL: text with placeholders, and what to bind to them in order.
struct TicketSql {
    QByteArray where; ///< "tickets.kind=? AND …", or "1"
    QVector<QVariant> binds;
    QByteArray order; ///< "tickets.happened_at DESC, tickets.id DESC"
    QString unknownKey; ///< a filter or sort key that no ticket has; empty when all is in order

    static TicketSql from(const TicketQuery &query, Database &database, qint64 now_ms);
    int bindTo(Statement &statement, int at) const;
};

} // namespace store
