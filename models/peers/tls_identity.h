// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <optional>

namespace peers
{

/// What a desk shows in TLS: a certificate that it made for itself at its start (P-256, since Qt gives Ed25519 certificates an
/// empty key). It says nothing about who the desk is; the greeting ties it to the desk's own key.
class TlsIdentity
{
public:
    /// Nothing when OpenSSL has no randomness or memory to make one.
    static std::optional<TlsIdentity> make();

    /// SHA-256 of a certificate, as the greeting's signatures cover it.
    static QByteArray fingerprintOf(const QSslCertificate &certificate);
    QByteArray fingerprint() const;
    /// TLS 1.3 alone, both sides show a certificate, nothing is resumed.
    QSslConfiguration configuration() const;
    /// The name in every certificate: whom one calls is judged by the greeting.
    static QString name() { return QStringLiteral("griddesk"); }

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
};

} // namespace peers
