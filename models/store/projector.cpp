// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/projector.h"

namespace store
{

using namespace domain;

QVector<Touched> Projector::apply(const record::Entry &entry, qint64 position)
{
    const EntryFacts facts{entry.actor, entry.recorded_ms, position};
    QVector<Touched> touched;
    for (const Event &event : entry.events) {
        const auto what = std::visit([&](const auto &fact) { return apply(fact, facts); }, event);
        if (what && !touched.contains(*what))
            touched.append(*what);
    }
    return touched;
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

std::optional<Touched> Projector::apply(const UnknownEvent &, const EntryFacts &)
{
    return {};
}

std::optional<Touched> Projector::raiseConflict(const Id &subject, const EntryFacts &facts)
{
    m_database.prepared("INSERT INTO conflicts(subject, entry) VALUES(?,?)")
        .bind(1, subject)
        .bind(2, facts.position)
        .run();
    return Touched{Touched::Conflict, m_database.lastInsertId(), 0, true};
}

} // namespace store
