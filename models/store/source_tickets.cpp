// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/source_tickets.h"

namespace store
{

QVector<SourceTicket> findNewestFrom(Reader &reader, const QString &source, int most)
{
    QVector<SourceTicket> tickets;
    try {
        // The plus keeps to the index by source: in the order of rows it would walk past everybody else's tickets.
        Statement &find = reader.database().prepared(
            "SELECT id, source_id FROM tickets WHERE source=? AND source_id IS NOT NULL "
            "ORDER BY +id DESC LIMIT ?");
        find.bind(1, source).bind(2, most);
        while (find.step())
            tickets.append({find.integer(0), find.text(1)});
        find.reset();
    } catch (const SqlFailure &) {
        return {};
    }
    return tickets;
}

} // namespace store
