// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/parcel.h"

#include "record/signing.h"

#include <sodium.h>

namespace record
{

namespace
{

const unsigned char *at(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *at(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// The desks' Ed25519 keys, as the curve that boxes are sealed on has them; empty when they are none.
QByteArray boxPublicKey(const QByteArray &signingKey)
{
    QByteArray key(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    const bool isKey = signingKey.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_ed25519_pk_to_curve25519(at(key), at(signingKey)) == 0;
    return isKey ? key : QByteArray();
}

} // namespace

qsizetype Parcel::size() const
{
    qsizetype all = 0;
    for (const SignedEntry &entry : entries)
        all += entry.bytes.size() + entry.signature.size();
    for (const SealedKey &key : keys)
        all += key.box.size() + qsizetype(key.owner.bytes.size());
    return all;
}

QByteArray sealKeyFor(const QByteArray &deskPublicKey, const Id &owner, const QByteArray &key)
{
    const QByteArray to = boxPublicKey(deskPublicKey);
    if (to.isEmpty())
        return {};
    const QByteArray plain = owner.toBytes() + key;
    QByteArray box(plain.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(at(box), at(plain), quint64(plain.size()), at(to));
    return box;
}

QByteArray openKey(const QByteArray &deskSigningSeed, const Id &owner, const QByteArray &box)
{
    const auto signing = SigningKey::fromSeed(deskSigningSeed);
    const qsizetype size = box.size() - qsizetype(crypto_box_SEALBYTES);
    const auto idBytes = qsizetype(owner.bytes.size());
    if (!signing || size <= idBytes)
        return {};
    const QByteArray to = boxPublicKey(signing->publicKey());
    QByteArray pair = deskSigningSeed + signing->publicKey();
    QByteArray secret(crypto_box_SECRETKEYBYTES, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_curve25519(at(secret), at(pair));
    QByteArray plain(size, Qt::Uninitialized);
    const bool isOpen =
        crypto_box_seal_open(at(plain), at(box), quint64(box.size()), at(to), at(secret)) == 0;
    sodium_memzero(pair.data(), size_t(pair.size()));
    sodium_memzero(secret.data(), size_t(secret.size()));
    return isOpen && plain.startsWith(owner.toBytes()) ? plain.sliced(idBytes) : QByteArray();
}

} // namespace record
