// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projector.h"

#include "store/words.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

struct Subject {
    Id id;
    bool isTicket = false;
    bool operator==(const Subject &) const = default;
};

/// The entities that an entry is about, in the order in which it names them.
QVector<Subject> subjectsOf(const record::Entry &entry)
{
    QVector<Subject> subjects;
    for (const Event &event : entry.events) {
        const Id id = subjectOf(event);
        const bool isOfTicket =
            std::holds_alternative<TicketOpened>(event) || std::holds_alternative<StepTaken>(event);
        const auto known = std::ranges::find(subjects, id, &Subject::id);
        if (known != subjects.end())
            known->isTicket = known->isTicket || isOfTicket;
        else if (concerns(event, id))
            subjects.append({id, isOfTicket});
    }
    return subjects;
}

EntityFold foldWith(EntryIndex &index, const RightsLine &rights, Database &database)
{
    return {index, rights, [&database](const Id &id) -> std::optional<RegisterRow> {
                const auto found = loadRow(database, id);
                return found ? std::optional(found->row) : std::nullopt;
            }};
}

} // namespace

Projector::Projector(Database &database, Database &record)
    : m_database(database)
    , m_index(record)
    , m_record(record)
    , m_rows(database)
{
}

QVector<Touched> Projector::apply(const EntryIndex::Stored &stored)
{
    take(stored);
    return finish();
}

void Projector::take(const EntryIndex::Stored &stored)
{
    m_index.feed(stored.place.feed); // another index on this connection may have added it
    learnRights(stored);
    for (const Subject &subject : subjectsOf(stored.entry)) {
        const bool isLate = comesLate(subject.id, stored.place);
        m_database.prepared("INSERT OR IGNORE INTO history(entity, entry) VALUES(?,?)")
            .bind(1, subject.id)
            .bind(2, stored.position)
            .run();
        if (isLate)
            m_stale.insert(subject.id);
        else if (!m_stale.contains(subject.id))
            foldOnto(subject.id, subject.isTicket, stored);
    }
    noteLooks(stored);
    if (!m_latest || isBefore(*m_latest, stored.place))
        m_latest = stored.place;
}

QVector<Touched> Projector::finish()
{
    for (const Id &entity : std::exchange(m_stale, {}))
        foldAnew(entity);
    return std::exchange(m_touched, {});
}

void Projector::parted(const EntryIndex::Feed &rest)
{
    m_rights.reset();
    m_latest.reset();
    bool isOfRights = false;
    Statement moved(m_record.handle(), "SELECT bytes FROM entries WHERE feed=?");
    moved.bind(1, rest.number);
    while (moved.step()) {
        const auto entry = record::decode(moved.blob(0));
        if (!entry)
            continue;
        isOfRights = isOfRights || std::ranges::any_of(entry->events, RightsLine::touches);
        markSubjects(*entry);
    }
    Statement everything(m_database.handle(), "SELECT DISTINCT entity FROM history");
    while (isOfRights && everything.step())
        m_stale.insert(everything.id(0));
}

/// What has not been folded yet will be, and then finds the rights as they are.
void Projector::markSubjects(const record::Entry &entry)
{
    for (const Subject &subject : subjectsOf(entry)) {
        if (!historyOf(subject.id).isEmpty())
            m_stale.insert(subject.id);
    }
}

void Projector::noteLooks(const EntryIndex::Stored &stored)
{
    for (const Event &event : stored.entry.events) {
        const auto *look = std::get_if<Looked>(&event);
        if (!look)
            continue;
        const NumberedTicket *ticket = look->ticket.isNull() ? nullptr : findTicket(look->ticket);
        m_database
            .prepared("INSERT INTO looks(at, person, customer, ticket, purpose, reason)"
                      " VALUES(?,?,?,?,?,?)")
            .bind(1, stored.entry.recorded_ms)
            .bind(2, m_rows.numberFor(stored.entry.actor))
            .bind(3, m_rows.numberFor(look->customer))
            .bind(4, ticket ? QVariant(ticket->number) : QVariant())
            .bind(5, look->purpose)
            .bind(6, look->reason)
            .run();
    }
}

void Projector::foldOnto(const Id &id, bool isTicket, const EntryIndex::Stored &stored)
{
    Entity after = load(id, isTicket);
    const Entity before = after;
    QVector<qint64> earlier;
    if (m_index.feedCount() > 1) {
        earlier = historyOf(id);
        earlier.removeOne(stored.position);
        std::ranges::sort(
            earlier, isBefore, [this](qint64 position) { return m_index.placeAt(position); });
    }
    foldWith(m_index, rights(), m_database).apply(after, stored, earlier);
    save(before, after);
}

