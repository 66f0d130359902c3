// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_shapes.h"

#include "exchange/words.h"

#include <QtEndian>

#include <algorithm>

namespace exchange
{

namespace
{

constexpr qsizetype headSize = 100; // bytes of the file's own head
constexpr qsizetype recordHead = 8; // number and length
constexpr qsizetype lengthAt = 24; // of the file's length in words of 16 bits
constexpr qsizetype leastLength = 2; // words: the type of an empty shape

bool hasIndex(const MapBytes &map)
{
    return std::ranges::find(map.parts, QByteArray(".shx"), &MapBytes::Part::suffix)
        != map.parts.end();
}

} // namespace

std::optional<FileRefusal> findFaultInShapes(const MapBytes &map, const QString &fileName)
{
    if (map.format != MapFormat::Shapefile || hasIndex(map))
        return {};
    const QByteArray &shp = map.parts.first().bytes;
    if (shp.size() < headSize)
        return {}; // no Shapefile, as the library says in its own words
    const qint64 claimed = 2 * qint64(qFromBigEndian<quint32>(shp.constData() + lengthAt));
    const qsizetype end = std::min<qint64>(shp.size(), claimed);
    qint64 number = 1;
    for (qsizetype at = headSize; at + recordHead <= end; ++number) {
        const qsizetype length = qFromBigEndian<qint32>(shp.constData() + at + sizeof(qint32));
        if (length < leastLength || at + recordHead + 2 * length > shp.size())
            return FileRefusal{Words::tr("Shape %1 is damaged").arg(number), fileName,
                Words::tr("Hand in all the files that belong to the Shapefile, the .shx too, or "
                          "export it again.")};
        at += recordHead + 2 * length;
    }
    return {};
}

} // namespace exchange
