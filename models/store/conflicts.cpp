// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conflicts.h"

#include "store/said.h"

#include "domain/fold.h"
#include "domain/ticket_fields.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

/// A ticket of the trade has ten entries; one with more than this doesn't hold up a list.
constexpr qsizetype mostFolded = 200;

const QByteArray lineSql =
    "SELECT conflicts.id, conflicts.subject, tickets.number, conflicts.entry, conflicts.reason,"
    " conflicts.uid, conflicts.other, conflicts.settled_by FROM conflicts"
    " LEFT JOIN tickets ON tickets.uid = conflicts.subject WHERE conflicts.id=?";

QByteArray numbersSql(const ConflictQuery &query)
{
    QByteArray sql = "SELECT conflicts.id, conflicts.subject, tickets.id, tickets.grid,"
                     " tickets.unit, tickets.first_receiver, tickets.assignee FROM conflicts"
                     " LEFT JOIN tickets ON tickets.uid = conflicts.subject WHERE ";
    static const char *const which[] = {
        "conflicts.settled_by = 0", "conflicts.settled_by > 0", "1"};
    sql += which[query.which];
    if (!query.subject.isNull())
        sql += " AND conflicts.subject = ?1";
    return sql + " ORDER BY conflicts.id DESC";
}

/// The place of a ticket and the people who have it, as rights ask for them.
Ticket placeFrom(const Statement &row, RowNumbers &rows)
{
    const auto idAt = [&](int column) {
        return row.isNull(column) ? QVariant()
                                  : QVariant::fromValue(rows.idOf(row.integer(column)));
    };
    Ticket ticket;
    ticket.values = {{field::Grid, idAt(3)}, {field::Unit, row.text(4)},
        {field::FirstReceiver, idAt(5)}, {field::Assignee, idAt(6)}};
    return ticket;
}

bool maySettle(const Id &subject, const std::optional<Ticket> &ticket, const Actor &actor,
    const Grants &grants)
{
    const Event event = Settled{{}, subject, {}};
    const Standing standing{grants,
        [&](const Id &id) { return ticket && id == subject ? &*ticket : nullptr; },
        [](const Id &) { return std::optional<RegisterRow>(); }};
    return !judge({&event, 1}, actor, standing);
}

} // namespace

QVector<qint64> ConflictReader::findNumbers(const ConflictQuery &query)
{
    QVector<qint64> found;
    try {
        Statement each(m_read.database().handle(), numbersSql(query));
        if (!query.subject.isNull())
            each.bind(1, query.subject);
        const Grants &grants = m_read.grants();
        while (each.step() && found.size() < query.most) {
            const auto ticket =
                each.isNull(2) ? std::nullopt : std::optional(placeFrom(each, m_read.rows()));
            if (!query.settler || maySettle(each.id(1), ticket, *query.settler, grants))
                found.append(each.integer(0));
        }
    } catch (const SqlFailure &) {
        found.clear();
    }
    return found;
}

std::optional<ConflictLine> ConflictReader::find(qint64 number)
{
    try {
        Statement line(m_read.database().handle(), lineSql);
        if (!line.bind(1, number).step())
            return {};
        return ConflictLine{line.integer(0), line.id(1), line.text(2), line.integer(3),
            ConflictReason(line.integer(4)), line.id(5), line.integer(6), line.integer(7)};
    } catch (const SqlFailure &) {
        return {};
    }
}

ConflictSide ConflictReader::side(qint64 position, qint64 other, const Id &subject)
{
    const auto entry = position ? findEntry(m_read, position) : std::nullopt;
    if (!entry)
        return {};
    ConflictSide side{position, entry->desk, entry->actor, entry->recorded_ms, {}, false};
    std::ranges::copy_if(entry->events, std::back_inserter(side.events),
        [&subject](const Event &event) { return concerns(event, subject); });
    try {
        side.knewOther =
            other && m_index.hadFolded(m_index.placeAt(position), m_index.placeAt(other));
    } catch (const SqlFailure &) {
        side.knewOther = false;
    }
    return side;
}

QString ConflictReader::stateBefore(const Id &ticket, qint64 position)
{
    try {
        QVector<qint64> earlier;
        const QSet<qint64> withoutEffect = entriesWithoutEffect(m_read.database(), ticket);
        Statement each(m_read.database().handle(), "SELECT entry FROM history WHERE entity=?");
        each.bind(1, ticket);
        const EntryPlace place = m_index.placeAt(position);
        while (each.step()) {
            if (!withoutEffect.contains(each.integer(0))
                && isBefore(m_index.placeAt(each.integer(0)), place))
                earlier.append(each.integer(0));
        }
        if (earlier.size() > mostFolded)
            return {};
        std::ranges::sort(earlier, isBefore, [this](qint64 one) { return m_index.placeAt(one); });
        Ticket folded;
        for (qint64 one : std::as_const(earlier)) {
            const EntryIndex::Stored stored = m_index.entryAt(one);
            const EntryFacts facts{stored.entry.actor, stored.entry.recorded_ms, one};
            for (const Event &event : stored.entry.events) {
                if (const auto *opened = std::get_if<TicketOpened>(&event);
                    opened && opened->ticket == ticket)
                    fold(folded, *opened, facts);
                else if (const auto *step = std::get_if<StepTaken>(&event);
                         step && step->ticket == ticket)
                    fold(folded, *step, facts);
            }
        }
        return folded.state;
    } catch (const SqlFailure &) {
        return {};
    }
}

QSet<qint64> entriesWithoutEffect(Database &database, const Id &subject)
{
    QSet<qint64> entries;
    Statement &each = database.prepared("SELECT entry, reason FROM conflicts WHERE subject=?");
    each.bind(1, subject);
    while (each.step()) {
        if (!hasEffect(ConflictReason(each.integer(1))))
            entries.insert(each.integer(0));
    }
    return entries;
}

} // namespace store
