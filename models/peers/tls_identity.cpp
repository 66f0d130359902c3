// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/tls_identity.h"

#include <QSslKey>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace peers
{

namespace
{

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

template <typename Write> QByteArray writtenBy(Write write)
{
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    if (!memory || write(memory.get()) != 1)
        return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return QByteArray(text, size);
}

/// Valid whatever the clock says: a desk whose clock is a year off still has to be reached.
bool setTimes(X509 *certificate)
{
    return ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), "20000101000000Z") == 1
        && ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), "99991231235959Z") == 1;
}

bool setNames(X509 *certificate)
{
    const QByteArray common = TlsIdentity::name().toLatin1();
    X509_NAME *name = X509_get_subject_name(certificate);
    if (X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
            reinterpret_cast<const unsigned char *>(common.constData()), int(common.size()), -1, 0)
        != 1)
        return false;
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> other(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:" + common),
        X509_EXTENSION_free);
    return other && X509_add_ext(certificate, other.get(), -1) == 1
        && X509_set_issuer_name(certificate, name) == 1;
}

Certificate certificateFor(EVP_PKEY *key)
{
    Certificate certificate(X509_new(), X509_free);
    const bool isMade = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1) == 1
        && setTimes(certificate.get()) && setNames(certificate.get())
        && X509_set_pubkey(certificate.get(), key) == 1
        && X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    if (!isMade)
        certificate.reset();
    return certificate;
}

} // namespace

std::optional<TlsIdentity> TlsIdentity::make()
{
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Certificate certificate =
        key ? certificateFor(key.get()) : Certificate{nullptr, X509_free};
    if (!certificate)
        return {};
    TlsIdentity identity;
    identity.m_certificate = QSslCertificate(
        writtenBy([&](BIO *memory) { return PEM_write_bio_X509(memory, certificate.get()); }));
    identity.m_key = QSslKey(writtenBy([&](BIO *memory) {
        return PEM_write_bio_PrivateKey(memory, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }),
        QSsl::Ec);
    return identity.m_certificate.isNull() || identity.m_key.isNull() ? std::nullopt
                                                                      : std::optional(identity);
}

QByteArray TlsIdentity::fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

QByteArray TlsIdentity::fingerprint() const
{
    return fingerprintOf(m_certificate);
}

QSslConfiguration TlsIdentity::configuration() const
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setLocalCertificate(m_certificate);
    configuration.setPrivateKey(m_key);
    // Nobody's authorities count here, the system's neither.
    configuration.setCaCertificates({});
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

} // namespace peers
