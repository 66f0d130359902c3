// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/map_plugin.h"

#include <QFileInfo>

#include <optional>
#include <variant>

namespace exchange
{

// Which kind of map begins so. Kinds that people try and that can't be read (a drawing as DWG, a workbook, a picture) are
// told apart, so that each is refused with the way out.
std::variant<MapFormat, FileRefusal> kindOfMap(const QByteArray &bytes, const QString &fileName);

// A GeoPackage is a database. One that somebody has open keeps its latest changes in a file beside it: it is refused, since without
// them an older state would be taken for the present one. A closed one is marked as such, so that nobody looks for that file.
std::optional<FileRefusal> settle(QByteArray &geoPackage, const QFileInfo &file);

} // namespace exchange
