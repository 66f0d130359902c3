// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace record
{

/// Shows that one holds a key without showing the key: a keyed hash (BLAKE2b) over what the other side drew at random.
/// `purpose` keeps the proofs of one conversation from counting in another, or in the other direction.
QByteArray proofOf(const QByteArray &key, const QByteArray &purpose, const QByteArray &drawn);
/// Compares in a time that tells nothing about where two proofs differ.
bool isSameProof(const QByteArray &one, const QByteArray &other);

} // namespace record
