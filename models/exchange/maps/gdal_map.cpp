// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/maps/gdal_map.h"

#include "exchange/maps/error_log.h"
#include "exchange/maps/geometry_walk.h"
#include "exchange/maps/map_system.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace exchange
{

namespace
{

RawGeometry::Kind kindOf(OGRwkbGeometryType type)
{
    switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
        return RawGeometry::Points;
    case wkbLineString:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
        return RawGeometry::Lines;
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbCurvePolygon:
    case wkbMultiSurface:
        return RawGeometry::Areas;
    case wkbNone:
        return RawGeometry::None;
    default:
        return RawGeometry::Mixed;
    }
}

bool isMoment(OGRFieldType type)
{
    return type == OFTDate || type == OFTTime || type == OFTDateTime;
}

// As ISO 8601 without a zone: what GDAL calls one is mostly a guess.
QByteArray isoMoment(const OGRFeature &feature, int column, OGRFieldType type)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(column, &year, &month, &day, &hour, &minute, &second, &zone);
    const QByteArray date = QString::asprintf("%04d-%02d-%02d", year, month, day).toLatin1();
    const QByteArray time =
        QString::asprintf("%02d:%02d:%02d", hour, minute, int(second)).toLatin1();
    if (type == OFTDate)
        return date;
    return type == OFTTime ? time : date + 'T' + time;
}

} // namespace

GdalMap::GdalMap(std::unique_ptr<MemoryFiles> files, GDALDatasetUniquePtr dataset)
    : m_files(std::move(files))
    , m_dataset(std::move(dataset))
{
    for (OGRLayer *layer : m_dataset->GetLayers())
        m_layers.append(described(*layer));
}

RawLayer GdalMap::described(OGRLayer &layer) const
{
    RawLayer description;
    description.name = layer.GetName();
    const OGRFeatureDefn *definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const OGRFieldDefn &field = *definition->GetFieldDefn(i);
        const QByteArray name = field.GetNameRef();
        if (isShown(field))
            description.columns.append(m_files->map().columnNames.value(name, name));
    }
    description.encoding = encodingOf(layer);
    description.features = layer.GetFeatureCount();
    description.kind = kindOf(layer.GetGeomType());
    const OGRSpatialReference *system = layer.GetSpatialRef();
    if (isOnEarth(system)) {
        description.system = QString::fromUtf8(system->GetName());
        description.isGeographic = system->IsGeographic();
    }
    return description;
}

// How a KML is to be drawn is no attribute of what it shows.
bool GdalMap::isShown(const OGRFieldDefn &field) const
{
    static constexpr const char *drawing[] = {"timestamp", "begin", "end", "altitudeMode",
        "tessellate", "extrude", "visibility", "drawOrder", "icon"};
    return m_files->map().format != MapFormat::Kml
        || std::none_of(std::begin(drawing), std::end(drawing),
            [&](const char *name) { return qstrcmp(field.GetNameRef(), name) == 0; });
}

// A table's language byte that stands for "whatever this computer is set to" says nothing.
QString GdalMap::encodingOf(OGRLayer &layer) const
{
    if (m_files->map().format != MapFormat::Shapefile)
        return QStringLiteral("UTF-8");
    constexpr char domain[] = "SHAPEFILE";
    constexpr int unset = 0, computersOwn = 0x57;
    if (const char *named = layer.GetMetadataItem("ENCODING_FROM_CPG", domain))
        return QString::fromLatin1(named);
    const char *language = layer.GetMetadataItem("LDID_VALUE", domain);
    const int code = language ? atoi(language) : unset;
    const char *named = layer.GetMetadataItem("ENCODING_FROM_LDID", domain);
    return named && code != unset && code != computersOwn ? QString::fromLatin1(named) : QString();
}

QString GdalMap::hidden() const
{
    return QString::fromLatin1(m_files->folder()) + u'/';
}

RawRange GdalMap::range(int layer)
{
    const ErrorLog silence;
    RawRange range;
    OGRLayer *const one = m_dataset->GetLayer(layer);
    one->ResetReading();
    while (const OGRFeatureUniquePtr feature{one->GetNextFeature()}) {
        const auto place = firstPlace(feature->GetGeometryRef());
        if (!place)
            continue;
        if (std::abs(place->x()) <= 180 && std::abs(place->y()) <= 90) {
            ++range.inDegrees;
        } else {
            ++range.beyond;
            range.sample = *place;
        }
    }
    return range;
}

bool GdalMap::begin(int layer, const QString &system)
{
    const ErrorLog errors;
    m_reason.clear();
    m_layer = m_dataset->GetLayer(layer);
    m_layer->ResetReading();
    m_way.reset();
    const MapSystem named = system.isEmpty() ? nullptr : findSystem(system);
    const OGRSpatialReference *from = system.isEmpty() ? m_layer->GetSpatialRef() : named.get();
    if (from)
        m_way = wayToWgs84(*from);
    if (!m_way)
        m_reason = errors.reason();
    return m_way != nullptr;
}

bool GdalMap::next(RawFeature &feature)
{
    const ErrorLog errors(hidden());
    const OGRFeatureUniquePtr found{m_layer->GetNextFeature()};
    if (!found) {
        if (errors.hasFailed())
            m_reason = errors.reason();
        return false;
    }
    feature.number = found->GetFID();
    feature.texts.clear();
    for (int column = 0; column < found->GetFieldCount(); ++column) {
        if (isShown(*found->GetFieldDefnRef(column)))
            feature.texts.append(textOf(*found, column));
    }
    feature.geometry = takenApart(found->GetGeometryRef(), m_way.get());
    feature.reason = errors.reason();
    return true;
}

QByteArray GdalMap::textOf(const OGRFeature &feature, int column) const
{
    if (!feature.IsFieldSetAndNotNull(column))
        return {};
    const OGRFieldType type = feature.GetFieldDefnRef(column)->GetType();
    if (isMoment(type))
        return isoMoment(feature, column, type);
    return QByteArray(feature.GetFieldAsString(column));
}

} // namespace exchange
