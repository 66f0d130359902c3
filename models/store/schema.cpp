// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "domain/registers.h"
#include "domain/ticket_fields.h"

#include <QSet>

#include <iterator>

namespace store
{

namespace
{

const char *const migrations[] = {
    // 0 → 1: the record.
    R"(
    CREATE TABLE feeds(
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE,
        desk BLOB NOT NULL,
        public_key BLOB NOT NULL);
    CREATE TABLE entries(
        position INTEGER PRIMARY KEY,
        feed INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        depth INTEGER NOT NULL,
        hash BLOB NOT NULL,
        signature BLOB NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE(feed, sequence));
    CREATE TABLE sealing_keys(
        owner BLOB PRIMARY KEY,
        wrapped BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE local(
        key TEXT PRIMARY KEY,
        value) WITHOUT ROWID;
    )",
    // 1 → 2: other desks. What each feed had folded when; entries that wait for their causes or branch off; owners
    // whose key is to come, of whom two desks may have begun one each; where other desks are found.
    R"(
    CREATE TABLE named(
        feed INTEGER NOT NULL,
        other INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        reached INTEGER NOT NULL,
        PRIMARY KEY(feed, other, sequence)) WITHOUT ROWID;
    CREATE INDEX entries_by_depth ON entries(depth);
    CREATE TABLE waiting(
        feed BLOB NOT NULL,
        sequence INTEGER NOT NULL,
        hash BLOB NOT NULL,
        signature BLOB NOT NULL,
        bytes BLOB NOT NULL,
        is_branch INTEGER NOT NULL,
        PRIMARY KEY(feed, sequence, hash)) WITHOUT ROWID;
    CREATE TABLE owner_keys(
        owner BLOB NOT NULL,
        number INTEGER NOT NULL,
        wrapped BLOB NOT NULL,
        PRIMARY KEY(owner, number)) WITHOUT ROWID;
    INSERT INTO owner_keys SELECT owner, 1, wrapped FROM sealing_keys;
    DROP TABLE sealing_keys;
    ALTER TABLE owner_keys RENAME TO sealing_keys;
    CREATE TABLE lacking_keys(owner BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE peers(
        desk BLOB PRIMARY KEY,
        address TEXT NOT NULL,
        last_contact INTEGER NOT NULL) WITHOUT ROWID;
    )",
    // 2 → 3: feeds that were written twice. A branch is a feed that goes on behind an entry of another one.
    R"(
    ALTER TABLE feeds ADD COLUMN branch_of INTEGER;
    ALTER TABLE feeds ADD COLUMN after INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX branches ON feeds(branch_of) WHERE branch_of IS NOT NULL;
    ALTER TABLE waiting DROP COLUMN is_branch;
    )",
};

const char *const fixedProjections = R"(
    CREATE TABLE registers(
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE,
        register INTEGER NOT NULL,
        code TEXT,
        name TEXT,
        under BLOB,
        grid BLOB,
        fields BLOB NOT NULL,
        removed INTEGER NOT NULL,
        last_entry INTEGER NOT NULL);
    CREATE TABLE steps(
        id INTEGER PRIMARY KEY,
        ticket INTEGER NOT NULL,
        action TEXT NOT NULL,
        state TEXT NOT NULL,
        round INTEGER NOT NULL,
        by INTEGER NOT NULL,
        typed_by INTEGER NOT NULL,
        at INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        fields BLOB,
        before BLOB);
    CREATE TABLE clocks(
        ticket INTEGER NOT NULL,
        clock TEXT NOT NULL,
        round INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        stopped_at INTEGER,
        minutes INTEGER NOT NULL,
        days INTEGER NOT NULL,
        hours TEXT,
        paused_at INTEGER,
        rested_ms INTEGER NOT NULL,
        PRIMARY KEY(ticket, clock, round, started_at)) WITHOUT ROWID;
    CREATE TABLE conflicts(
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE,
        subject BLOB NOT NULL,
        entry INTEGER NOT NULL,
        other INTEGER NOT NULL,
        reason INTEGER NOT NULL,
        settled_by INTEGER NOT NULL);
    CREATE TABLE history(
        entity BLOB NOT NULL,
        entry INTEGER NOT NULL,
        PRIMARY KEY(entity, entry)) WITHOUT ROWID;
    CREATE TABLE rights(entry INTEGER PRIMARY KEY);
    CREATE INDEX conflicts_by_subject ON conflicts(subject);
    CREATE TABLE looks(
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        person INTEGER NOT NULL,
        customer INTEGER NOT NULL,
        ticket INTEGER,
        purpose TEXT NOT NULL,
        reason TEXT NOT NULL);
    CREATE INDEX registers_by_code ON registers(register, code) WHERE code IS NOT NULL;
    CREATE INDEX registers_under ON registers(under, register) WHERE under IS NOT NULL;
    CREATE INDEX registers_by_grid ON registers(register, grid) WHERE grid IS NOT NULL;
    CREATE INDEX steps_by_ticket ON steps(ticket);
    CREATE INDEX tickets_by_source ON tickets(source, source_id) WHERE source_id IS NOT NULL;
    CREATE INDEX tickets_by_number ON tickets(number);
    CREATE VIEW text_source AS
        SELECT id, number, title, description, reply,
               CASE typeof(address) WHEN 'text' THEN address END AS place
        FROM tickets WHERE id <= (SELECT value FROM local WHERE key = 'text_indexed_to');
    CREATE VIRTUAL TABLE ticket_text USING fts5(
        number, title, description, reply, place,
        content='text_source', content_rowid='id', tokenize='han', detail=full);
)";

