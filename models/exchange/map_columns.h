// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"
#include "exchange/map_text.h"

namespace exchange
{

constexpr qsizetype longestMapText = 4'000; // characters of one attribute
constexpr qsizetype mostMapColumns = 200;
constexpr qint64 mostMapText = 256 << 20; // bytes of all attributes together

// The names and texts of a layer's attributes as they are shown and mapped: decoded, each column under a name of its own, no text
// longer than any is. `rows` stand in the order of the content's features.
std::optional<FileRefusal> takeTexts(MapContent &content, const QVector<QByteArray> &columns,
    const QVector<QVector<QByteArray>> &rows, const QString &named, const QString &stated,
    const QString &fileName);

} // namespace exchange
