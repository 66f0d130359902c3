// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check.h"

#include "record/cbor.h"
#include "record/entry.h"
#include "store/active_rules.h"
#include "store/ticket_rows.h"
#include "store/words.h"

#include <QCryptographicHash>

#include <sqlite3.h>

namespace store
{

using namespace domain;

namespace
{

using Hash = QCryptographicHash;

QByteArray describe(const NumberedTicket &found)
{
    QByteArray bytes;
    record::CborWriter out(&bytes);
    const Ticket &ticket = found.ticket;
    out.array(7 + quint64(ticket.steps.size()) * 8 + quint64(ticket.clocks.size()) * 10);
    out.id(ticket.id);
    out.text(ticket.workflow);
    out.text(ticket.state);
    out.number(ticket.round);
    out.values(ticket.values);
    out.number(ticket.steps.size());
    for (const Step &step : ticket.steps) {
        out.text(step.action);
        out.text(step.to);
        out.number(step.round);
        out.id(step.by);
        out.id(step.typedBy);
        out.number(step.at_ms);
        out.values(step.values);
        out.values(step.before);
    }
    out.number(ticket.clocks.size());
    for (const TicketClock &clock : ticket.clocks) {
        out.text(clock.clock);
        out.number(clock.round);
        out.number(clock.started_ms);
        out.number(clock.due_ms);
        out.number(clock.stopped_ms);
        out.number(clock.basis.minutes);
        out.number(clock.basis.days);
        out.text(clock.basis.hours);
        out.number(clock.paused_ms);
        out.number(clock.rested_ms);
    }
    out.endArray();
    return bytes;
}

QByteArray describe(const NumberedRow &row)
{
    QByteArray bytes;
    record::CborWriter out(&bytes);
    out.array(4);
    out.id(row.row.id);
    out.number(qint64(row.row.reg));
    out.values(row.row.values);
    out.number(row.row.removed);
    out.endArray();
    return bytes;
}

QByteArray recordDigest(Database &database)
{
    Hash hash(Hash::Blake2b_256);
    Statement heads(database.handle(),
        "SELECT feeds.uid, entries.hash FROM feeds JOIN entries ON entries.feed = feeds.id"
        " WHERE sequence = (SELECT max(sequence) FROM entries AS last WHERE last.feed = feeds.id) "
        "ORDER BY feeds.uid");
    while (heads.step()) {
        hash.addData(heads.blob(0));
        hash.addData(heads.blob(1));
    }
    return hash.result();
}

/// What an index names and its table doesn't hold can only come from damage.
template <typename Found> const Found &must(const std::optional<Found> &found)
{
    if (!found)
        throw SqlFailure(SQLITE_CORRUPT, Words::tr("a row that an index names is missing"));
    return *found;
}

QByteArray projectionDigest(Database &database)
{
    Hash hash(Hash::Blake2b_256);
    RowNumbers rows(database);
    Statement registers(
        database.handle(), "SELECT id FROM registers WHERE register > 0 ORDER BY uid");
    while (registers.step())
        hash.addData(describe(must(loadRow(database, registers.integer(0)))));
    Statement tickets(database.handle(), "SELECT id FROM tickets ORDER BY uid");
    while (tickets.step())
        hash.addData(describe(must(loadTicket(database, rows, tickets.integer(0)))));
    Statement conflicts(
        database.handle(), "SELECT uid, reason, settled_by > 0 FROM conflicts ORDER BY uid");
    while (conflicts.step()) {
        hash.addData(conflicts.blob(0));
        hash.addData(QByteArray::number(conflicts.integer(1)) + (conflicts.integer(2) ? 's' : 'o'));
    }
    return hash.result();
}

} // namespace

Digest findDigest(Database &database)
{
    return {recordDigest(database), projectionDigest(database),
        database.value("SELECT count(*) FROM entries").toLongLong(), activeRules(database)};
}

} // namespace store
