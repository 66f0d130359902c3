// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/gdal_maps.h"

#include "exchange/maps/error_log.h"
#include "exchange/maps/gdal_map.h"
#include "exchange/maps/gdal_seclusion.h"
#include "exchange/maps/map_system.h"
#include "exchange/maps/memory_files.h"

#include <cpl_conv.h>
#include <gdal_priv.h>

#include <algorithm>
#include <iterator>

namespace exchange
{

namespace
{

// How a format is opened: texts stay texts. A Shapefile's come as the bytes that they are, since its table often
// lies about their encoding.
struct Driver {
    MapFormat format;
    const char *name;
    const char *options[4];
};

constexpr Driver drivers[] = {
    {MapFormat::GeoJson, "GeoJSON", {"DATE_AS_STRING=YES", "ARRAY_AS_STRING=YES", nullptr}},
    {MapFormat::Shapefile, "ESRI Shapefile", {"ENCODING=", "AUTO_REPACK=NO", nullptr}},
    {MapFormat::Kml, "LIBKML", {nullptr}},
    {MapFormat::GeoPackage, "GPKG", {"LIST_ALL_TABLES=NO", nullptr}},
    {MapFormat::Dxf, "DXF", {nullptr}},
};

GDALDatasetUniquePtr openDataset(const MemoryFiles &files)
{
    const Driver *driver = std::find_if(std::begin(drivers), std::end(drivers),
        [&](const Driver &one) { return one.format == files.map().format; });
    const char *const only[] = {driver->name, nullptr};
    const QByteArray encoding = files.map().encoding.toLatin1();
    CPLSetThreadLocalConfigOption(
        "DXF_ENCODING", encoding.isEmpty() ? nullptr : encoding.constData());
    return GDALDatasetUniquePtr(
        GDALDataset::Open(files.path(), GDAL_OF_VECTOR | GDAL_OF_READONLY, only, driver->options));
}

} // namespace

MapAnswer GdalMaps::open(MapBytes map)
{
    secludeGdal();
    tellDrivers();
    auto files = std::make_unique<MemoryFiles>(std::move(map));
    const ErrorLog errors(QString::fromLatin1(files->folder()) + u'/');
    MapAnswer answer;
    if (GDALDatasetUniquePtr dataset = openDataset(*files)) {
        if (!errors.hasFailed())
            answer.source = std::make_unique<GdalMap>(std::move(files), std::move(dataset));
    }
    answer.reason = errors.reason();
    return answer;
}

RawSystem GdalMaps::system(const QString &code) const
{
    const ErrorLog silence;
    const MapSystem found = findSystem(code);
    return found ? RawSystem{QString::fromUtf8(found->GetName()), bool(found->IsGeographic())}
                 : RawSystem{};
}

} // namespace exchange
