// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace record
{

/// Attachments as ciphertext: libsodium's secretstream (XChaCha20-Poly1305) over chunks of 64 KiB, so
/// that a large file needs little memory and a cut or reordered one is noticed.

/// Reads `plain` to its end and writes the sealed bytes; gives their BLAKE2b-256, by which the file is
/// found and checked. Nothing when reading or writing failed.
std::optional<QByteArray> sealFile(QIODevice &plain, QIODevice &sealed, const QByteArray &key);
/// How long the sealed bytes of so many plain ones are.
qint64 sealedSize(qint64 plainBytes);
/// False when the key is another one, the bytes were changed or cut, or a device failed.
bool unsealFile(QIODevice &sealed, QIODevice &plain, const QByteArray &key);

} // namespace record
