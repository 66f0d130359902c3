// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/snapshot.h"

#include "record/checksum.h"
#include "store/replacing.h"
#include "store/schema.h"
#include "store/table_kinds.h"
#include "store/trust.h"
#include "store/upkeep.h"
#include "store/words.h"
#include "store/writer.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>

namespace store
{

using domain::Refusal;

namespace
{

constexpr int everyPage = -1;
constexpr qint64 roomToLeave = 64 << 20; ///< bytes on the disk for those who work meanwhile

/// All pages in one step, so that the copy is of one moment and nobody's writing makes it begin again.
void copyPages(const QString &from, Database &into)
{
    Database source(from, Database::Access::ReadOnly);
    sqlite3_backup *copy = sqlite3_backup_init(into.handle(), "main", source.handle(), "main");
    const int code = copy ? sqlite3_backup_step(copy, everyPage) : SQLITE_ERROR;
    const int ended = sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE || (copy && ended != SQLITE_OK))
        throw SqlFailure(code, QString::fromUtf8(sqlite3_errmsg(into.handle())));
}

/// Owners' ids name nobody, and by them the new desk asks for the keys that it is to have.
void takeOut(Database &copy)
{
    QByteArrayList kept;
    for (const char *value : valuesOfTables())
        kept << '\'' + QByteArray(value) + '\'';
    // Overwritten, not just struck off: what leaves the desk must not lie in the file's free pages.
    copy.run("PRAGMA secure_delete=ON");
    Transaction transaction(copy);
    copy.run("CREATE TEMP TABLE owners AS SELECT owner FROM sealing_keys UNION SELECT owner FROM "
             "lacking_keys");
    for (const TableKind &table : tableKinds()) {
        if (table.owner != TableKind::ThisDesk)
            continue;
        QByteArray sql = "DELETE FROM main." + QByteArray(table.name);
        if (qstrcmp(table.name, "local") == 0)
            sql += " WHERE key NOT IN (" + kept.join(',') + ')';
        copy.run(sql);
    }
    copy.run("INSERT INTO main.lacking_keys SELECT owner FROM owners");
    transaction.commit();
}

std::optional<Refusal> refusalOfRoom(const DeskFolder &folder, const QString &file)
{
    const QStorageInfo disk(QFileInfo(file).absolutePath());
    const qint64 needed = QFileInfo(folder.database()).size() + roomToLeave;
    if (!disk.isValid() || disk.bytesAvailable() > needed)
        return {};
    return Refusal{
        {}, Words::tr("The disk is full."), Words::tr("Free some space. "), Refusal::Device};
}

} // namespace

std::variant<SnapshotMade, Refusal> makeSnapshot(const DeskFolder &folder, const QString &file)
{
    if (auto refusal = refusalOfRoom(folder, file))
        return *refusal;
    try {
        QFile::remove(file);
        makePrivateFile(file);
        {
            // A copy that a crash spoils is made again, so nothing here waits for the disk.
            Database copy(file, Database::Access::ReadWrite);
            copy.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
            copyPages(folder.database(), copy);
        }
        {
            Database copy(file, Database::Access::ReadWrite);
            copy.run(
                "PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE; PRAGMA journal_mode=MEMORY");
            takeOut(copy);
        }
    } catch (const SqlFailure &failure) {
        QFile::remove(file);
        return refusalFor(failure);
    }
    QFile made(file);
    const auto checksum = made.open(QIODevice::ReadOnly) ? record::checksumOf(made) : std::nullopt;
    if (!checksum)
        return Refusal{{}, made.errorString(), {}, Refusal::Device};
    return SnapshotMade{file, *checksum, made.size()};
}

std::optional<Refusal> beginWithSnapshot(const DeskFolder &folder, const QString &file)
{
    try {
        {
            Database fresh(file, Database::Access::ReadWrite);
            // Made durable as a whole before it takes the desk's name.
            fresh.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=WAL");
            Database present(folder.database(), Database::Access::ReadOnly);
            Transaction transaction(fresh);
            copyLocalValues(present, fresh);
            copyRows(present, fresh, "peers");
            setTrust(fresh, Trust::Borrowed);
            transaction.commit();
        }
        return replaceDatabase(folder, file);
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
}

} // namespace store
