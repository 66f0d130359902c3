// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/proof.h"

#include <sodium.h>

namespace record
{

QByteArray proofOf(const QByteArray &key, const QByteArray &purpose, const QByteArray &drawn)
{
    const auto raw = [](const QByteArray &bytes) {
        return reinterpret_cast<const unsigned char *>(bytes.constData());
    };
    // A zero between them: no purpose is the beginning of another one.
    const QByteArray said = purpose + '\0' + drawn;
    QByteArray proof(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(proof.data()), size_t(proof.size()),
        raw(said), quint64(said.size()), raw(key), size_t(key.size()));
    return proof;
}

bool isSameProof(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size() && !one.isEmpty()
        && sodium_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

} // namespace record
