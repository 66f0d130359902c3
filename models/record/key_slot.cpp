// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/key_slot.h"

#include <sodium.h>

#include <new>

namespace record
{

namespace
{

constexpr qsizetype seedBytes = crypto_box_SEEDBYTES;
constexpr qsizetype saltBytes = crypto_pwhash_SALTBYTES;
constexpr Stretching dearest{64, quint64(2) << 30};

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

struct KeyPair {
    explicit KeyPair(const QByteArray &seed)
        : open(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized)
        , secret(crypto_box_SECRETKEYBYTES, Qt::Uninitialized)
    {
        crypto_box_seed_keypair(raw(open), raw(secret), raw(seed));
    }

    QByteArray open;
    QByteArray secret;
};

/// The same passphrase comes from every keyboard and input method as the same bytes.
QByteArray normal(const QString &passphrase)
{
    return passphrase.normalized(QString::NormalizationForm_KC).toUtf8();
}

QByteArray stretch(const QString &passphrase, const KeySlot &slot)
{
    const QByteArray text = normal(passphrase);
    QByteArray seed(seedBytes, Qt::Uninitialized);
    if (crypto_pwhash(raw(seed), quint64(seed.size()), text.constData(), quint64(text.size()),
            raw(slot.salt), slot.stretching.passes, size_t(slot.stretching.memoryBytes),
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc();
    return seed;
}

/// A code is random enough to need no stretching.
QByteArray seedOfCode(const RecoveryCode &code, const QByteArray &salt)
{
    const QByteArray text = code.characters().toLatin1();
    QByteArray seed(seedBytes, Qt::Uninitialized);
    crypto_generichash(raw(seed), size_t(seed.size()), raw(text), quint64(text.size()), raw(salt),
        size_t(salt.size()));
    return seed;
}

QByteArray freshSalt(domain::Random &random)
{
    QByteArray salt(saltBytes, Qt::Uninitialized);
    random.fill({raw(salt), size_t(salt.size())});
    return salt;
}

bool isReasonable(const KeySlot &slot)
{
    const bool isOpen = slot.kind == SlotKind::Open;
    const bool isStretched = slot.kind == SlotKind::Passphrase;
    return slot.publicKey.size() == (isOpen ? 0 : qsizetype(crypto_box_PUBLICKEYBYTES))
        && (isOpen || slot.salt.size() == saltBytes)
        && (!isStretched
            || (slot.stretching.passes >= crypto_pwhash_OPSLIMIT_MIN
                && slot.stretching.passes <= dearest.passes
                && slot.stretching.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN
                && slot.stretching.memoryBytes <= dearest.memoryBytes));
}

} // namespace

KeySlot openSlot()
{
    return {SlotKind::Open, {}, Stretching::quickest(), {}};
}

KeySlot passphraseSlot(
    const QString &passphrase, const Stretching &stretching, domain::Random &random)
{
    KeySlot slot{SlotKind::Passphrase, freshSalt(random), stretching, {}};
    slot.publicKey = KeyPair(stretch(passphrase, slot)).open;
    return slot;
}

KeySlot recoverySlot(const RecoveryCode &code, domain::Random &random)
{
    KeySlot slot{SlotKind::Recovery, freshSalt(random), Stretching::quickest(), {}};
    slot.publicKey = KeyPair(seedOfCode(code, slot.salt)).open;
    return slot;
}

KeySlot keyringSlot(const QByteArray &name, const QByteArray &seed)
{
    return {SlotKind::Keyring, name, Stretching::quickest(), KeyPair(seed).open};
}

QByteArray sealFor(const KeySlot &slot, const QByteArray &key)
{
    if (slot.kind == SlotKind::Open)
        return key;
    QByteArray sealed(key.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(raw(sealed), raw(key), quint64(key.size()), raw(slot.publicKey)) != 0)
        return {};
    return sealed;
}

std::optional<QByteArray> openWith(
    const KeySlot &slot, const QByteArray &seed, const QByteArray &sealed)
{
    if (slot.kind == SlotKind::Open)
        return sealed;
    if (seed.size() != seedBytes || sealed.size() < qsizetype(crypto_box_SEALBYTES))
        return {};
    const KeyPair pair(seed);
    if (pair.open != slot.publicKey)
        return {};
    QByteArray key(sealed.size() - qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal_open(
            raw(key), raw(sealed), quint64(sealed.size()), raw(pair.open), raw(pair.secret))
        != 0)
        return {};
    return key;
}

std::optional<QByteArray> seedFrom(const KeySlot &slot, const QString &typed)
{
    if (slot.kind == SlotKind::Passphrase)
        return stretch(typed, slot);
    const RecoveryCode::Read read = RecoveryCode::read(typed);
    if (slot.kind != SlotKind::Recovery || read.reading != RecoveryCode::Reading::Code)
        return {};
    return seedOfCode(read.code, slot.salt);
}

QVector<SealedSlot> sealForAll(const QVector<KeySlot> &slots, const QByteArray &key)
{
    QVector<SealedSlot> sealed;
    for (const KeySlot &slot : slots)
        sealed.append({slot, sealFor(slot, key)});
    return sealed;
}

std::optional<QByteArray> openTyped(const QVector<SealedSlot> &slots, const QString &typed)
{
    // A code is tried in no time, a passphrase takes its second.
    for (SlotKind kind : {SlotKind::Recovery, SlotKind::Passphrase}) {
        for (const auto &[slot, sealed] : slots) {
            const auto seed = slot.kind == kind ? seedFrom(slot, typed) : std::nullopt;
            if (const auto key = seed ? openWith(slot, *seed, sealed) : std::nullopt)
                return key;
        }
    }
    return {};
}

void writeSlots(CborWriter &out, const QVector<SealedSlot> &slots)
{
    out.array(quint64(slots.size()));
    for (const auto &[slot, sealed] : slots) {
        out.array(6);
        out.number(qint64(slot.kind));
        out.bytes(slot.salt);
        out.number(qint64(slot.stretching.passes));
        out.number(qint64(slot.stretching.memoryBytes));
        out.bytes(slot.publicKey);
        out.bytes(sealed);
        out.endArray();
    }
    out.endArray();
}

QVector<SealedSlot> readSlots(CborReader &in)
{
    QVector<SealedSlot> slots;
    const qsizetype count = in.array();
    for (qsizetype i = 0; i < count && in.ok(); ++i) {
        if (in.array() != 6)
            in.fail();
        SealedSlot one;
        one.slot.kind = SlotKind(in.number());
        one.slot.salt = in.bytes();
        one.slot.stretching.passes = quint64(in.number());
        one.slot.stretching.memoryBytes = quint64(in.number());
        one.slot.publicKey = in.bytes();
        one.sealed = in.bytes();
        in.endArray();
        if (!isReasonable(one.slot))
            in.fail();
        slots.append(one);
    }
    in.endArray();
    return slots;
}

} // namespace record
