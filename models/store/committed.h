// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/refusal.h"
#include "domain/ticket.h"

#include <QMetaType>
#include <QVector>

#include <variant>

namespace store
{

/// Why an entry, or an event of it, stays on record without effect.
enum class ConflictReason : quint8 {
    NoLongerApplies, ///< two knew nothing of each other, and one came first
    LackedRight, ///< its author had no right to it at its place in the record
    DeskRevoked, ///< its desk was revoked, and it lies beyond what counts of it
    Contradicts, ///< it has its effect, against another that its desk knew nothing of
    StockBelowZero, ///< it has its effect: more went out of stock than was there
};

/// Whether what stands in such a conflict has its effect all the same.
constexpr bool hasEffect(ConflictReason reason)
{
    return reason == ConflictReason::Contradicts || reason == ConflictReason::StockBelowZero;
}

/// One thing that a commit changed, by its number in this database.
struct Touched {
    enum What : quint8 { Ticket, Row, Conflict } what = Ticket;
    qint64 number = 0;
    quint8 reg = 0; ///< for a Row: its register
    bool isNew = false;
    bool operator==(const Touched &) const = default;
};

/// Announced after a commit: how far the record reaches now, and what to read anew. Models re-read
/// exactly that.
struct Committed {
    qint64 position = 0;
    QVector<Touched> touched;
};

/// What became of an accepted command.
struct Accepted {
    qint64 position = 0; ///< of its entry
    domain::Id subject;
    qint64 number = 0; ///< of its subject in this database
    domain::Ticket ticket; ///< as it is now, if the subject is a ticket
};

/// A command's answer: accepted and durable, or refused with the reason and nothing changed.
using Verdict = std::variant<Accepted, domain::Refusal>;

inline const Accepted *accepted(const Verdict &verdict)
{
    return std::get_if<Accepted>(&verdict);
}

inline const domain::Refusal *refused(const Verdict &verdict)
{
    return std::get_if<domain::Refusal>(&verdict);
}

} // namespace store

Q_DECLARE_METATYPE(store::Committed)
