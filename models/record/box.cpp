// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/box.h"

#include <sodium.h>

namespace record
{

namespace
{

constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(boxExtraBytes == nonceBytes + tagBytes);
static_assert(boxKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

QByteArray lockBox(
    const QByteArray &key, const QByteArray &place, const QByteArray &plain, domain::Random &random)
{
    QByteArray box(nonceBytes + plain.size() + tagBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(box.data());
    random.fill({out, size_t(nonceBytes)});
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonceBytes, nullptr, raw(plain),
        quint64(plain.size()), raw(place), quint64(place.size()), nullptr, out, raw(key));
    return box;
}

std::optional<QByteArray> unlockBox(
    const QByteArray &key, const QByteArray &place, QByteArrayView box)
{
    if (key.size() != boxKeyBytes || box.size() < boxExtraBytes)
        return {};
    const auto *in = reinterpret_cast<const unsigned char *>(box.data());
    QByteArray plain(box.size() - boxExtraBytes, Qt::Uninitialized);
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, in + nonceBytes,
        quint64(box.size() - nonceBytes), raw(place), quint64(place.size()), in, raw(key));
    return failed ? std::nullopt : std::optional(plain);
}

} // namespace record
