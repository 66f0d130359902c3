// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/desk_rows.h"

#include <QByteArrayList>

#include <sqlite3.h>

namespace bench
{

namespace
{

struct Table {
    const char *name;
    /// Which rows; ?1 to ?6 are entry, register row and ticket, each as "after" and "up to".
    const char *where;
};

// Keys are made for customers and for tickets without one.
constexpr std::array<Table, DeskRows::tables> specs{{
    {"entries", "position > ?1 AND position <= ?2 ORDER BY position"},
    {"sealing_keys",
        "owner IN (SELECT uid FROM registers WHERE id > ?3 AND id <= ?4"
        " UNION ALL SELECT uid FROM tickets WHERE id > ?5 AND id <= ?6)"},
    {"history", "entry > ?1 AND entry <= ?2"},
    {"registers", "id > ?3 AND id <= ?4 ORDER BY id"},
    {"tickets", "id > ?5 AND id <= ?6 ORDER BY id"},
    {"steps", "ticket > ?5 AND ticket <= ?6 ORDER BY id"},
    {"clocks", "ticket > ?5 AND ticket <= ?6"},
}};

BareStatement selectFrom(Bare &desk, const Table &table)
{
    return {desk, QByteArray("SELECT * FROM ") + table.name + " WHERE " + table.where};
}

BareStatement insertInto(Bare &desk, const Table &table)
{
    const BareStatement columns(desk, QByteArray("SELECT * FROM ") + table.name);
    const QByteArrayList places(columns.columnCount(), "?");
    return {desk, QByteArray("INSERT INTO ") + table.name + " VALUES(" + places.join(',') + ')'};
}

} // namespace

Reach Reach::of(Bare &desk)
{
    return {desk.number("SELECT max(position) FROM entries"),
        desk.number("SELECT max(id) FROM registers"), desk.number("SELECT max(id) FROM tickets")};
}

void DeskRows::Free::operator()(sqlite3_value *value) const
{
    sqlite3_value_free(value);
}

DeskRows::DeskRows(Bare &desk, const Reach &after, const Reach &upTo)
    : m_after(after)
    , m_upTo(upTo)
{
    const std::array bounds{
        after.entry, upTo.entry, after.row, upTo.row, after.ticket, upTo.ticket};
    for (size_t table = 0; table < tables; ++table) {
        BareStatement select = selectFrom(desk, specs[table]);
        select.bindKnown(bounds);
        while (select.step()) {
            for (int column = 0; column < select.columnCount(); ++column)
                m_cells[table].emplace_back(sqlite3_value_dup(select.value(column)));
        }
    }
}

RowWriter::RowWriter(Bare &into, Text text)
    : m_into(into)
{
    for (const Table &table : specs)
        m_inserts.push_back(insertInto(into, table));
    if (text == Text::Later)
        return;
    m_text = std::make_unique<BareStatement>(into,
        "INSERT INTO ticket_text(rowid, number, title, description, reply, place)"
        " SELECT id, number, title, description, reply,"
        " CASE typeof(address) WHEN 'text' THEN address END FROM tickets WHERE id > ? AND id <= ?");
    m_textReach = std::make_unique<BareStatement>(
        into, "INSERT OR REPLACE INTO local VALUES('text_indexed_to', ?)");
}

void RowWriter::write(const DeskRows &rows)
{
    m_into.run("BEGIN IMMEDIATE");
    for (size_t table = 0; table < DeskRows::tables; ++table) {
        BareStatement &insert = m_inserts[table];
        int place = 0;
        for (const auto &cell : rows.m_cells[table]) {
            insert.bind(++place, cell.get());
            if (place < insert.parameterCount())
                continue;
            insert.run();
            place = 0;
        }
    }
    if (m_text) {
        m_text->bind(1, rows.after().ticket);
        m_text->bind(2, rows.upTo().ticket);
        m_text->run();
        m_textReach->bind(1, rows.upTo().ticket);
        m_textReach->run();
    }
    m_into.run("COMMIT");
}

} // namespace bench
