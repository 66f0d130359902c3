// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/trust.h"

#include "store/desk_lock.h"
#include "store/replacing.h"
#include "store/schema.h"
#include "store/table_kinds.h"
#include "store/upkeep.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace store
{

using domain::Refusal;

namespace
{

const QString trustName = QStringLiteral("trust");

/// The keys that it has, what it wrote itself, and whom it knows.
void carryOver(Database &from, Database &into, const Secrets &secrets)
{
    Transaction transaction(into);
    copyLocalValues(from, into);
    into.prepared("DELETE FROM local WHERE key=?").bind(1, trustName).run();
    for (const QByteArray table : {"sealing_keys", "lacking_keys", "peers", "waiting"})
        copyRows(from, into, table);
    Statement mine(from.handle(),
        "SELECT feeds.uid, sequence, hash, signature, bytes FROM entries JOIN feeds ON"
        " feeds.id = entries.feed WHERE feeds.desk=? ORDER BY entries.feed, sequence");
    mine.bind(1, secrets.desk);
    while (mine.step()) {
        into.prepared("INSERT OR IGNORE INTO waiting VALUES(?,?,?,?,?)")
            .bind(1, mine.blob(0))
            .bind(2, mine.integer(1))
            .bind(3, mine.blob(2))
            .bind(4, mine.blob(3))
            .bind(5, mine.blob(4))
            .run();
    }
    transaction.commit();
}

bool isBroken(const DeskFolder &folder)
{
    try {
        Database database(folder.database(), Database::Access::ReadOnly);
        return trustIn(database) == Trust::Broken;
    } catch (const SqlFailure &) {
        return false; // whoever opens it says what is wrong
    }
}

} // namespace

Trust trustIn(Database &database)
{
    const QString said = localValue(database, trustName).toString();
    return said == u"borrowed" ? Trust::Borrowed : said == u"broken" ? Trust::Broken : Trust::Own;
}

void setTrust(Database &database, Trust trust)
{
    if (trust == Trust::Own) {
        database.prepared("DELETE FROM local WHERE key=?").bind(1, trustName).run();
        return;
    }
    setLocalValue(database, trustName,
        trust == Trust::Borrowed ? QStringLiteral("borrowed") : QStringLiteral("broken"));
}

Refusal refusalOfBroken()
{
    return {{},
        Words::tr("The tables that another desk handed to this one are not what the record gives."),
        Words::tr("Nothing is written here any more. Start the program anew: the desk then "
                  "gathers the record from the other desks, entry by entry."),
        Refusal::Device};
}

std::optional<Refusal> beginAnewWhereBroken(
    const DeskFolder &folder, const Secrets &secrets, qint64 now_ms)
{
    if (!isBroken(folder))
        return {};
    QLockFile lock(folder.lock());
    if (takeLock(lock, folder))
        return {};
    const QString moment =
        QDateTime::fromMSecsSinceEpoch(now_ms, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    try {
        const JoiningFolder joining(folder);
        joining.clear();
        if (auto refusal = joining.make())
            return refusal;
        makePrivateFile(joining.database());
        {
            Database fresh(joining.database(), Database::Access::ReadWrite);
            createTables(fresh);
            Database broken(folder.database(), Database::Access::ReadOnly);
            carryOver(broken, fresh, secrets);
        }
        QDir().mkpath(folder.backups());
        return replaceDatabase(folder, joining.database(),
            folder.backups() + QStringLiteral("/not-believed-%1.sqlite").arg(moment));
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
}

} // namespace store
