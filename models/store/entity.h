// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/fold.h"
#include "domain/rights.h"
#include "domain/rights_line.h"
#include "store/committed.h"
#include "store/entry_index.h"
#include "store/said.h"
#include "store/ticket_rows.h"

namespace store
{

/// What stands on record about one thing without effect, or against something else.
struct Raised {
    ConflictReason reason = ConflictReason::NoLongerApplies;
    qint64 entry = 0; ///< position of the entry
    qint64 other = 0; ///< of the one that it contradicts; 0: of none in particular
    qint64 settledBy = 0; ///< of the entry that settled it; 0: nobody has yet
    domain::Id id; ///< the same on every desk

    bool operator==(const Raised &) const = default;
};

/// One thing of the company, a ticket or a row of a register, while entries about it are folded onto it: its state in
/// memory and what has contradicted so far.
struct Entity {
    domain::Id id;
    bool isTicket = false;
    NumberedTicket ticket;
    NumberedRow row;
    QVector<Raised> raised;

    bool isThere() const { return isTicket ? ticket.ticket.exists() : !row.row.id.isNull(); }
};

/// Folds the events of an entry that concern one entity, after judging them at the entry's place. Reads the entity's own
/// state and the rights, and of others nothing that could be otherwise on another desk.
class EntityFold
{
public:
    EntityFold(EntryIndex &index, const domain::RightsLine &rights,
        std::function<std::optional<domain::RegisterRow>(const domain::Id &)> findRow)
        : m_index(index)
        , m_rights(rights)
        , m_findRow(std::move(findRow))
    {
    }

    /// `earlier` are the positions of all entries about this entity that come before in the order of the record.
    void apply(Entity &entity, const EntryIndex::Stored &stored, const QVector<qint64> &earlier);

private:
    std::optional<ConflictReason> refusalOf(
        const Entity &entity, const EntryIndex::Stored &stored) const;
    domain::Effect fold(
        Entity &entity, const domain::Event &event, const domain::EntryFacts &facts) const;
    void settle(Entity &entity, const domain::Settled &event, qint64 position) const;
    void raise(Entity &entity, ConflictReason reason, const EntryIndex::Stored &stored,
        const EntryIndex::Stored *other) const;
    void raiseOverdrawn(Entity &entity, const EntryIndex::Stored &stored,
        const QVector<EntryIndex::Stored> &unseen) const;
    QVector<EntryIndex::Stored> findUnseen(const Entity &entity, const EntryIndex::Stored &stored,
        const QVector<qint64> &earlier) const;

    EntryIndex &m_index;
    const domain::RightsLine &m_rights;
    const std::function<std::optional<domain::RegisterRow>(const domain::Id &)> m_findRow;
};

/// Whether an entry carries the actor's own signature, by that key.
bool isSignedBy(const record::Entry &entry, const QByteArray &publicKey);

} // namespace store
