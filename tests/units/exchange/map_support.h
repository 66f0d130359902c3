// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"
#include "table_support.h"

// Maps read in one go, for the tests of this folder.
namespace maps
{

using namespace exchange;
using tables::shared;
using tables::written;

struct Asked {
    QString encoding;
    MapOptions options;
};

struct Map {
    QVector<MapLayer> layers;
    MapContent content;
    QString refusal; // at opening or on the way, in one line

    // The only feature, or the first.
    MapFeature first() const { return content.features.value(0); }
    QStringList column(const QString &name) const
    {
        QStringList cells;
        const qsizetype place = content.columns.indexOf(name);
        for (const MapFeature &feature : content.features)
            cells.append(feature.texts.value(place));
        return cells;
    }
    QList<qsizetype> corners() const
    {
        QList<qsizetype> counts;
        for (const MapFeature &feature : content.features)
            counts.append(feature.shape.corners());
        return counts;
    }
    int faults() const
    {
        return int(std::ranges::count_if(
            content.features, [](const MapFeature &one) { return one.fault.has_value(); }));
    }
};

inline Map readMap(const QString &path, const Asked &asked = {})
{
    Map map;
    auto opened = MapReader::open(path, asked.encoding);
    if (auto *refusal = std::get_if<FileRefusal>(&opened)) {
        map.refusal = refusal->line();
        return map;
    }
    auto &reader = std::get<std::unique_ptr<MapReader>>(opened);
    map.layers = reader->layers();
    auto read = reader->read(asked.options);
    if (auto *refusal = std::get_if<FileRefusal>(&read))
        map.refusal = refusal->line();
    else
        map.content = std::move(std::get<MapContent>(read));
    return map;
}

inline MapOptions inSystem(const QString &system)
{
    MapOptions options;
    options.system = system;
    return options;
}

// GeoJSON in pieces. They stand here since moc loses its way among the braces of raw strings.

inline QByteArray geometryOf(const QByteArray &type, const QByteArray &coordinates)
{
    return R"({"type":")" + type + R"(","coordinates":)" + coordinates + '}';
}

inline QByteArray collectionOf(const QByteArray &members)
{
    return R"({"type":"GeometryCollection","geometries":[)" + members + "]}";
}

inline QByteArray nested(int depth, const QByteArray &inner)
{
    const QByteArray open = R"({"type":"GeometryCollection","geometries":[)";
    return open.repeated(depth) + inner + QByteArray("]}").repeated(depth);
}

inline QByteArray featureOf(const QByteArray &geometry, const QByteArray &members = {})
{
    return R"({"type":"Feature","properties":{)" + members + R"(},"geometry":)" + geometry + '}';
}

inline QByteArray fileOf(const QByteArrayList &features, const QByteArray &more = {})
{
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features.join(',') + "]}";
}

// One feature with this geometry and a name.
inline QByteArray geoJson(const QByteArray &geometry, const QByteArray &more = {})
{
    return fileOf({featureOf(geometry, R"("name":"一号")")}, more);
}

// The member that names a coordinate system, or says where to fetch it.
inline QByteArray systemMember(const QByteArray &type, const QByteArray &value)
{
    return R"("crs":{"type":")" + type + R"(","properties":{"name":")" + value + R"(","url":")"
        + value + R"(","href":")" + value + R"(","type":"esriwkt"}},)";
}

inline QByteArray squareAt(
    const QByteArray &x, const QByteArray &y, const QByteArray &x2, const QByteArray &y2)
{
    const auto corner = [](const QByteArray &a, const QByteArray &b) {
        return '[' + a + ',' + b + ']';
    };
    return geometryOf("Polygon",
        "[[" + corner(x, y) + ',' + corner(x2, y) + ',' + corner(x2, y2) + ',' + corner(x, y2) + ','
            + corner(x, y) + "]]");
}

// To within two units of the record, 2 cm.
inline bool isNear(const domain::GeoPoint &point, double lon, double lat)
{
    return std::abs(point.lon() - lon) < 2.5e-7 && std::abs(point.lat() - lat) < 2.5e-7;
}

} // namespace maps
