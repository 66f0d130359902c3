// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/reader_answer.h"
#include "store/ticket_sql.h"

namespace store
{

using namespace domain;

namespace
{

/// With a constraint only for what is asked, so that its index is used.
QByteArray wanted(const LookQuery &query)
{
    QByteArray sql = " FROM looks LEFT JOIN tickets ON tickets.id = looks.ticket"
                     " WHERE looks.at >= ?3 AND (?4 = 0 OR looks.at < ?4)";
    if (!query.person.isNull())
        sql += " AND looks.person = ?1";
    if (!query.customer.isNull())
        sql += " AND looks.customer = ?2";
    if (query.ticket)
        sql += query.ticket->isNull() ? " AND looks.ticket IS NULL" : " AND tickets.uid = ?7";
    if (!query.purpose.isEmpty())
        sql += " AND looks.purpose = ?8";
    return sql;
}

void bind(Statement &statement, const LookQuery &query, RowNumbers &rows)
{
    // An index that the statement doesn't name is no place to bind to.
    if (!query.person.isNull())
        statement.bind(1, rows.numberOf(query.person));
    if (!query.customer.isNull())
        statement.bind(2, rows.numberOf(query.customer));
    statement.bind(3, query.from_ms).bind(4, query.until_ms);
    if (query.ticket && !query.ticket->isNull())
        statement.bind(7, *query.ticket);
    if (!query.purpose.isEmpty())
        statement.bind(8, query.purpose);
}

} // namespace

QVector<LookLine> Reader::findLooks(const LookQuery &query)
{
    return answer<QVector<LookLine>>([&] {
        Statement find(m_database.handle(),
            "SELECT looks.id, looks.at, looks.person, looks.customer, tickets.number,"
            " looks.purpose, looks.reason"
                + wanted(query) + " ORDER BY looks.at DESC, looks.id DESC LIMIT ?5 OFFSET ?6");
        bind(find, query, m_rows);
        find.bind(5, query.limit).bind(6, query.offset);
        QVector<LookLine> found;
        while (find.step()) {
            found.append({find.integer(0), find.integer(1), m_rows.idOf(find.integer(2)),
                m_rows.idOf(find.integer(3)), find.text(4), find.text(5), find.text(6)});
        }
        return found;
    });
}

qint64 Reader::countLooks(const LookQuery &query)
{
    return answer<qint64>([&] {
        Statement count(m_database.handle(), "SELECT count(*)" + wanted(query));
        bind(count, query, m_rows);
        return count.step() ? count.integer(0) : 0;
    });
}

QVector<NumberedRow> Reader::findDueForErasure(qint64 before_ms, qint64 limit)
{
    return answer<QVector<NumberedRow>>([&] {
        // An id begins with the moment in which it was made.
        Id made;
        for (int byte = 0; byte < 6; ++byte)
            made.bytes[size_t(byte)] = quint8(before_ms >> (40 - 8 * byte));
        Statement find(m_database.handle(),
            "SELECT registers.id,"
            " (SELECT max(coalesce(closed_at, happened_at)) FROM tickets"
            "   WHERE customer = registers.id) AS last"
            " FROM registers WHERE register = ?1 AND removed = 0 AND under IS NULL AND uid < ?2"
            " AND NOT EXISTS (SELECT 1 FROM tickets WHERE customer = registers.id"
            "   AND ("
                + openCondition("state")
                + " OR coalesce(closed_at, happened_at) >= ?3))"
                  " AND NOT EXISTS (SELECT 1 FROM registers AS filed WHERE filed.under = "
                  "registers.uid"
                  "   AND filed.removed = 0 AND filed.register IN (?4, ?1))"
                  " ORDER BY last, registers.id LIMIT ?5");
        find.bind(1, int(Register::Customer))
            .bind(2, made)
            .bind(3, before_ms)
            .bind(4, int(Register::Premises))
            .bind(5, limit);
        QVector<NumberedRow> due;
        while (find.step()) {
            if (const auto row = loadRow(m_database, find.integer(0)))
                due.append(*row);
        }
        return due;
    });
}

} // namespace store
