// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/checksum.h"

#include <sodium.h>

namespace record
{

namespace
{
constexpr qint64 piece = 1 << 20;
}

struct Checksum::State {
    crypto_generichash_state hash;
};

Checksum::Checksum()
    : m_state(std::make_unique<State>())
{
    crypto_generichash_init(&m_state->hash, nullptr, 0, crypto_generichash_BYTES);
}

Checksum::~Checksum() = default;
Checksum::Checksum(Checksum &&other) noexcept = default;
Checksum &Checksum::operator=(Checksum &&other) noexcept = default;

void Checksum::add(const QByteArray &bytes)
{
    crypto_generichash_update(&m_state->hash,
        reinterpret_cast<const unsigned char *>(bytes.constData()), quint64(bytes.size()));
}

QByteArray Checksum::result() const
{
    QByteArray sum(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash_state copy = m_state->hash;
    crypto_generichash_final(
        &copy, reinterpret_cast<unsigned char *>(sum.data()), crypto_generichash_BYTES);
    return sum;
}

std::optional<QByteArray> checksumOf(QIODevice &device)
{
    Checksum sum;
    for (;;) {
        const QByteArray bytes = device.read(piece);
        if (bytes.isEmpty())
            return device.atEnd() ? std::optional(sum.result()) : std::nullopt;
        sum.add(bytes);
    }
}

} // namespace record
