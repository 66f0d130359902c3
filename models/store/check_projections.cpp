// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_parts.h"
#include "store/schema.h"
#include "store/text_index.h"
#include "store/upkeep.h"
#include "store/words.h"

#include <limits>

namespace store
{

namespace
{

Finding compare(const QByteArray &table, Database &present, Database &fresh)
{
    const QByteArray key = table == "clocks" ? "ticket, clock, round, started_at" : "id";
    const QByteArray sql = "SELECT * FROM " + table + " ORDER BY " + key;
    Statement here(present.handle(), sql), there(fresh.handle(), sql);
    for (;;) {
        const bool more = here.step();
        if (more != there.step())
            return Damage{Words::tr("A table holds more or fewer rows than the record gives."),
                QString::fromLatin1(table)};
        if (!more)
            return {};
        for (int column = 0; column < here.columnCount(); ++column) {
            if (!here.holdsSame(there, column)) {
                return Damage{Words::tr("A row is not what the record gives."),
                    Words::tr("%1 row %2").arg(QString::fromLatin1(table)).arg(here.integer(0))};
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
    for (const QByteArray &table : projectionTables()) {
        if (auto damage = compare(table, checked.database, fresh))
            return damage;
    }
    return {};
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
