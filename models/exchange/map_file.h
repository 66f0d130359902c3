// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/map_plugin.h"

#include <QFileInfo>

#include <variant>

namespace exchange
{

constexpr qint64 largestMap = 256 << 20; // bytes of a map, all its files together

// Reads a map into memory. Its kind is found by its content, whatever its suffix says; the files that belong to a Shapefile are
// looked for beside it. Texts come out as UTF-8, from the encoding that is named, that the file names or that they look like.
// What is no map, or one of a kind that can't be read, is refused with what to do about it.
std::variant<MapBytes, FileRefusal> loadMap(const QString &path, const QString &encoding);

// The same of bytes that were read from `file` already, without what belongs to them beside it.
std::variant<MapBytes, FileRefusal> mapOf(
    QByteArray bytes, const QFileInfo &file, const QString &encoding);

} // namespace exchange
