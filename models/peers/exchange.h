// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "record/entry.h"
#include "record/heads.h"
#include "record/parcel.h"
#include "store/receipt.h"

#include <functional>
#include <optional>

namespace peers
{

using domain::Id;

/// Who somebody is, as a session's first frame says.
struct Introduction {
    Id company;
    QByteArray founding; ///< hash of the company's first entry
    Id desk;
    qint64 rules = 0; ///< the latest by which its program decides
    record::Heads heads;
    /// The version of its tables: only who has the same can begin with a copy of them. 0: gives none.
    qint64 recordTables = 0, projections = 0;
    qint64 clock_ms = 0; ///< what its clock says at that moment; 0: it doesn't say
};

/// What the exchange with others asks of a desk. Sessions and the hub know nothing else of the store, so that the simulator
/// runs the very same ones. Belongs to one thread.
class Exchange
{
public:
    virtual ~Exchange() = default;

    virtual Introduction introduction() = 0;
    /// What this desk holds durably.
    virtual record::Heads heads() = 0;
    /// The next entries that `known` doesn't cover, none before its causes, about as many bytes at most (but at least one
    /// entry where there is one), with the keys that `peer` is to have. Empty when nothing is left.
    virtual record::Parcel next(const record::Heads &known, const Id &peer, qsizetype bytes) = 0;
    /// Keeps a parcel; `done` comes once it is durable, on this thread, perhaps before take() returns.
    virtual void take(const record::Parcel &parcel, const Id &from,
        std::function<void(const store::Receipt &)> done) = 0;
    /// The hash of an entry that this desk holds.
    virtual std::optional<QByteArray> hashAt(const Id &feed, qint64 sequence) = 0;
    /// Whether it holds this entry, be it in a branch of that feed.
    virtual bool holds(const record::FeedPosition &entry) = 0;
    /// Owners with sealed fields here whose key this desk should have and lacks; at most so many.
    virtual QVector<Id> lackingKeys(qsizetype most) = 0;
    /// Of these owners, the keys that this desk has and that the peer is to have.
    virtual QVector<record::SealedKey> keysFor(const Id &peer, const QVector<Id> &owners) = 0;
    /// Why a desk may not exchange with this one (unknown, revoked); nothing when it may.
    virtual std::optional<domain::Refusal> refusalOf(const Id &peer) = 0;
    /// This desk and another one hold the same now, so it is no copy that this one knows to be behind: what a desk says of
    /// itself without being asked can be said.
    virtual void inStep() { }
};

} // namespace peers
