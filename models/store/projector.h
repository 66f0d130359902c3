// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/entity.h"

#include <QSet>

namespace store
{

/// Folds entries into the projections, for a desk's own entries, a peer's, a rebuild and a check alike. Entries may come in
/// any order in which none comes before its causes; what comes late, or changes who had which right, has the entities that
/// it touches folded anew from the record. Runs inside the transaction that its caller holds.
class Projector
{
public:
    explicit Projector(Database &database)
        : Projector(database, database)
    {
    }
    /// The entries lie in another database than the tables: a check, a past day.
    Projector(Database &database, Database &record);

    /// Folds one entry of the record; says what it touched.
    QVector<Touched> apply(const EntryIndex::Stored &stored);
    /// The same in two steps for many: what must be folded anew is, once, at the end.
    void take(const EntryIndex::Stored &stored);
    QVector<Touched> finish();
    /// A feed was found to have been written twice, and what it had behind the place where it parts counts as this one
    /// from here on, so that some of what stood beside each other stands in another order.
    void parted(const EntryIndex::Feed &rest);
    /// Customers who were erased by what was folded, late or not, since this was asked last.
    QVector<domain::Id> takeErased() { return std::exchange(m_erased, {}); }

    /// The ticket as the projections have it. The one asked for or folded last is remembered, as
    /// deciding, folding and answering for one step ask for the same.
    const NumberedTicket *findTicket(const domain::Id &id);
    /// Where a desk was let in; nothing when it wasn't.
    std::optional<domain::EntryPlace> admissionOf(const domain::Id &desk);
    EntryIndex &index() { return m_index; }
    /// After a rollback: what was learnt in the transaction is forgotten.
    void forget();
    RowNumbers &rows() { return m_rows; }

private:
    void learnRights(const EntryIndex::Stored &stored);
    void markAffected(const domain::RightsLine::Change &change, const EntryIndex::Stored &stored);
    void markBeyond(const domain::RightsLine::Change &change, qint64 untilDepth);
    void markAuthored(
        Statement &entries, const domain::RightsLine::Change &change, qint64 untilDepth);
    void markSubjects(const record::Entry &entry);
    void noteLooks(const EntryIndex::Stored &stored);
    void foldOnto(const domain::Id &entity, bool isTicket, const EntryIndex::Stored &stored);
    void foldAnew(const domain::Id &entity);
    bool comesLate(const domain::Id &entity, const domain::EntryPlace &place);
    QVector<qint64> historyOf(const domain::Id &entity);
    Entity load(const domain::Id &id, bool isTicket);
    void save(const Entity &before, const Entity &after);
    void saveTicket(const Entity &before, const Entity &after);
    void saveConflicts(const Entity &before, const Entity &after);
    void touch(const Touched &what);
    const domain::RightsLine &rights();
    domain::RightsEntry rightsEntryOf(const EntryIndex::Stored &stored);
    QByteArray reachAsRead(const QByteArray &reach, const domain::EntryPlace &by);

    Database &m_database;
    EntryIndex m_index;
    Database &m_record;
    RowNumbers m_rows;
    std::optional<NumberedTicket> m_last;
    std::optional<domain::RightsLine> m_rights;
    std::optional<domain::EntryPlace>
        m_latest; ///< the last in the order of the record that was folded
    QSet<domain::Id> m_stale; ///< to be folded anew
    QVector<Touched> m_touched;
    QVector<domain::Id> m_erased;
};

} // namespace store
