// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projector.h"

#include "domain/account.h"
#include "domain/rights.h"
#include "record/signing.h"

namespace store
{

using namespace domain;

QVector<Touched> Projector::apply(const record::Entry &entry, qint64 position)
{
    const EntryFacts facts{entry.actor, entry.recorded_ms, position};
    QVector<Touched> touched;
    if (!isAllowed(entry))
        return {*raiseConflict(entry.subject, facts, ConflictReason::LackedRight)};
    for (const Event &event : entry.events) {
        const auto what = std::visit([&](const auto &fact) { return apply(fact, facts); }, event);
        if (what && !touched.contains(*what))
            touched.append(*what);
    }
    return touched;
}

bool Projector::isAllowed(const record::Entry &entry)
{
    const Actor actor{
        entry.actor, entry.recorded_ms, isSignedByActor(entry), {entry.feed, entry.sequence}};
    const Standing standing{grants(),
        [this](const Id &id) {
            const NumberedTicket *found = findTicket(id);
            return found ? &found->ticket : nullptr;
        },
        [this](const Id &id) -> std::optional<RegisterRow> {
            const auto found = loadRow(m_database, id);
            return found ? std::optional(found->row) : std::nullopt;
        }};
    return !judge(entry.events, actor, standing);
}

bool Projector::isSignedByActor(const record::Entry &entry)
{
    if (entry.actorSignature.isEmpty())
        return false;
    const auto account = loadRow(m_database, accountOf(entry.actor));
    return account
        && record::isSignedBy(account->row.values[account::PublicKey].toByteArray(),
            record::signedByActor(entry), entry.actorSignature);
}

const Grants &Projector::grants()
{
    if (!m_grants)
        m_grants = loadGrants(m_database);
    return *m_grants;
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
    m_last.reset();
    m_grants.reset();
}

std::optional<Touched> Projector::apply(const TicketOpened &event, const EntryFacts &facts)
{
    if (findTicket(event.ticket))
        return raiseConflict(event.ticket, facts);
    Ticket ticket;
    fold(ticket, event, facts);
    m_last = {insertTicket(m_database, m_rows, ticket), std::move(ticket)};
    return Touched{Touched::Ticket, m_last->number, 0, true};
}

std::optional<Touched> Projector::apply(const StepTaken &event, const EntryFacts &facts)
{
    const NumberedTicket *before = findTicket(event.ticket);
    Ticket after = before ? before->ticket : Ticket();
    if (!before || fold(after, event, facts) == Effect::Void)
        return raiseConflict(event.ticket, facts);
    updateTicket(m_database, m_rows, *before, after);
    m_last->ticket = std::move(after);
    return Touched{Touched::Ticket, m_last->number};
}

template <typename RowEvent>
std::optional<Touched> Projector::foldRow(const RowEvent &event, const EntryFacts &facts)
{
    const auto before = loadRow(m_database, event.row);
    NumberedRow after = before.value_or(NumberedRow{});
    if (fold(after.row, event) == Effect::Void)
        return raiseConflict(event.row, facts);
    after.lastEntry = facts.position;
    if (event.reg == Register::Grant && m_grants)
        m_grants->put(after.row);
    return Touched{Touched::Row, saveRow(m_database, after), quint8(event.reg), !before};
}

std::optional<Touched> Projector::apply(const RegisterPut &event, const EntryFacts &facts)
{
    return foldRow(event, facts);
}

std::optional<Touched> Projector::apply(const RegisterRemoved &event, const EntryFacts &facts)
{
    return foldRow(event, facts);
}

std::optional<Touched> Projector::apply(const Looked &event, const EntryFacts &facts)
{
    const NumberedTicket *ticket = event.ticket.isNull() ? nullptr : findTicket(event.ticket);
    m_database
        .prepared("INSERT INTO looks(at, person, customer, ticket, purpose, reason)"
                  " VALUES(?,?,?,?,?,?)")
        .bind(1, facts.recorded_ms)
        .bind(2, m_rows.numberOf(facts.actor))
        .bind(3, m_rows.numberOf(event.customer))
        .bind(4, ticket ? QVariant(ticket->number) : QVariant())
        .bind(5, event.purpose)
        .bind(6, event.reason)
        .run();
    return {}; // nothing that stands on a page is another than before
}

std::optional<Touched> Projector::apply(const Erased &event, const EntryFacts &facts)
{
    auto row = loadRow(m_database, event.customer);
    if (!row || fold(row->row, event, facts) == Effect::Void)
        return raiseConflict(event.customer, facts);
    row->lastEntry = facts.position;
    return Touched{Touched::Row, saveRow(m_database, *row), quint8(Register::Customer)};
}

std::optional<Touched> Projector::apply(const UnknownEvent &, const EntryFacts &)
{
    return {};
}

std::optional<Touched> Projector::raiseConflict(
    const Id &subject, const EntryFacts &facts, ConflictReason reason)
{
    m_database.prepared("INSERT INTO conflicts(subject, entry, reason) VALUES(?,?,?)")
        .bind(1, subject)
        .bind(2, facts.position)
        .bind(3, int(reason))
        .run();
    return Touched{Touched::Conflict, m_database.lastInsertId(), 0, true};
}

} // namespace store
