// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_image.h"

#include <QFile>

#include <algorithm>
#include <cstring>

namespace support
{

FileImage FileImage::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    FileImage image;
    image.write(0, file.readAll());
    return image;
}

void FileImage::saveAs(const QString &path) const
{
    const QByteArray content = bytes();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

QByteArray FileImage::bytes() const
{
    QByteArray bytes;
    bytes.reserve(m_blocks.size() * blockSize);
    for (const QByteArray &block : m_blocks)
        bytes += block;
    bytes.truncate(m_size);
    return bytes;
}

void FileImage::write(qint64 offset, QByteArrayView bytes)
{
    if (offset + bytes.size() > m_size)
        resize(offset + bytes.size());
    while (!bytes.isEmpty()) {
        const qint64 within = offset % blockSize;
        const qint64 count = std::min<qint64>(bytes.size(), blockSize - within);
        std::memcpy(m_blocks[offset / blockSize].data() + within, bytes.data(), size_t(count));
        bytes = bytes.sliced(count);
        offset += count;
    }
}

void FileImage::resize(qint64 size)
{
    const qsizetype blocks = (size + blockSize - 1) / blockSize;
    while (m_blocks.size() < blocks)
        m_blocks.append(QByteArray(blockSize, '\0'));
    m_blocks.resize(blocks);
    if (size < m_size && size % blockSize != 0) {
        const qint64 within = size % blockSize;
        std::memset(m_blocks.last().data() + within, 0, size_t(blockSize - within));
    }
    m_size = size;
}

} // namespace support
