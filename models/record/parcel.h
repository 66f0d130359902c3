// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>
#include <QVector>

namespace record
{

using domain::Id;

/// An entry as it travels: the bytes that were signed, as they came, and the desk's signature over its chain hash.
struct SignedEntry {
    QByteArray bytes;
    QByteArray signature; ///< 64 bytes
    Id branch; ///< the feed as which it counts; null: the one that it names itself
    bool operator==(const SignedEntry &) const = default;
};

/// An owner's sealing key on its way to one desk: a sealed box that only that desk's signing key opens.
struct SealedKey {
    Id owner;
    QByteArray box;
    bool operator==(const SealedKey &) const = default;
};

/// What one desk hands another at once: entries in an order in which none comes before its causes, and the
/// keys of which their sealed fields make use. Kept by the receiver wholly or not at all.
struct Parcel {
    QVector<SealedKey> keys;
    QVector<SignedEntry> entries;

    bool isEmpty() const { return keys.isEmpty() && entries.isEmpty(); }
    qsizetype size() const; ///< bytes on the wire, about
    bool operator==(const Parcel &) const = default;
};

/// An owner's key for a desk, by the desk's public signing key (32 bytes); empty when that is no key.
QByteArray sealKeyFor(const QByteArray &deskPublicKey, const Id &owner, const QByteArray &key);
/// Nothing when the box is not for the desk with this signing seed, or of another owner.
QByteArray openKey(const QByteArray &deskSigningSeed, const Id &owner, const QByteArray &box);

} // namespace record
