// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/signing.h"

#include <sodium.h>

namespace record
{

namespace
{
unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}
} // namespace

SigningKey::SigningKey(const QByteArray &seed)
    : m_seed(seed)
    , m_public(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized)
    , m_secret(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized)
{
    crypto_sign_seed_keypair(raw(m_public), raw(m_secret), raw(std::as_const(m_seed)));
}

SigningKey SigningKey::fresh(domain::Random &random)
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    random.fill({raw(seed), size_t(seed.size())});
    return SigningKey(seed);
}

std::optional<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != qsizetype(crypto_sign_SEEDBYTES))
        return {};
    return SigningKey(seed);
}

QByteArray SigningKey::sign(const QByteArray &hash) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(raw(signature), nullptr, raw(hash), quint64(hash.size()), raw(m_secret));
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &hash, const QByteArray &signature)
{
    return publicKey.size() == qsizetype(crypto_sign_PUBLICKEYBYTES)
        && signature.size() == qsizetype(crypto_sign_BYTES)
        && crypto_sign_verify_detached(
               raw(signature), raw(hash), quint64(hash.size()), raw(publicKey))
        == 0;
}

} // namespace record
