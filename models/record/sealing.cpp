// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/sealing.h"

#include <sodium.h>

namespace record
{

namespace
{

constexpr qsizetype ownerBytes = 16;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// nonce, ciphertext, tag
QByteArray lock(
    const QByteArray &key, const QByteArray &place, const QByteArray &plain, domain::Random &random)
{
    QByteArray box(nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(box.data());
    random.fill({out, size_t(nonceBytes)});
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonceBytes, nullptr, raw(plain),
        quint64(plain.size()), raw(place), quint64(place.size()), nullptr, out, raw(key));
    return box;
}

std::optional<QByteArray> unlock(const QByteArray &key, const QByteArray &place, QByteArrayView box)
{
    if (key.size() != sealingKeyBytes || box.size() < nonceBytes + tagBytes)
        return {};
    const auto *in = reinterpret_cast<const unsigned char *>(box.data());
    QByteArray plain(box.size() - nonceBytes - tagBytes, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, in + nonceBytes,
        quint64(box.size() - nonceBytes), raw(place), quint64(place.size()), in, raw(key));
    return failed ? std::nullopt : std::optional(plain);
}

QByteArray placeOf(const Id &owner, quint8 field)
{
    return owner.toBytes() + char(field);
}

} // namespace

QByteArray freshSealingKey(domain::Random &random)
{
    QByteArray key(sealingKeyBytes, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(key.data()), size_t(key.size())});
    return key;
}

QByteArray seal(const QByteArray &key, const Id &owner, quint8 field, const QString &text,
    domain::Random &random)
{
    return owner.toBytes() + lock(key, placeOf(owner, field), text.toUtf8(), random);
}

std::optional<QString> unseal(const QByteArray &key, quint8 field, const QByteArray &sealed)
{
    const auto owner = ownerOf(sealed);
    if (!owner)
        return {};
    const auto plain =
        unlock(key, placeOf(*owner, field), QByteArrayView(sealed).sliced(ownerBytes));
    return plain ? std::optional(QString::fromUtf8(*plain)) : std::nullopt;
}

std::optional<Id> ownerOf(const QByteArray &sealed)
{
    if (sealed.size() < ownerBytes + nonceBytes + tagBytes)
        return {};
    return Id::fromBytes(sealed.first(ownerBytes));
}

QByteArray wrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &key, domain::Random &random)
{
    return lock(deskKey, owner.toBytes(), key, random);
}

std::optional<QByteArray> unwrapKey(
    const QByteArray &deskKey, const Id &owner, const QByteArray &wrapped)
{
    return unlock(deskKey, owner.toBytes(), wrapped);
}

} // namespace record
