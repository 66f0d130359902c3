// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QByteArray>

#include <optional>

namespace record
{

/// The desk's Ed25519 key pair. Every entry's chain hash is signed with it, so that nobody can change
/// or add to a desk's feed unseen.
class SigningKey
{
public:
    static SigningKey fresh(domain::Random &random);
    /// From the 32 bytes that seed() gave; nothing for any other length.
    static std::optional<SigningKey> fromSeed(const QByteArray &seed);

    QByteArray seed() const { return m_seed; }
    QByteArray publicKey() const { return m_public; }
    /// 64 bytes.
    QByteArray sign(const QByteArray &hash) const;

private:
    explicit SigningKey(const QByteArray &seed);

    QByteArray m_seed;
    QByteArray m_public;
    QByteArray m_secret;
};

bool isSignedBy(const QByteArray &publicKey, const QByteArray &hash, const QByteArray &signature);

} // namespace record
