// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "record/cbor.h"
#include "record/recovery_code.h"

#include <QByteArray>
#include <QVector>

#include <optional>

namespace record
{

/// What opens a slot.
enum class SlotKind : quint8 {
    Open = 1, ///< nothing: whoever may read the file
    Keyring = 2, ///< a seed that the desktop's keyring holds
    Passphrase = 3,
    Recovery = 4, ///< the printed code
};

/// What it costs to try one passphrase (argon2id). It stands in the slot, so that a stronger one may come later.
struct Stretching {
    quint64 passes = 3;
    quint64 memoryBytes = 128 << 20;

    bool operator==(const Stretching &) const = default;
    /// The least that there is, for tests.
    static Stretching quickest() { return {1, 8192}; }
};

/// One way to a key. What opens it (a seed in the keyring, a passphrase, the code) gives the secret half of an
/// X25519 key pair, and the slot keeps the public half only. So anything can be sealed for a slot while nobody is there to
/// open it: a backup in the night, the desk's key anew after another slot changed.
struct KeySlot {
    SlotKind kind = SlotKind::Open;
    QByteArray salt; ///< of the passphrase or the code; the entry's name in the keyring
    Stretching stretching; ///< of a passphrase
    QByteArray publicKey; ///< empty where nothing is needed to open it

    bool operator==(const KeySlot &) const = default;
};

KeySlot openSlot();
/// Throws std::bad_alloc when the computer lacks the memory.
KeySlot passphraseSlot(
    const QString &passphrase, const Stretching &stretching, domain::Random &random);
KeySlot recoverySlot(const RecoveryCode &code, domain::Random &random);
/// `seed`: 32 bytes that the keyring holds under `name`.
KeySlot keyringSlot(const QByteArray &name, const QByteArray &seed);

/// A key, sealed for the one who can open the slot.
QByteArray sealFor(const KeySlot &slot, const QByteArray &key);
/// The key; nothing when the seed isn't the slot's. An open slot needs none.
std::optional<QByteArray> openWith(
    const KeySlot &slot, const QByteArray &seed, const QByteArray &sealed);
/// The seed that a typed passphrase or code gives; nothing where the slot takes none or the text is no code. Takes as
/// long as the stretching wants; throws std::bad_alloc when the computer lacks the memory.
std::optional<QByteArray> seedFrom(const KeySlot &slot, const QString &typed);

/// A slot with the copy of a key that it opens, as both stand in a file.
struct SealedSlot {
    KeySlot slot;
    QByteArray sealed;
};

QVector<SealedSlot> sealForAll(const QVector<KeySlot> &slots, const QByteArray &key);
/// The key behind whichever slot the typed text opens.
std::optional<QByteArray> openTyped(const QVector<SealedSlot> &slots, const QString &typed);

void writeSlots(CborWriter &out, const QVector<SealedSlot> &slots);
/// A slot that nobody can have written so (sizes, unreasonable costs) turns `in.ok()` off.
QVector<SealedSlot> readSlots(CborReader &in);

} // namespace record
