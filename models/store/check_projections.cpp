// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket_fields.h"
#include "store/check_parts.h"
#include "store/schema.h"
#include "store/text_index.h"
#include "store/ticket_rows.h"
#include "store/upkeep.h"
#include "store/words.h"

#include <limits>

namespace store
{

namespace
{

/// The row that a column names, by the id that desks share.
QByteArray sharedId(const QByteArray &column)
{
    return "(SELECT uid FROM registers AS named WHERE named.id = " + column + ")";
}

QByteArray ticketColumns()
{
    QByteArrayList columns;
    for (const domain::FieldSpec &spec : domain::ticketFields()) {
        if (spec.is(domain::Kept))
            columns << (refersToRow(spec.type) ? sharedId(spec.key) : QByteArray(spec.key));
    }
    return columns.join(", ");
}

/// What every table holds, free of the numbers that this database gave: they follow the order of arrival.
std::vector<std::pair<const char *, QByteArray>> contents()
{
    return {
        {"registers",
            "SELECT uid, register, code, name, under, grid, fields, removed, last_entry"
            " FROM registers WHERE register > 0 ORDER BY uid"},
        {"tickets",
            "SELECT uid, " + ticketColumns()
                + ", workflow, state, round, due_at, due_clock, missed, arrived_at, finished_at,"
                  " closed_at, last_entry, recorded_at FROM tickets ORDER BY uid"},
        {"steps",
            "SELECT tickets.uid, steps.action, steps.state, steps.round, " + sharedId("steps.by")
                + ", " + sharedId("steps.typed_by")
                + ", at, steps.recorded_at, fields, before FROM tickets JOIN steps ON"
                  " steps.ticket = tickets.id ORDER BY tickets.uid, steps.id"},
        {"clocks",
            "SELECT tickets.uid, clock, clocks.round, started_at, clocks.due_at, stopped_at,"
            " minutes, days, hours, paused_at, rested_ms FROM tickets JOIN clocks ON clocks.ticket "
            "= tickets.id"
            " ORDER BY tickets.uid, clock, clocks.round, started_at"},
        {"looks",
            "SELECT at, " + sharedId("person") + ", " + sharedId("looks.customer")
                + ", (SELECT uid FROM tickets WHERE tickets.id = looks.ticket), purpose, reason"
                  " FROM looks ORDER BY 1, 2, 3, 4, 5, 6"},
        {"conflicts",
            "SELECT uid, subject, entry, other, reason, settled_by FROM conflicts ORDER BY uid"},
        {"history", "SELECT entity, entry FROM history ORDER BY entity, entry"},
        {"rights", "SELECT entry FROM rights ORDER BY entry"},
    };
}

Finding countStrays(Database &database)
{
    for (const char *table : {"steps", "clocks"}) {
        const qint64 strays = database
                                  .value(QByteArray("SELECT count(*) FROM ") + table
                                      + " WHERE ticket NOT IN (SELECT id FROM tickets)")
                                  .toLongLong();
        if (strays)
            return Damage{Words::tr("A table holds more or fewer rows than the record gives."),
                QString::fromLatin1(table)};
    }
    return {};
}

Finding compare(const char *table, const QByteArray &sql, Database &present, Database &fresh)
{
    Statement here(present.handle(), sql), there(fresh.handle(), sql);
    for (qint64 row = 1;; ++row) {
        const bool more = here.step();
        if (more != there.step())
            return Damage{Words::tr("A table holds more or fewer rows than the record gives."),
                QString::fromLatin1(table)};
        if (!more)
            return {};
        for (int column = 0; column < here.columnCount(); ++column) {
            if (!here.holdsSame(there, column)) {
                return Damage{Words::tr("A row is not what the record gives."),
                    Words::tr("%1 row %2").arg(QString::fromLatin1(table)).arg(row)};
            }
        }
    }
}

} // namespace

Finding checkProjections(const Checked &checked)
{
    Database fresh(QString(), Database::Access::ReadWrite);
    createTables(fresh);
    fresh.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
    foldInto(checked.database, fresh, std::numeric_limits<qint64>::max(),
        [&](qint64 done, qint64 all) { checked.progress(Words::tr("projections"), done, all); });
    for (const auto &[table, sql] : contents()) {
        if (auto damage = compare(table, sql, checked.database, fresh))
            return damage;
    }
    return countStrays(checked.database);
}

Finding checkText(const Checked &checked)
{
    const qint64 tickets =
        checked.database.value("SELECT coalesce(max(id),0) FROM tickets").toLongLong();
    if (indexedTo(checked.database) > tickets)
        return Damage{Words::tr("The text index says that it holds more tickets than there are."),
            QStringLiteral("ticket_text")};
    try {
        // FTS5 checks its own structures against the rows only as a writer.
        Database writer(checked.folder.database(), Database::Access::ReadWrite);
        writer.run("INSERT INTO ticket_text(ticket_text, rank) VALUES('integrity-check', 1)");
    } catch (const SqlFailure &failure) {
        return Damage{
            Words::tr("The text index doesn't fit the tickets: %1").arg(failure.message()),
            QStringLiteral("ticket_text")};
    }
    return {};
}

} // namespace store