void Projector::foldAnew(const Id &id)
{
    QVector<EntryIndex::Stored> entries;
    bool isTicket = false;
    for (qint64 position : historyOf(id)) {
        entries.append(m_index.entryAt(position));
        for (const Subject &subject : subjectsOf(entries.constLast().entry))
            isTicket = isTicket || (subject.id == id && subject.isTicket);
    }
    std::ranges::sort(entries, isBefore, &EntryIndex::Stored::place);
    const Entity before = load(id, isTicket);
    Entity after{.id = id, .isTicket = isTicket};
    after.ticket.number = before.ticket.number;
    after.row.number = before.row.number;
    EntityFold fold = foldWith(m_index, rights(), m_database);
    QVector<qint64> earlier;
    for (const EntryIndex::Stored &stored : std::as_const(entries)) {
        fold.apply(after, stored, earlier);
        earlier.append(stored.position);
    }
    save(before, after);
}

bool Projector::comesLate(const Id &entity, const EntryPlace &place)
{
    if (!m_latest || isBefore(*m_latest, place))
        return false;
    return std::ranges::any_of(historyOf(entity),
        [&](qint64 position) { return isBefore(place, m_index.placeAt(position)); });
}

QVector<qint64> Projector::historyOf(const Id &entity)
{
    QVector<qint64> positions;
    Statement &each =
        m_database.prepared("SELECT entry FROM history WHERE entity=? ORDER BY entry");
    each.bind(1, entity);
    while (each.step())
        positions.append(each.integer(0));
    return positions;
}

Entity Projector::load(const Id &id, bool isTicket)
{
    Entity entity{.id = id, .isTicket = isTicket};
    if (const NumberedTicket *ticket = isTicket ? findTicket(id) : nullptr)
        entity.ticket = *ticket;
    else if (const auto row = isTicket ? std::nullopt : loadRow(m_database, id))
        entity.row = *row;
    Statement &raised = m_database.prepared(
        "SELECT uid, reason, entry, other, settled_by FROM conflicts WHERE subject=? ORDER BY id");
    raised.bind(1, id);
    while (raised.step()) {
        entity.raised.append({ConflictReason(raised.integer(1)), raised.integer(2),
            raised.integer(3), raised.integer(4), raised.id(0)});
    }
    // What is said of a ticket without a step of its workflow (a settlement) is said of the ticket all the same.
    if (!isTicket && !entity.isThere() && findTicket(id)) {
        entity.isTicket = true;
        entity.ticket = *m_last;
    }
    return entity;
}

void Projector::save(const Entity &before, const Entity &after)
{
    if (isErased(after.row.row) && !isErased(before.row.row))
        m_erased.append(after.id);
    if (after.isTicket)
        saveTicket(before, after);
    else if (!after.isThere() && before.isThere())
        touch({Touched::Row, hideRow(m_database, before.row), quint8(before.row.row.reg)});
    else if (after.isThere()
        && !(before.row.row == after.row.row && before.row.lastEntry == after.row.lastEntry))
        touch({Touched::Row, saveRow(m_database, after.row), quint8(after.row.row.reg),
            !before.isThere()});
    saveConflicts(before, after);
}

void Projector::saveTicket(const Entity &before, const Entity &after)
{
    if (before.ticket.ticket == after.ticket.ticket)
        return;
    NumberedTicket saved = after.ticket;
    if (!before.isThere())
        saved.number = insertTicket(m_database, m_rows, saved.ticket);
    else if (after.isThere())
        updateTicket(m_database, m_rows, before.ticket, saved.ticket);
    else
        removeTicket(m_database, before.ticket);
    touch({Touched::Ticket, saved.number, 0, !before.isThere()});
    m_last.reset();
    if (after.isThere())
        m_last = std::move(saved);
}

void Projector::saveConflicts(const Entity &before, const Entity &after)
{
    if (before.raised == after.raised)
        return;
    for (const Raised &gone : before.raised) {
        if (std::ranges::find(after.raised, gone.id, &Raised::id) == after.raised.end())
            m_database.prepared("DELETE FROM conflicts WHERE uid=?").bind(1, gone.id).run();
    }
    for (const Raised &raised : after.raised) {
        const auto known = std::ranges::find(before.raised, raised.id, &Raised::id);
        if (known != before.raised.end() && *known == raised)
            continue;
        Statement &put = m_database.prepared(
            "INSERT INTO conflicts(uid, subject, entry, other, reason, settled_by)"
            " VALUES(?,?,?,?,?,?) ON CONFLICT(uid) DO UPDATE SET settled_by=excluded.settled_by"
            " RETURNING id");
        put.bind(1, raised.id)
            .bind(2, after.id)
            .bind(3, raised.entry)
            .bind(4, raised.other)
            .bind(5, int(raised.reason))
            .bind(6, raised.settledBy);
        const qint64 number = put.step() ? put.integer(0) : 0;
        put.reset();
        touch({Touched::Conflict, number, 0, known == before.raised.end()});
    }
}

void Projector::touch(const Touched &what)
{
    if (!m_touched.contains(what))
        m_touched.append(what);
}

const NumberedTicket *Projector::findTicket(const Id &id)
{
    if (!m_last || m_last->ticket.id != id)
        m_last = loadTicket(m_database, m_rows, id);
    return m_last ? &*m_last : nullptr;
}

void Projector::forget()
{
    m_rows.forget();
    m_index.forget();
    m_last.reset();
    m_rights.reset();
    m_latest.reset();
    m_stale.clear();
    m_touched.clear();
    m_erased.clear();
}

} // namespace store
