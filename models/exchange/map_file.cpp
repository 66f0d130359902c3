// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_file.h"

#include "exchange/map_dxf.h"
#include "exchange/map_kind.h"
#include "exchange/map_kml.h"
#include "exchange/map_text.h"
#include "exchange/open_file.h"
#include "exchange/words.h"

#include <QDir>

namespace exchange
{

namespace
{

using Bytes = std::variant<QByteArray, FileRefusal>;

FileRefusal tooLarge(const QString &fileName)
{
    return {Words::tr("The map has more than %1 MB").arg(largestMap >> 20), fileName,
        Words::tr("Export only the layer and the area that are needed.")};
}

Bytes readWhole(const QFileInfo &info, qint64 most)
{
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return FileRefusal{Words::tr("The file can't be opened: %1").arg(file.errorString()),
            info.filePath(), Words::tr("Copy the file to another disk and try again."),
            FileRefusal::Device};
    // Read to its end, whatever size it claims or grows to.
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return tooLarge(info.fileName());
    return bytes;
}

// In whatever case: PARCEL.SHP comes with parcel.dbf.
QFileInfo beside(const QFileInfo &file, const QByteArray &suffix)
{
    const QString name = file.completeBaseName() + QString::fromLatin1(suffix);
    const QFileInfo same(file.dir(), name);
    if (same.exists())
        return same;
    const QFileInfoList all = file.dir().entryInfoList(QDir::Files);
    for (const QFileInfo &one : all) {
        if (one.fileName().compare(name, Qt::CaseInsensitive) == 0)
            return one;
    }
    return same;
}

std::optional<FileRefusal> addCompanions(MapBytes &map, const QFileInfo &file)
{
    qint64 left = largestMap - map.parts.first().bytes.size();
    for (const char *suffix : {".dbf", ".shx", ".prj", ".cpg"}) {
        const QFileInfo companion = beside(file, suffix);
        if (!companion.isFile() || companion.size() == 0)
            continue;
        Bytes bytes = readWhole(companion, left);
        if (auto *refusal = std::get_if<FileRefusal>(&bytes))
            return *refusal;
        auto &read = std::get<QByteArray>(bytes);
        left -= read.size();
        map.parts.append({suffix, std::move(read)});
    }
    return {};
}

std::optional<FileRefusal> settleTexts(
    MapBytes &map, const QFileInfo &file, const QString &encoding)
{
    QByteArray &bytes = map.parts.first().bytes;
    switch (map.format) {
    case MapFormat::Shapefile:
        return {};
    case MapFormat::GeoJson:
        return makeUtf8(bytes, encoding, file.fileName());
    case MapFormat::Kml:
        if (auto refusal = makeUtf8(bytes, encoding, file.fileName()))
            return refusal;
        map.columnNames = standInForNames(bytes);
        return {};
    case MapFormat::Dxf:
        map.encoding = encodingOfDxf(bytes, encoding);
        return findFaultInDrawing(bytes, file.fileName());
    case MapFormat::GeoPackage:
        return settle(bytes, file);
    }
    return {};
}

QByteArray suffixOf(MapFormat format)
{
    switch (format) {
    case MapFormat::GeoJson:
        return ".geojson";
    case MapFormat::Shapefile:
        return ".shp";
    case MapFormat::Kml:
        return ".kml";
    case MapFormat::GeoPackage:
        return ".gpkg";
    case MapFormat::Dxf:
        return ".dxf";
    }
    return {};
}

} // namespace

std::variant<MapBytes, FileRefusal> mapOf(
    QByteArray bytes, const QFileInfo &file, const QString &encoding)
{
    const auto kind = kindOfMap(bytes, file.fileName());
    if (auto *refusal = std::get_if<FileRefusal>(&kind))
        return *refusal;
    MapBytes map;
    map.format = std::get<MapFormat>(kind);
    map.parts.append({suffixOf(map.format), std::move(bytes)});
    if (auto refusal = settleTexts(map, file, encoding))
        return *refusal;
    return map;
}

std::variant<MapBytes, FileRefusal> loadMap(const QString &path, const QString &encoding)
{
    const QFileInfo file(path);
    if (auto refusal = refuseToOpen(file))
        return *refusal;
    Bytes read = readWhole(file, largestMap);
    if (auto *refusal = std::get_if<FileRefusal>(&read))
        return *refusal;
    auto map = mapOf(std::move(std::get<QByteArray>(read)), file, encoding);
    auto *const taken = std::get_if<MapBytes>(&map);
    if (taken && taken->format == MapFormat::Shapefile) {
        if (auto refusal = addCompanions(*taken, file))
            return *refusal;
    }
    return map;
}

} // namespace exchange
