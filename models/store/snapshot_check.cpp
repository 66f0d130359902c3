// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/entry.h"
#include "record/signing.h"
#include "store/check_parts.h"
#include "store/entry_index.h"
#include "store/schema.h"
#include "store/snapshot.h"
#include "store/table_kinds.h"
#include "store/words.h"

#include "domain/registers.h"

#include <QFile>

// What a new desk looks at before it writes into a file that somebody else made.

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 mostFeeds = 60'000;

/// Neither in the log's format, in which looking at it would write beside it, nor anything else than a database.
bool isPlainDatabase(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    constexpr int headBytes = 100, writeVersion = 18, readVersion = 19;
    const QByteArray head = file.read(headBytes);
    return head.size() == headBytes && head.startsWith("SQLite format 3") && head[writeVersion] == 1
        && head[readVersion] == 1;
}

QString findFaultInVersion(Database &database)
{
    const bool isOfThisVersion = database.value("PRAGMA application_id").toInt() == applicationId
        && database.value("PRAGMA user_version").toInt() == recordVersion()
        && localValue(database, QStringLiteral("projection_version")).toLongLong()
            == projectionVersion;
    return isOfThisVersion ? QString()
                           : Words::tr("The version of the tables is not the one of this program.");
}

/// Nobody's own things are in it, and of the values just those that go with the tables.
QString findFaultInOwners(Database &database)
{
    const QString strange = Words::tr("It holds what belongs to another desk.");
    for (const TableKind &table : tableKinds()) {
        const QByteArray name = table.name;
        if (table.owner != TableKind::ThisDesk || name == "local" || name == "lacking_keys")
            continue;
        if (database.value("SELECT 1 FROM " + name + " LIMIT 1").isValid())
            return strange;
    }
    if (database
            .value("SELECT 1 FROM lacking_keys WHERE typeof(owner)<>'blob' OR length(owner)<>16"
                   " LIMIT 1")
            .isValid())
        return strange;
    qint64 described = 0;
    for (const char *value : valuesOfTables()) {
        const QVariant there = localValue(database, QString::fromLatin1(value));
        described += there.typeId() == QMetaType::LongLong;
    }
    return database.value("SELECT count(*) FROM local").toLongLong() == described ? QString()
                                                                                  : strange;
}

/// The key that an entry gives to its own desk; empty unless it founds the company.
QByteArray keyGivenTo(const record::Entry &entry)
{
    for (const Event &event : entry.events) {
        const auto *put = std::get_if<RegisterPut>(&event);
        if (put && put->reg == Register::Desk && put->row == entry.desk)
            return put->values[desk::PublicKey].toByteArray();
    }
    return {};
}

QString findFaultInFounding(Database &database, const QByteArray &founding)
{
    const QString other = Words::tr("It is another company's, or its first entry was changed.");
    Statement first(database.handle(),
        "SELECT entries.hash, entries.bytes, feeds.desk, feeds.public_key FROM entries JOIN feeds"
        " ON feeds.id = entries.feed WHERE depth=1 AND sequence=1 ORDER BY position LIMIT 1");
    if (!first.step() || first.blob(0) != founding)
        return other;
    const auto entry = record::decode(first.blob(1));
    const bool isWhole = entry && entry->sequence == 1
        && record::chain(record::chainStart(), first.blob(1)) == founding
        && entry->desk == first.id(2) && keyGivenTo(*entry) == first.blob(3);
    return isWhole ? QString() : other;
}

/// Whether the last entry of a feed is what the desk signed whose feed it is said to be. Where the feed parts, its branches
/// speak for it.
bool isHeadSound(Database &database, const EntryIndex::Feed &feed, bool hasBranches)
{
    Statement &last =
        database.prepared("SELECT sequence, hash, signature, bytes FROM entries WHERE "
                          "feed=? ORDER BY sequence DESC LIMIT 1");
    if (!last.bind(1, feed.number).step())
        return hasBranches;
    const QByteArray hash = last.blob(1), bytes = last.blob(3);
    const auto entry = record::decode(bytes);
    const QByteArray signature = last.blob(2);
    const bool isVouched = hasBranches && signature.isEmpty();
    const bool isSound = entry && entry->feed == feed.root && entry->desk == feed.desk
        && entry->sequence == last.integer(0) && record::chain(entry->previous, bytes) == hash
        && (isVouched || record::isSignedBy(feed.publicKey, hash, signature));
    last.reset();
    return isSound;
}

QString findFaultInHeads(Database &database, const SnapshotExpected &expected)
{
    if (database.value("SELECT count(*) FROM feeds").toLongLong() > mostFeeds)
        return Words::tr("It names more desks than a company has.");
    EntryIndex index(database);
    Statement each(database.handle(), "SELECT uid FROM feeds");
    while (each.step()) {
        const auto feed = index.feed(each.id(0));
        if (!feed)
            return Words::tr("It names a branch of a feed that it doesn't have.");
        const auto tree = index.treeOf(feed->root);
        const bool hasBranches =
            std::ranges::any_of(tree, [&](const auto &one) { return one.branchOf == feed->id; });
        const bool isGivers = feed->desk == expected.giver;
        if (!isHeadSound(database, *feed, hasBranches)
            || (isGivers && feed->publicKey != expected.giversKey))
            return Words::tr("The last entry of feed %1 is not what its desk signed.")
                .arg(feed->id.toHex());
    }
    return {};
}

} // namespace

QString findFaultInSnapshot(const QString &file, const SnapshotExpected &expected)
{
    if (!isPlainDatabase(file))
        return Words::tr("It is not the database of a desk.");
    try {
        Database database(file, Database::Access::ReadOnly);
        database.run("PRAGMA cell_size_check=ON");
        if (!isDeclaredAsHere(database))
            return Words::tr("The tables are not declared as this program declares them.");
        for (const QString &fault : {findFaultInVersion(database), findFaultInOwners(database),
                 findFaultInFounding(database, expected.founding),
                 findFaultInHeads(database, expected)}) {
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    } catch (const SqlFailure &failure) {
        return failure.message();
    }
}

} // namespace store
