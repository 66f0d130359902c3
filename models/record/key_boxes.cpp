// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/key_boxes.h"

#include "record/signing.h"

#include <sodium.h>

namespace record
{

using domain::Id;

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

KeySealer::KeySealer(const QByteArray &deskPublicKey)
    : m_to(boxPublicKey(deskPublicKey))
{
}

QByteArray KeySealer::seal(const Id &owner, const QByteArray &key) const
{
    if (m_to.isEmpty())
        return {};
    const QByteArray plain = owner.toBytes() + key;
    QByteArray box(plain.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(at(box), at(plain), quint64(plain.size()), at(m_to));
    return box;
}

KeyOpener::KeyOpener(const QByteArray &deskSigningSeed)
{
    const auto signing = SigningKey::fromSeed(deskSigningSeed);
    if (!signing)
        return;
    m_public = boxPublicKey(signing->publicKey());
    QByteArray pair = deskSigningSeed + signing->publicKey();
    m_secret.resize(crypto_box_SECRETKEYBYTES);
    crypto_sign_ed25519_sk_to_curve25519(at(m_secret), at(pair));
    sodium_memzero(pair.data(), size_t(pair.size()));
}

KeyOpener::~KeyOpener()
{
    sodium_memzero(m_secret.data(), size_t(m_secret.size()));
}

QByteArray KeyOpener::open(const Id &owner, const QByteArray &box) const
{
    const qsizetype size = box.size() - qsizetype(crypto_box_SEALBYTES);
    const auto idBytes = qsizetype(owner.bytes.size());
    if (m_public.isEmpty() || size <= idBytes)
        return {};
    QByteArray plain(size, Qt::Uninitialized);
    const bool isOpen =
        crypto_box_seal_open(at(plain), at(box), quint64(box.size()), at(m_public), at(m_secret))
        == 0;
    return isOpen && plain.startsWith(owner.toBytes()) ? plain.sliced(idBytes) : QByteArray();
}

} // namespace record
