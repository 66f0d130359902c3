// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_parts.h"
#include "store/schema.h"
#include "store/upkeep.h"
#include "store/words.h"

namespace store
{

namespace
{

/// What is never folded anew: nothing else would tell a value that changed its type from the right
/// one, and a key that became text would be found by nobody.
constexpr const char *keptTables[] = {"feeds", "entries", "named", "waiting", "sealing_keys"};

Finding checkVersion(const Checked &checked)
{
    Database &database = checked.database;
    if (database.value("PRAGMA application_id").toInt() != applicationId)
        return Damage{Words::tr("The file doesn't say that it is a desk's database."),
            checked.folder.database()};
    if (database.value("PRAGMA user_version").toInt() != recordVersion()
        || localValue(database, QStringLiteral("projection_version")).toLongLong()
            != projectionVersion)
        return Damage{Words::tr("The version of the tables is not the one of this program."),
            checked.folder.database()};
    return {};
}

Finding checkDeclarations(const Checked &checked)
{
    if (!isDeclaredAsHere(checked.database))
        return Damage{Words::tr("The tables are not declared as this program declares them."),
            checked.folder.database()};
    return {};
}

Finding checkStructure(const Checked &checked)
{
    checked.progress(Words::tr("structure of the database"), 0, 0);
    const QString answer = checked.database.value("PRAGMA integrity_check(1)").toString();
    if (answer != u"ok")
        return Damage{Words::tr("SQLite's structures are damaged: %1").arg(answer),
            checked.folder.database()};
    return {};
}

/// "typeof(feed) NOT IN ('integer','integer') OR typeof(branch_of) NOT IN ('integer','null') …"
QByteArray strayTypes(Database &database, const QByteArray &table)
{
    QByteArrayList tests;
    Statement columns(database.handle(),
        R"(SELECT name, lower(type), iif(pk OR "notnull", lower(type), 'null'))"
        " FROM pragma_table_info('"
            + table + "')");
    while (columns.step())
        tests << "typeof(" + columns.blob(0) + ") NOT IN ('" + columns.blob(1) + "','"
                + columns.blob(2) + "')";
    return tests.join(" OR ");
}

Finding checkTypes(const Checked &checked)
{
    const auto holds = [&](const QByteArray &table, const QByteArray &test) {
        return checked.database.value("SELECT 1 FROM " + table + " WHERE " + test + " LIMIT 1")
            .isValid();
    };
    for (const QByteArray table : keptTables) {
        if (holds(table, strayTypes(checked.database, table)))
            return Damage{
                Words::tr("A value has the type of another column."), QString::fromLatin1(table)};
    }
    if (holds("local", "typeof(value) NOT IN ('integer', 'blob', 'text')"))
        return Damage{
            Words::tr("A value has the type of another column."), QStringLiteral("local")};
    return {};
}

} // namespace

bool isDeclaredAsHere(Database &database)
{
    Database fresh(QString(), Database::Access::ReadWrite);
    createTables(fresh);
    const QByteArray schema =
        "SELECT group_concat(type || ' ' || name || ' ' || tbl_name || coalesce(sql,''), ';') FROM"
        " (SELECT * FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name)";
    return database.value(schema) == fresh.value(schema);
}

Finding checkTables(const Checked &checked)
{
    for (const auto &part : {checkVersion, checkDeclarations, checkStructure, checkTypes}) {
        if (auto damage = part(checked))
            return damage;
    }
    return {};
}

} // namespace store
