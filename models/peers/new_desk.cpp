// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/new_desk.h"

#include "peers/words.h"
#include "store/replacing.h"
#include "store/schema.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"
#include "store/writer.h"

#include <QDir>
#include <QFileInfo>

namespace peers
{

using domain::Refusal;
using store::Database;

namespace
{

// Names in the table `local`. By the first the store refuses a record that begins with another entry.
const QString foundingName = QStringLiteral("founding"), companyName = QStringLiteral("company"),
              deskName = QStringLiteral("pinned_desk"), keyName = QStringLiteral("pinned_key");

Refusal deskIsThere(const QString &path)
{
    return {{}, Words::tr("There is already a desk in %1.").arg(path),
        Words::tr("Join with an empty folder."), Refusal::Device};
}

/// Whether an earlier try to join stopped half way here: a desk without a single entry.
bool isUnfinished(const store::DeskFolder &folder)
{
    try {
        Database database(folder.database(), Database::Access::ReadOnly);
        return database.value("SELECT count(*) FROM entries").toLongLong() == 0;
    } catch (const store::SqlFailure &) {
        return false;
    }
}

/// Aside, so that a folder never holds half a database.
std::optional<Refusal> makeTables(const store::JoiningFolder &joining)
{
    if (auto refusal = joining.make())
        return refusal;
    try {
        QFile::remove(joining.database());
        store::makePrivateFile(joining.database());
        Database database(joining.database(), Database::Access::ReadWrite);
        store::createTables(database);
        return {};
    } catch (const store::SqlFailure &failure) {
        return store::refusalFor(failure);
    }
}

/// Secrets without a database belong to a desk that has lost it; unless the tables still wait to be moved in.
void finishTables(const store::DeskFolder &folder)
{
    const store::JoiningFolder joining(folder);
    if (!folder.holdsDesk() && QFileInfo::exists(folder.secrets())
        && QFile::rename(joining.database(), folder.database()))
        joining.clear();
}

Id idIn(Database &database, const QString &name)
{
    return Id::fromBytes(store::localValue(database, name).toByteArray()).value_or(Id());
}

} // namespace

std::variant<store::Secrets, Refusal> prepareNewDesk(
    const store::DeskFolder &folder, const Id &desk, qint64 now_ms, domain::Random &random)
{
    finishTables(folder);
    if (folder.holdsDesk() && isUnfinished(folder)) {
        auto left = store::loadSecrets(folder);
        const auto *secrets = std::get_if<store::Secrets>(&left);
        if (secrets && (desk.isNull() || secrets->desk == desk))
            return left;
        abandonNewDesk(folder);
    }
    if (folder.holdsDesk() || QFileInfo::exists(folder.secrets()))
        return deskIsThere(folder.path);
    if (!QDir().mkpath(folder.path)) {
        return Refusal{{}, Words::tr("The folder %1 can't be made.").arg(folder.path),
            Words::tr("Check its name and permissions."), Refusal::Device};
    }
    store::Secrets secrets = store::Secrets::fresh(now_ms, random);
    if (!desk.isNull())
        secrets.desk = desk;
    if (auto refusal = makeTables(store::JoiningFolder(folder)))
        return *refusal;
    if (auto refusal = store::saveSecrets(folder, secrets, random))
        return *refusal;
    finishTables(folder);
    if (folder.holdsDesk())
        return secrets;
    abandonNewDesk(folder);
    return Refusal{{}, Words::tr("The folder %1 can't be made.").arg(folder.path),
        Words::tr("Check its name and permissions."), Refusal::Device};
}

void abandonNewDesk(const store::DeskFolder &folder)
{
    QFile::remove(folder.secrets());
    store::JoiningFolder(folder).clear();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(folder.database() + QString::fromLatin1(suffix));
}

std::optional<Refusal> keepPin(const store::DeskFolder &folder, const Pin &pin)
{
    try {
        Database database(folder.database(), Database::Access::ReadWrite);
        store::Transaction transaction(database);
        store::setLocalValue(database, deskName, pin.desk.toBytes());
        store::setLocalValue(database, keyName, pin.publicKey);
        if (!pin.welcome.founding.isEmpty()) {
            store::setLocalValue(database, companyName, pin.welcome.company.toBytes());
            store::setLocalValue(database, foundingName, pin.welcome.founding);
        }
        transaction.commit();
        return {};
    } catch (const store::SqlFailure &failure) {
        return store::refusalFor(failure);
    }
}

std::optional<Pin> findPin(Database &database)
{
    const Id desk = idIn(database, deskName);
    if (desk.isNull())
        return {};
    return Pin{desk, store::localValue(database, keyName).toByteArray(),
        {idIn(database, companyName), store::localValue(database, foundingName).toByteArray()}};
}

} // namespace peers
