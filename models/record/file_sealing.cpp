// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/file_sealing.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace record
{

namespace
{

constexpr qsizetype chunkBytes = 64 << 10;
constexpr qsizetype headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype extraBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char lastChunk = crypto_secretstream_xchacha20poly1305_TAG_FINAL;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

std::optional<QByteArray> sealFile(QIODevice &plain, QIODevice &sealed, const QByteArray &key)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto write = [&](const QByteArray &bytes) {
        hash.addData(bytes);
        return sealed.write(bytes) == bytes.size();
    };
    crypto_secretstream_xchacha20poly1305_state state;
    QByteArray header(headerBytes, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(header), raw(key));
    bool done = write(header);
    for (bool more = true; done && more;) {
        const QByteArray chunk = plain.read(chunkBytes);
        more = !plain.atEnd();
        QByteArray box(chunk.size() + extraBytes, Qt::Uninitialized);
        crypto_secretstream_xchacha20poly1305_push(&state, raw(box), nullptr, raw(chunk),
            quint64(chunk.size()), nullptr, 0, more ? 0 : lastChunk);
        done = write(box);
        if (more && chunk.isEmpty())
            return {};
    }
    return done ? std::optional(hash.result()) : std::nullopt;
}

qint64 sealedSize(qint64 plainBytes)
{
    const qint64 chunks = std::max<qint64>(1, (plainBytes + chunkBytes - 1) / chunkBytes);
    return headerBytes + plainBytes + chunks * extraBytes;
}

bool unsealFile(QIODevice &sealed, QIODevice &plain, const QByteArray &key)
{
    const QByteArray header = sealed.read(headerBytes);
    crypto_secretstream_xchacha20poly1305_state state;
    if (header.size() != headerBytes
        || key.size() != qsizetype(crypto_secretstream_xchacha20poly1305_KEYBYTES)
        || crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(header), raw(key)) != 0)
        return false;
    for (unsigned char tag = 0; tag != lastChunk;) {
        const QByteArray box = sealed.read(chunkBytes + extraBytes);
        if (box.size() < extraBytes)
            return false;
        QByteArray chunk(box.size() - extraBytes, Qt::Uninitialized);
        if (crypto_secretstream_xchacha20poly1305_pull(
                &state, raw(chunk), nullptr, &tag, raw(box), quint64(box.size()), nullptr, 0)
                != 0
            || plain.write(chunk) != chunk.size())
            return false;
    }
    return sealed.atEnd();
}

} // namespace record
