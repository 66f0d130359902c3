// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/upkeep.h"

#include "store/backup_plan.h"
#include "store/projector.h"
#include "store/schema.h"
#include "store/text_index.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <sqlite3.h>

#include <limits>

namespace store
{

using domain::Refusal;

namespace
{

constexpr qint64 everything = std::numeric_limits<qint64>::max();

Refusal newer(const DeskFolder &folder)
{
    return {{}, Words::tr("The desk in %1 was written by a newer Griddesk.").arg(folder.path),
        Words::tr("Update Griddesk on this computer; the desk was left as it is."),
        Refusal::Device};
}

Refusal notADesk(const DeskFolder &folder)
{
    return {{}, Words::tr("%1 is not the database of a desk.").arg(folder.database()),
        Words::tr("Name another folder with --desk, or restore a backup."), Refusal::Device};
}

QString stemOfBackup(const DeskFolder &folder, int version, qint64 now_ms)
{
    QDir().mkpath(folder.backups());
    const QString moment =
        QDateTime::fromMSecsSinceEpoch(now_ms, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    return folder.backups() + QStringLiteral("/before-version-%1-%2").arg(version).arg(moment);
}

/// Takes away an unfinished copy and what SQLite had beside it.
void clear(const QString &part)
{
    for (const char *suffix : {"", "-journal"})
        QFile::remove(part + QLatin1StringView(suffix));
}

/// Throws SqlFailure when the copy can't be read back.
void checkCopy(const QString &part)
{
    Database copy(part, Database::Access::ReadOnly);
    const QString answer = copy.value("PRAGMA integrity_check(1)").toString();
    if (answer != u"ok")
        throw SqlFailure(SQLITE_CORRUPT, answer);
}

void migrate(Database &database, int from)
{
    Transaction transaction(database);
    for (int version = from; version < recordVersion(); ++version)
        database.run(migrationFrom(version));
    transaction.commit();
}

} // namespace

void makePrivateFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void createTables(Database &database)
{
    database.run(
        "PRAGMA journal_mode=WAL; PRAGMA application_id=" + QByteArray::number(applicationId));
    Transaction transaction(database);
    for (int version = 0; version < recordVersion(); ++version)
        database.run(migrationFrom(version));
    database.run(createProjections() + createProjectionIndexes());
    setLocalValue(database, QStringLiteral("projection_version"), projectionVersion);
    transaction.commit();
}

std::optional<Refusal> bringUpToDate(
    const DeskFolder &folder, const Secrets &secrets, qint64 now_ms, domain::Random &random)
{
    return bringUpToDate(folder, now_ms, [&](const QString &stem) -> std::optional<Refusal> {
        const auto made = backUpAs(folder, secrets, stem, now_ms, random);
        const auto *refusal = std::get_if<Refusal>(&made);
        return refusal ? std::optional(*refusal) : std::nullopt;
    });
}

std::optional<Refusal> bringUpToDate(
    const DeskFolder &folder, qint64 now_ms, const BeforeMigration &backUp)
{
    try {
        bool stale = false;
        {
            Database look(folder.database(), Database::Access::ReadOnly);
            const int version = look.value("PRAGMA user_version").toInt();
            if (look.value("PRAGMA application_id").toInt() != applicationId)
                return notADesk(folder);
            if (version > recordVersion())
                return newer(folder);
            const qint64 projections =
                localValue(look, QStringLiteral("projection_version")).toLongLong();
            if (projections > projectionVersion)
                return newer(folder);
            stale = version < recordVersion() || projections < projectionVersion;
        }
        if (!stale)
            return {};
        Database database(folder.database(), Database::Access::ReadWrite);
        const int version = database.value("PRAGMA user_version").toInt();
        const QString stem = stemOfBackup(folder, version, now_ms);
        if (!backUp)
            store::backUp(database, stem + QStringLiteral(".sqlite"));
        else if (auto refusal = backUp(stem))
            return refusal;
        migrate(database, version);
        rebuild(database);
        return {};
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
}

void foldInto(Database &from, Database &into, qint64 position,
    const std::function<void(qint64, qint64)> &progress)
{
    Statement count(from.handle(), "SELECT count(*) FROM entries WHERE position <= ?");
    const qint64 all = count.bind(1, position).step() ? count.integer(0) : 0;
    // In the order of the record nothing comes late.
    Statement entries(from.handle(),
        "SELECT position FROM entries JOIN feeds ON feeds.id = entries.feed"
        " WHERE position <= ? ORDER BY depth, feeds.uid, sequence");
    entries.bind(1, position);
    Projector projector(into, from);
    for (qint64 done = 0; entries.step(); ++done) {
        projector.take(projector.index().entryAt(entries.integer(0)));
        if (done % 1024 != 0)
            continue;
        // Nobody reads here what was touched, and remembering all of it would make a long record slow.
        projector.finish();
        if (progress)
            progress(done, all);
    }
    projector.finish();
}

void rebuild(Database &database, const std::function<void(qint64, qint64)> &progress)
{
    database.forgetStatements();
    Transaction transaction(database);
    database.run(dropProjections() + createProjections());
    foldInto(database, database, everything, progress);
    feedText(database, everything);
    database.run(createProjectionIndexes());
    setLocalValue(database, QStringLiteral("projection_version"), projectionVersion);
    transaction.commit();
    database.forgetStatements();
}

void backUp(Database &database, const QString &file)
{
    const QString part = file + QStringLiteral(".part");
    // What is left of an earlier try goes now, what is left of this one at its end.
    const auto cleared = qScopeGuard([&part] { clear(part); });
    clear(part);
    makePrivateFile(part);
    Statement(database.handle(), "VACUUM INTO ?").bind(1, part).run();
    checkCopy(part);
    QFile::remove(file);
    if (!QFile::rename(part, file))
        throw SqlFailure(SQLITE_CANTOPEN, file);
}

} // namespace store