const char *const listIndexes = R"(
    CREATE INDEX IF NOT EXISTS registers_by_kind ON registers(register);
    CREATE INDEX IF NOT EXISTS tickets_by_time ON tickets(happened_at);
    CREATE INDEX IF NOT EXISTS tickets_by_state ON tickets(state, happened_at, due_at);
    CREATE INDEX IF NOT EXISTS tickets_by_grid ON tickets(grid, happened_at);
    CREATE INDEX IF NOT EXISTS tickets_by_line ON tickets(line, happened_at);
    CREATE INDEX IF NOT EXISTS tickets_by_kind ON tickets(kind, happened_at);
    CREATE INDEX IF NOT EXISTS tickets_by_customer ON tickets(customer, happened_at) WHERE customer IS NOT NULL;
    CREATE INDEX IF NOT EXISTS tickets_by_assignee ON tickets(assignee, happened_at) WHERE assignee IS NOT NULL;
    CREATE INDEX IF NOT EXISTS tickets_under_way_by_responsible ON tickets(responsible, due_at) WHERE closed_at IS NULL;
    CREATE INDEX IF NOT EXISTS tickets_under_way_by_assignee ON tickets(assignee) WHERE closed_at IS NULL;
    CREATE INDEX IF NOT EXISTS tickets_by_outage ON tickets(outage) WHERE outage IS NOT NULL;
    CREATE INDEX IF NOT EXISTS tickets_by_head ON tickets(part_of) WHERE part_of IS NOT NULL;
    CREATE INDEX IF NOT EXISTS looks_by_person ON looks(person, at);
    CREATE INDEX IF NOT EXISTS looks_by_customer ON looks(customer, at);
    CREATE INDEX IF NOT EXISTS tickets_by_point ON tickets(lon, lat) WHERE lon IS NOT NULL;
    CREATE INDEX IF NOT EXISTS tickets_by_due ON tickets(due_at) WHERE due_at IS NOT NULL;
)";

QByteArray sqlType(domain::FieldType type)
{
    switch (type) {
    case domain::FieldType::Number:
        return "REAL";
    case domain::FieldType::Text:
    case domain::FieldType::LongText:
    case domain::FieldType::Choice:
        return "TEXT";
    case domain::FieldType::Ticket:
    case domain::FieldType::Reference:
    case domain::FieldType::Bytes:
    case domain::FieldType::Area:
        return "BLOB";
    default:
        return "INTEGER";
    }
}

QByteArray createTickets()
{
    QByteArray sql = "CREATE TABLE tickets(id INTEGER PRIMARY KEY, uid BLOB NOT NULL UNIQUE";
    for (const domain::FieldSpec &spec : domain::ticketFields()) {
        if (spec.is(domain::Kept))
            sql += QByteArray(", ") + spec.key + ' ' + sqlType(spec.type);
    }
    return sql
        + ", workflow TEXT NOT NULL, state TEXT NOT NULL, round INTEGER NOT NULL, due_at INTEGER, "
          "due_clock TEXT,"
          " missed INTEGER NOT NULL, arrived_at INTEGER, finished_at INTEGER, closed_at INTEGER,"
          " last_entry INTEGER NOT NULL, recorded_at INTEGER NOT NULL);";
}

} // namespace

int recordVersion()
{
    return int(std::size(migrations));
}

QByteArray migrationFrom(int from)
{
    return QByteArray(migrations[from]) + "PRAGMA user_version=" + QByteArray::number(from + 1)
        + ';';
}

QByteArray createProjections()
{
    return createTickets() + fixedProjections;
}

QByteArray createProjectionIndexes()
{
    return listIndexes
        + ("CREATE INDEX IF NOT EXISTS registers_drawn ON registers(last_entry) WHERE "
            + ofTheDivision() + ';');
}

QByteArray ofTheDivision()
{
    return "removed=0 AND register IN (" + QByteArray::number(int(domain::Register::Grid)) + ", "
        + QByteArray::number(int(domain::Register::Drawing)) + ')';
}

QByteArray dropProjections()
{
    return "DROP TABLE IF EXISTS ticket_text; DROP VIEW IF EXISTS text_source; DROP TABLE IF "
           "EXISTS tickets;"
           "DROP TABLE IF EXISTS registers; DROP TABLE IF EXISTS steps; DROP TABLE IF EXISTS "
           "clocks;"
           "DROP TABLE IF EXISTS looks; DROP TABLE IF EXISTS conflicts; DROP TABLE IF EXISTS "
           "history;"
           "DROP TABLE IF EXISTS rights; DELETE FROM local WHERE "
           "key='text_indexed_to';";
}

QByteArray ticketFieldColumns()
{
    QByteArrayList columns;
    for (const domain::FieldSpec &spec : domain::ticketFields()) {
        if (spec.is(domain::Kept))
            columns << spec.key;
    }
    return columns.join(", ");
}

bool isIndexedInTickets(const QByteArray &column)
{
    static const QSet<QByteArray> columns{"assignee", "customer", "due_at", "grid", "happened_at",
        "kind", "lat", "line", "lon", "number", "outage", "part_of", "responsible", "source",
        "source_id", "state", "uid"};
    return columns.contains(column);
}

QVariant localValue(Database &database, const QString &key)
{
    Statement &find = database.prepared("SELECT value FROM local WHERE key=?");
    find.bind(1, key);
    const QVariant value = find.step() ? find.value(0) : QVariant();
    find.reset();
    return value;
}

void setLocalValue(Database &database, const QString &key, const QVariant &value)
{
    database
        .prepared(
            "INSERT INTO local VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value")
        .bind(1, key)
        .bind(2, value)
        .run();
}

} // namespace store
