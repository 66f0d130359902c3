// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/register_rows.h"

#include "record/cbor.h"
#include "store/words.h"

#include <sqlite3.h>

namespace store
{

using namespace domain;

namespace
{

constexpr qsizetype remembered = 20'000;
constexpr int unknownRegister = 0; // a row that was only named so far
const char *const selectRow =
    "SELECT id, uid, register, fields, removed, last_entry FROM registers ";

QByteArray encoded(const Values &values)
{
    QByteArray bytes;
    record::CborWriter(&bytes).values(values);
    return bytes;
}

/// A number that no register has can only come from damage.
Register registerOf(qint64 number)
{
    if (!findRegister(number))
        throw SqlFailure(SQLITE_CORRUPT, Words::tr("there is no register %1").arg(number));
    return Register(number);
}

NumberedRow readRow(const Statement &found)
{
    NumberedRow row{
        found.integer(0), {found.id(1), registerOf(found.integer(2))}, found.integer(5)};
    record::CborReader in(found.blob(3));
    row.row.values = in.values(&registerSpec(row.row.reg).fields);
    row.row.removed = found.integer(4) != 0;
    return row;
}

std::optional<NumberedRow> first(Statement &find)
{
    std::optional<NumberedRow> row;
    if (find.step() && find.integer(2) != unknownRegister)
        row = readRow(find);
    find.reset();
    return row;
}

QVector<NumberedRow> all(Statement &find)
{
    QVector<NumberedRow> found;
    while (find.step())
        found.append(readRow(find));
    find.reset();
    return found;
}

/// A name that is personal is sealed and stays out of the plain columns.
QVariant plain(const RegisterRow &row, quint8 field)
{
    const QVariant value = field ? row.values[field] : QVariant();
    return value.typeId() == QMetaType::QString ? value : QVariant();
}

/// The grid that a row lies in, by the first field that names one.
QVariant gridOf(const RegisterRow &row, const RegisterSpec &spec)
{
    for (const FieldSpec &field : spec.fields) {
        if (field.type == FieldType::Grid)
            return row.values[field.id];
    }
    return {};
}

} // namespace

qint64 RowNumbers::numberOf(const Id &id)
{
    if (id.isNull())
        return 0;
    if (const auto known = m_numbers.constFind(id); known != m_numbers.constEnd())
        return *known;
    Statement &find = m_database.prepared("SELECT id FROM registers WHERE uid=?");
    const qint64 number = find.bind(1, id).step() ? find.integer(0) : 0;
    find.reset();
    if (m_numbers.size() > remembered)
        m_numbers.clear();
    if (number)
        m_numbers.insert(id, number);
    return number;
}

qint64 RowNumbers::numberFor(const Id &id)
{
    if (const qint64 known = numberOf(id); known || id.isNull())
        return known;
    m_database
        .prepared("INSERT INTO registers(uid, register, fields, removed, last_entry)"
                  " VALUES(?,?,x'',1,0)")
        .bind(1, id)
        .bind(2, unknownRegister)
        .run();
    const qint64 number = m_database.lastInsertId();
    m_numbers.insert(id, number);
    return number;
}

Id RowNumbers::idOf(qint64 number)
{
    if (!number)
        return {};
    if (const auto known = m_ids.constFind(number); known != m_ids.constEnd())
        return *known;
    Statement &find = m_database.prepared("SELECT uid FROM registers WHERE id=?");
    const Id id = find.bind(1, number).step() ? find.id(0) : Id();
    find.reset();
    if (m_ids.size() > remembered)
        m_ids.clear();
    m_ids.insert(number, id);
    return id;
}

void RowNumbers::forget()
{
    m_numbers.clear();
    m_ids.clear();
}

std::optional<NumberedRow> loadRow(Database &database, const Id &id)
{
    return first(database.prepared(QByteArray(selectRow) + "WHERE uid=?").bind(1, id));
}

std::optional<NumberedRow> loadRow(Database &database, qint64 number)
{
    return first(database.prepared(QByteArray(selectRow) + "WHERE id=?").bind(1, number));
}

std::optional<NumberedRow> loadRowByCode(Database &database, Register reg, const QString &code)
{
    return first(database
                     .prepared(QByteArray(selectRow)
                         + "WHERE register=? AND code=? AND code IS NOT NULL AND removed=0"
                           " ORDER BY uid LIMIT 1")
                     .bind(1, int(reg))
                     .bind(2, code));
}

qint64 saveRow(Database &database, const NumberedRow &row)
{
    const RegisterSpec &spec = registerSpec(row.row.reg);
    Statement &save = database.prepared(
        "INSERT INTO registers(uid, register, code, name, fields, removed, last_entry, under, grid)"
        " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9) ON CONFLICT(uid) DO UPDATE SET"
        " register=excluded.register, code=excluded.code, name=excluded.name,"
        " fields=excluded.fields, removed=excluded.removed, last_entry=excluded.last_entry,"
        " under=excluded.under, grid=excluded.grid RETURNING id");
    save.bind(1, row.row.id)
        .bind(2, int(row.row.reg))
        .bind(3, plain(row.row, spec.code))
        .bind(4, plain(row.row, spec.name))
        .bind(5, encoded(row.row.values))
        .bind(6, row.row.removed ? 1 : 0)
        .bind(7, row.lastEntry)
        .bind(8, spec.under ? row.row.values[spec.under] : QVariant())
        .bind(9, gridOf(row.row, spec));
    const qint64 number = save.step() ? save.integer(0) : 0;
    save.reset();
    return number;
}

qint64 hideRow(Database &database, const NumberedRow &row)
{
    database
        .prepared("UPDATE registers SET register=?, code=NULL, name=NULL, under=NULL, grid=NULL,"
                  " fields=x'', removed=1, last_entry=0 WHERE id=?")
        .bind(1, unknownRegister)
        .bind(2, row.number)
        .run();
    return row.number;
}

QVector<NumberedRow> loadRowsUnder(Database &database, Register reg, const Id &above)
{
    return all(database
                   .prepared(QByteArray(selectRow)
                       + "WHERE under=? AND register=? AND removed=0 ORDER BY id")
                   .bind(1, above)
                   .bind(2, int(reg)));
}

QVector<NumberedRow> loadRowsUnder(Database &database, const Id &above)
{
    return all(database.prepared(QByteArray(selectRow) + "WHERE under=? AND removed=0 ORDER BY id")
                   .bind(1, above));
}

void eachRow(Database &database, Register reg, const std::function<void(const NumberedRow &)> &take)
{
    Statement each(
        database.handle(), QByteArray(selectRow) + "WHERE register=? AND removed=0 ORDER BY id");
    each.bind(1, int(reg));
    while (each.step())
        take(readRow(each));
}

Grants loadGrants(Database &database)
{
    Statement each(database.handle(), QByteArray(selectRow) + "WHERE register=? ORDER BY id");
    each.bind(1, int(Register::Grant));
    Grants grants;
    while (each.step())
        grants.put(readRow(each).row);
    return grants;
}

void eachRow(Database &database, Register reg, const std::function<void(const NumberedRow &)> &take,
    qint64 from, qint64 to)
{
    Statement each(database.handle(),
        QByteArray(selectRow) + "WHERE id>=? AND id<? AND +register=? AND removed=0 ORDER BY id");
    each.bind(1, from).bind(2, to).bind(3, int(reg));
    while (each.step())
        take(readRow(each));
}

void eachRowInGrids(
    Database &database, Register reg, const std::function<void(const NumberedRow &)> &take)
{
    Statement each(database.handle(),
        QByteArray(selectRow) + "WHERE register=? AND grid IS NOT NULL AND removed=0 ORDER BY id");
    each.bind(1, int(reg));
    while (each.step())
        take(readRow(each));
}

QVector<NumberedRow> loadRowsIn(Database &database, Register reg, const Id &grid)
{
    Statement find(database.handle(),
        QByteArray(selectRow) + "WHERE register=? AND grid=? AND removed=0 ORDER BY id");
    find.bind(1, int(reg)).bind(2, grid);
    QVector<NumberedRow> rows;
    while (find.step())
        rows.append(readRow(find));
    return rows;
}

} // namespace store
