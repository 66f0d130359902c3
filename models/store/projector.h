// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fold.h"
#include "record/entry.h"
#include "store/committed.h"
#include "store/ticket_rows.h"

namespace store
{

/// Folds entries into the projections, for a desk's own entries, a peer's, a rebuild and a check alike.
/// Runs inside the transaction that its caller holds.
class Projector
{
public:
    explicit Projector(Database &database)
        : m_database(database)
        , m_rows(database)
    {
    }

    /// Folds one entry that stands at `position`; says what it touched.
    QVector<Touched> apply(const record::Entry &entry, qint64 position);
    /// The ticket as the projections have it. The one asked for or folded last is remembered, as
    /// deciding, folding and answering for one step ask for the same.
    const NumberedTicket *findTicket(const domain::Id &id);
    /// After a rollback: what was learnt in the transaction is forgotten.
    void forget();
    RowNumbers &rows() { return m_rows; }

private:
    std::optional<Touched> apply(
        const domain::TicketOpened &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(const domain::StepTaken &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(const domain::RegisterPut &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(
        const domain::RegisterRemoved &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(const domain::Looked &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(const domain::Erased &event, const domain::EntryFacts &facts);
    std::optional<Touched> apply(
        const domain::UnknownEvent &event, const domain::EntryFacts &facts);
    template <typename RowEvent>
    std::optional<Touched> foldRow(const RowEvent &event, const domain::EntryFacts &facts);
    std::optional<Touched> raiseConflict(const domain::Id &subject, const domain::EntryFacts &facts,
        ConflictReason reason = ConflictReason::NoLongerApplies);
    /// Whether the entry's actor had the right to all of it, at its place in the record.
    bool isAllowed(const record::Entry &entry);
    bool isSignedByActor(const record::Entry &entry);
    const domain::Grants &grants();

    Database &m_database;
    RowNumbers m_rows;
    std::optional<NumberedTicket> m_last;
    std::optional<domain::Grants> m_grants;
};

} // namespace store
