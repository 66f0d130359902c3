// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QByteArray>

#include <optional>

namespace record
{

/// Whoever can sign: a key that lies in this process, or a person who sits at another one and is asked there.
class Signer
{
public:
    virtual ~Signer() = default;
    virtual QByteArray publicKey() const = 0;
    /// 64 bytes; none when whoever was asked is gone.
    virtual QByteArray sign(const QByteArray &hash) const = 0;
};

/// An Ed25519 key pair, a desk's or a person's. Every entry's chain hash is signed with the desk's, so that nobody can
/// change or add to a desk's feed unseen.
class SigningKey final : public Signer
{
public:
    static SigningKey fresh(domain::Random &random);
    /// From the 32 bytes that seed() gave; nothing for any other length.
    static std::optional<SigningKey> fromSeed(const QByteArray &seed);

    QByteArray seed() const { return m_seed; }
    QByteArray publicKey() const override { return m_public; }
    QByteArray sign(const QByteArray &hash) const override;

private:
    explicit SigningKey(const QByteArray &seed);

    QByteArray m_seed;
    QByteArray m_public;
    QByteArray m_secret;
};

bool isSignedBy(const QByteArray &publicKey, const QByteArray &hash, const QByteArray &signature);

} // namespace record
