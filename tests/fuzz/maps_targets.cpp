// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include "exchange/map_file.h"
#include "exchange/map_reader.h"
#include "exchange/map_table.h"
#include "exchange/maps/gdal_maps.h"

#include <QtEndian>

#include <algorithm>

namespace fuzz
{

using namespace exchange;

namespace
{

constexpr int mostLayers = 4;

// A Shapefile's two files lie one behind the other; the first says in its head how long it is.
void partShapefile(MapBytes &map)
{
    constexpr qsizetype lengthAt = 24, headSize = 100;
    QByteArray &all = map.parts.first().bytes;
    if (map.format != MapFormat::Shapefile || all.size() < headSize)
        return;
    const qint64 length = 2 * qint64(qFromBigEndian<quint32>(all.constData() + lengthAt));
    if (length < headSize || length >= all.size())
        return;
    const QByteArray table = all.mid(length);
    all.truncate(length);
    map.parts.append({".dbf", table});
}

void demandRefusal(const FileRefusal &refusal)
{
    demand(!refusal.what.isEmpty() && !refusal.advice.isEmpty(), "a refusal without words");
    demand(!refusal.line().contains(u'\n'), "a refusal of several lines");
    demand(!refusal.line().contains(QStringLiteral("vsimem")), "a refusal that names our copy");
}

void demandSound(const MapContent &map)
{
    for (const MapFeature &feature : map.features) {
        demand(feature.texts.size() == map.columns.size(), "a feature with texts of no column");
        demand(feature.fault || feature.shape.isEmpty() || domain::isWellFormed(feature.shape),
            "a shape that isn't well formed, without a fault");
        demand(faultAsArea(feature, map.format) || !feature.shape.isEmpty(),
            "no area, and nobody says so");
        for (const QString &text : feature.texts)
            demand(text.size() <= 4'000, "a text without end");
    }
    if (map.box.isEmpty())
        return;
    demand(domain::GeoPoint::fromDegrees(map.box.least.lon(), map.box.least.lat())
            && domain::GeoPoint::fromDegrees(map.box.most.lon(), map.box.most.lat()),
        "a place that isn't on earth");
}

// What an import makes of it, with borders put right.
void demandRows(const MapContent &map)
{
    TableOptions options;
    options.repairs = true;
    const auto table = tableOf(map, QStringLiteral("map"), options, {map.layer});
    table->orderByPlace();
    while (const auto row = table->next()) {
        demand(row->area.has_value(), "a row of a map without an area or a problem");
        demand(!row->area->problem.isEmpty() || domain::isWellFormed(row->area->shape),
            "an area that isn't well formed, without a problem");
        demand(row->area->problem.isEmpty() || row->area->repair.isEmpty(),
            "an area that was repaired and still can't be taken");
    }
    demand(!table->error(), "a table that ends with an error");
}

// As the file says, and as a person would after a refusal.
void readLayer(MapReader &reader, const QString &layer)
{
    for (const char *system : {"", "EPSG:4547"}) {
        MapOptions options;
        options.layer = layer;
        options.system = QString::fromLatin1(system);
        const auto read = reader.read(options);
        if (const auto *refusal = std::get_if<FileRefusal>(&read)) {
            demandRefusal(*refusal);
            continue;
        }
        demandSound(std::get<MapContent>(read));
        return demandRows(std::get<MapContent>(read));
    }
}

template <typename Number> QByteArray little(Number number)
{
    QByteArray bytes(sizeof number, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray big(quint32 number)
{
    QByteArray bytes(sizeof number, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray doubles(std::initializer_list<double> values)
{
    QByteArray bytes;
    for (const double value : values)
        bytes += little(value);
    return bytes;
}

// One square with one attribute.
QByteArray shapefile()
{
    const QByteArray box = doubles({114, 30, 115, 31});
    const QByteArray polygon = little(quint32(5)) + box + little(quint32(1)) + little(quint32(5))
        + little(quint32(0)) + doubles({114, 30, 114, 31, 115, 31, 115, 30, 114, 30});
    const QByteArray record = big(1) + big(quint32(polygon.size() / 2)) + polygon;
    const QByteArray head = big(9994) + QByteArray(20, '\0')
        + big(quint32((100 + record.size()) / 2)) + little(quint32(1000)) + little(quint32(5)) + box
        + QByteArray(32, '\0');
    const QByteArray field =
        QByteArray("NAME\0\0\0\0\0\0\0C\0\0\0\0\x08", 17) + QByteArray(15, '\0');
    const QByteArray table = QByteArray("\x03\x1a\x01\x01", 4) + little(quint32(1))
        + little(quint16(65)) + little(quint16(9)) + QByteArray(20, '\0') + field + "\r "
        + "\xd2\xbb\xba\xc5\xcd\xf8\xb8\xf1" + "\x1a";
    return head + record + table;
}

} // namespace

void runMaps(const QByteArray &bytes)
{
    static GdalMaps plugin;
    const QString name = QStringLiteral("fuzz");
    auto taken = mapOf(bytes, QFileInfo(name), {});
    if (const auto *refusal = std::get_if<FileRefusal>(&taken))
        return demandRefusal(*refusal);
    auto &map = std::get<MapBytes>(taken);
    partShapefile(map);
    auto opened = MapReader::open(std::move(map), plugin, name);
    if (const auto *refusal = std::get_if<FileRefusal>(&opened))
        return demandRefusal(*refusal);
    MapReader &reader = *std::get<std::unique_ptr<MapReader>>(opened);
    for (const MapLayer &layer : reader.layers().mid(0, mostLayers))
        readLayer(reader, layer.name);
}

QList<QByteArray> mapsSeeds()
{
    return {
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[
{"type":"Feature","id":7,"properties":{"name":"一号","n":[1,{"a":null}]},"geometry":{"type":"Polygon",
"coordinates":[[[114,30],[115,30],[115,31],[114,31],[114,30]],[[114.1,30.1],[114.2,30.1],[114.2,30.2],[114.1,30.1]]]}},
{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[
{"type":"Point","coordinates":[114,30,5]},{"type":"MultiLineString","coordinates":[[[114,30],[115,31]]]}]}}]})",
        R"(<?xml version="1.0" encoding="GB2312"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Schema id="s" name="s"><SimpleField type="int" name="n"/></Schema><Folder><name>a</name><Placemark><name>b</name>
<ExtendedData><Data name="c"><value>d</value></Data><SchemaData schemaUrl="#s"><SimpleData name="n">1</SimpleData>
</SchemaData></ExtendedData><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>114,30,0 115,30,0 115,31,0
</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder></Document></kml>)",
        "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_"
        "936\n0\nENDSEC\n0\nSECTION\n2\nBLOCKS\n"
        "0\nBLOCK\n2\nB\n10\n0\n20\n0\n0\nARC\n8\n0\n10\n500000\n20\n3320000\n40\n10\n50\n0\n51\n90"
        "\n0\nENDBLK\n0\nENDSEC\n"
        "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\nG\n90\n3\n70\n1\n10\n500000\n20\n3320000\n42\n0"
        ".5\n10\n500100\n20\n"
        "3320000\n10\n500100\n20\n3320100\n0\nTEXT\n8\nT\n10\n500080\n20\n3320050\n40\n5\n1\nname\n"
        "0\nINSERT\n2\nB\n10\n1\n"
        "20\n1\n0\nCIRCLE\n8\nC\n10\n500000\n20\n3320000\n40\n5\n0\nSPLINE\n71\n3\n72\n8\n73\n4\n40"
        "\n0\n40\n0\n40\n0\n40\n0\n"
        "40\n1\n40\n1\n40\n1\n40\n1\n10\n0\n20\n0\n10\n1\n20\n1\n10\n2\n20\n0\n10\n3\n20\n1\n0\nHAT"
        "CH\n70\n1\n91\n1\n92\n3\n"
        "73\n1\n93\n3\n10\n0\n20\n0\n10\n9\n20\n0\n10\n9\n20\n9\n97\n0\n0\nENDSEC\n0\nEOF\n",
        shapefile(),
    };
}

} // namespace fuzz
