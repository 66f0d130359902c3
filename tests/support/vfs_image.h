// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace support
{

// The content of one file, held so that a copy costs next to nothing and shares all blocks that
// neither side has written since: hundreds of states of the same disk fit into memory. Offsets
// and sizes are in bytes. Reading or saving a file that the system refuses ends the test program.
class FileImage
{
public:
    static FileImage fromFile(const QString &path);
    void saveAs(const QString &path) const;

    QByteArray bytes() const;
    // Beyond the end the image grows, and a gap reads as zeros.
    void write(qint64 offset, QByteArrayView bytes);
    void resize(qint64 size);

private:
    static constexpr qint64 blockSize = 4096;

    QList<QByteArray> m_blocks; // all of blockSize, zeros after the end
    qint64 m_size = 0;
};

} // namespace support
