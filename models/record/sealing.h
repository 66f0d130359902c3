// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace record
{

using domain::Id;

/// Sealed fields: XChaCha20-Poly1305 with a key per owner (a customer; for what concerns no customer,
/// the ticket itself), the owner and the field as associated data, so that a sealed value can't be
/// moved to another place. Layout: 16 bytes owner, 24 bytes nonce, ciphertext with tag. Destroying
/// the owner's key makes every sealed value of that owner unreadable, wherever it lies.

constexpr qsizetype sealingKeyBytes = 32;

QByteArray freshSealingKey(domain::Random &random);
QByteArray seal(const QByteArray &key, const Id &owner, quint8 field, const QString &text,
    domain::Random &random);
/// Nothing when the key, the place or the bytes are not those that were sealed.
std::optional<QString> unseal(const QByteArray &key, quint8 field, const QByteArray &sealed);
/// Whose key a sealed value needs; nothing when the bytes are too short to be one.
std::optional<Id> ownerOf(const QByteArray &sealed);

/// An owner's key, wrapped by the desk's key for keeping in the database.
QByteArray wrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &key, domain::Random &random);
std::optional<QByteArray> unwrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &wrapped);

} // namespace record
