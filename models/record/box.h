// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QByteArray>

#include <optional>

namespace record
{

/// A box: bytes under a key of 32 bytes (XChaCha20-Poly1305), bound to the place where they belong, so that a
/// box that was moved elsewhere doesn't open. Layout: 24 bytes nonce, ciphertext with tag.

constexpr qsizetype boxKeyBytes = 32;
/// What a box is longer than its content.
constexpr qsizetype boxExtraBytes = 24 + 16;

QByteArray lockBox(const QByteArray &key, const QByteArray &place, const QByteArray &plain,
    domain::Random &random);
/// Nothing when the key, the place or the bytes are not those that were locked.
std::optional<QByteArray> unlockBox(
    const QByteArray &key, const QByteArray &place, QByteArrayView box);

} // namespace record
