// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_index.h"

#include "domain/ticket_fields.h"
#include "store/schema.h"

#include <algorithm>
#include <array>

namespace store
{

namespace field = domain::field;

namespace
{

constexpr std::array textFields{quint8(field::Number), quint8(field::Title),
    quint8(field::Description), quint8(field::Reply), quint8(field::Address)};

/// A sealed address is bytes, not text, and stays out.
QVariant plainText(const domain::Values &values, quint8 number)
{
    const QVariant value = values[number];
    return value.typeId() == QMetaType::QString ? value : QVariant();
}

void bindTexts(Statement &write, const domain::Values &values)
{
    int at = 2;
    for (quint8 number : textFields)
        write.bind(at++, plainText(values, number));
}

} // namespace

qint64 indexedTo(Database &database)
{
    return localValue(database, QStringLiteral("text_indexed_to")).toLongLong();
}

qint64 feedText(Database &database, qint64 limit)
{
    const qint64 from = indexedTo(database);
    Statement &last = database.prepared(
        "SELECT max(id) FROM (SELECT id FROM tickets WHERE id > ? ORDER BY id LIMIT ?)");
    const qint64 to = last.bind(1, from).bind(2, limit).step() ? last.integer(0) : 0;
    last.reset();
    if (to <= from)
        return 0;
    database
        .prepared("INSERT INTO ticket_text(rowid, number, title, description, reply, place)"
                  " SELECT id, number, title, description, reply, CASE typeof(address) WHEN 'text' "
                  "THEN address END"
                  " FROM tickets WHERE id > ? AND id <= ?")
        .bind(1, from)
        .bind(2, to)
        .run();
    const qint64 added = database.changes();
    setLocalValue(database, QStringLiteral("text_indexed_to"), to);
    return added;
}

void removeText(Database &database, qint64 row, const domain::Values &values)
{
    if (row > indexedTo(database))
        return;
    Statement &remove =
        database.prepared("INSERT INTO ticket_text(ticket_text, rowid, number, title, "
                          "description, reply, place) VALUES('delete',?,?,?,?,?,?)");
    bindTexts(remove.bind(1, row), values);
    remove.run();
}

TextChange::TextChange(
    Database &database, qint64 row, const domain::Values &before, const domain::Values &after)
    : m_database(database)
    , m_row(row)
    , m_before(before)
    , m_after(after)
{
}

void TextChange::apply() const
{
    const bool same = std::ranges::all_of(textFields, [this](quint8 number) {
        return plainText(m_before, number) == plainText(m_after, number);
    });
    if (same || m_row > indexedTo(m_database))
        return;
    removeText(m_database, m_row, m_before);
    Statement &add = m_database.prepared("INSERT INTO ticket_text(rowid, number, title, "
                                         "description, reply, place) VALUES(?,?,?,?,?,?)");
    bindTexts(add.bind(1, m_row), m_after);
    add.run();
}

} // namespace store
