// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/local_box.h"

#include "record/box.h"
#include "store/schema.h"

namespace store
{

namespace
{

QByteArray placeOf(const QString &name)
{
    return QByteArrayLiteral("local/") + name.toUtf8();
}

} // namespace

std::optional<QByteArray> findBoxed(
    Database &database, const QByteArray &deskKey, const QString &name)
{
    const QByteArray box = localValue(database, name).toByteArray();
    return box.isEmpty() ? std::nullopt : record::unlockBox(deskKey, placeOf(name), box);
}

void keepBoxed(Database &database, const QByteArray &deskKey, const QString &name,
    const QByteArray &value, domain::Random &random)
{
    setLocalValue(database, name, record::lockBox(deskKey, placeOf(name), value, random));
}

void forgetLocal(Database &database, const QString &beginning)
{
    database.prepared("DELETE FROM local WHERE substr(key, 1, length(?1)) = ?1")
        .bind(1, beginning)
        .run();
}

} // namespace store
