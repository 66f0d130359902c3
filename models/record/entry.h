// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QByteArray>
#include <QVector>

#include <optional>

namespace record
{

using domain::Event;
using domain::Id;

/// How far one feed was folded: up to this entry of it. The hash tells which one where a feed was written twice, and makes
/// every signature vouch for all that its desk had folded.
struct FeedPosition {
    Id feed; ///< as its entries name it
    qint64 sequence = 0;
    QByteArray hash; ///< 32 bytes, of that entry
    bool operator==(const FeedPosition &) const = default;
};

/// An entry: what one action of one person appended to the record, all or nothing. It travels and is
/// kept as the canonical CBOR that encode() gives; those bytes are hashed onto the hash of the
/// feed's entry before, and that hash is signed by the desk.
struct Entry {
    Id desk;
    Id feed; ///< the desk's epoch: a fresh id at first start, after a restore, …
    qint64 sequence = 0; ///< 1, 2, 3 … within the feed
    QByteArray previous; ///< 32 bytes: the hash of the entry before, zeros for the first
    Id actor; ///< who typed it in
    qint64 rules = 1; ///< the rules that decided it
    QVector<FeedPosition> folded; ///< what the desk had folded, as a change to its previous entry's
    qint64 recorded_ms = 0; ///< by the desk's clock, UTC
    Id subject; ///< the guarded entity
    QByteArray
        seen; ///< the hash of the entry that the person saw as the entity's last; empty: none
    QVector<Event> events;
    QByteArray actorSignature; ///< the actor's own, over signedByActor(); empty: none was wanted

    bool operator==(const Entry &) const = default;
};

/// Limits on what comes from outside.
constexpr qsizetype maximumEntryBytes = 16 << 20;
constexpr qsizetype maximumEvents = 10'000;

QByteArray encode(const Entry &entry);
/// Nothing when the bytes are no entry, are not canonical (encoding the result would not give the
/// very same bytes), or pass the limits.
std::optional<Entry> decode(const QByteArray &bytes);

/// What the actor signs with the own key: the hash of the entry as it is without that signature.
QByteArray signedByActor(const Entry &entry);

/// BLAKE2b-256 over (hash of the entry before, bytes).
QByteArray chain(const QByteArray &previous, const QByteArray &bytes);
/// The hash before the first entry of a feed.
QByteArray chainStart();
/// The feed as which a branch counts that begins with the entry of this hash, the same on every desk.
Id branchOf(const QByteArray &firstHash);

} // namespace record
