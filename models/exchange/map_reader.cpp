// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_reader.h"

#include "exchange/map_columns.h"
#include "exchange/map_drawing.h"
#include "exchange/map_file.h"
#include "exchange/map_layer_choice.h"
#include "exchange/map_shapes.h"
#include "exchange/map_system_choice.h"
#include "exchange/module.h"
#include "exchange/words.h"

#include <QFileInfo>

namespace exchange
{

using namespace domain;

namespace
{

constexpr qint64 mostFeatures = 200'000;
constexpr qint64 mostPlaces = 20'000'000; // of all features together
constexpr qint64 featuresBetweenReports = 256;

MapPlugin *mapPlugin()
{
    static auto *const plugin = qobject_cast<MapPlugin *>(loadModule("griddesk_maps"));
    return plugin;
}

FileRefusal notInstalled(const QString &fileName)
{
    return {Words::tr("Maps can't be read on this desk"), fileName,
        Words::tr("Install griddesk's module griddesk_maps with GDAL."), FileRefusal::Device};
}

FileRefusal unreadable(const QString &fileName, const QString &reason)
{
    const QString what = reason.isEmpty()
        ? Words::tr("The map is damaged")
        : Words::tr("The map is damaged, or not what it says (%1)").arg(reason);
    return {what, fileName, Words::tr("Open it in the program that made it and export it again.")};
}

FileRefusal tooMuch(const QString &what, const QString &fileName)
{
    return {what, fileName, Words::tr("Export only the layer and the area that are needed.")};
}

qint64 placesOf(const RawGeometry &geometry)
{
    qint64 count = 0;
    for (const auto *lists : {&geometry.points, &geometry.lines}) {
        for (const Places &places : *lists)
            count += places.size();
    }
    for (const auto &rings : geometry.areas) {
        for (const Places &ring : rings)
            count += ring.size();
    }
    return count;
}

GeoBox boxOf(const MapFeature &feature)
{
    GeoBox box = feature.shape.box();
    for (const GeoPoint &point : feature.points)
        box.add(point);
    for (const auto &line : feature.lines) {
        for (const GeoPoint &point : line)
            box.add(point);
    }
    return box;
}

// Goes through a layer once, and stops where it is more than any map of grids.
class Reading
{
public:
    Reading(MapContent &content, const PlaceOf &placeOf, QString fileName)
        : m_content(content)
        , m_placeOf(placeOf)
        , m_fileName(std::move(fileName))
    {
    }

    QVector<QVector<QByteArray>> rows;

    std::optional<FileRefusal> run(MapSource &source, qint64 all, const MapProgress &progress)
    {
        RawFeature raw;
        while (source.next(raw)) {
            const qint64 count = m_content.features.size();
            if (progress && count % featuresBetweenReports == 0 && !progress(count, all))
                return FileRefusal{
                    Words::tr("Reading was stopped"), m_fileName, Words::tr("Nothing was taken.")};
            if (auto refusal = take(raw))
                return refusal;
        }
        if (!source.reason().isEmpty())
            return unreadable(m_fileName, source.reason());
        return {};
    }

private:
    std::optional<FileRefusal> take(RawFeature &raw)
    {
        m_places += placesOf(raw.geometry);
        for (const QByteArray &text : std::as_const(raw.texts))
            m_text += text.size();
        if (m_content.features.size() >= mostFeatures)
            return tooMuch(
                Words::tr("The map has more than %1 features").arg(mostFeatures), m_fileName);
        if (m_places > mostPlaces)
            return tooMuch(
                Words::tr("The map has more than %1 corners").arg(mostPlaces), m_fileName);
        if (m_text > mostMapText)
            return tooMuch(
                Words::tr("The map has more than %1 MB of attributes").arg(mostMapText >> 20),
                m_fileName);
        MapFeature feature;
        feature.number = raw.number;
        feature.ordinal = m_content.features.size() + 1;
        takeGeometry(feature, raw, m_placeOf, m_content.format == MapFormat::Dxf);
        m_content.box.add(boxOf(feature));
        m_content.features.append(std::move(feature));
        rows.append(std::move(raw.texts));
        return {};
    }

    MapContent &m_content;
    const PlaceOf &m_placeOf;
    QString m_fileName;
    qint64 m_places = 0;
    qint64 m_text = 0; // bytes
};

} // namespace

MapReader::MapReader(std::unique_ptr<MapSource> source, MapFormat format, MapPlugin &plugin,
    const QString &fileName, const QString &encoding)
    : m_source(std::move(source))
    , m_format(format)
    , m_plugin(plugin)
    , m_fileName(fileName)
    , m_encoding(encoding)
{
    const QVector<RawLayer> &all = m_source->layers();
    for (int i = 0; i < all.size(); ++i) {
        if (all[i].features == 0)
            continue;
        m_layers.append({layerName(all[i]), all[i].features, all[i].kind, all[i].system});
        m_places.append(i);
    }
}

// Where the file itself gives none, the library calls the layer by the copy in memory.
QString MapReader::layerName(const RawLayer &layer) const
{
    const QString name = QString::fromUtf8(layer.name);
    return name.isEmpty() || name == u"map" ? QFileInfo(m_fileName).completeBaseName() : name;
}

MapReader::Opened MapReader::open(const QString &path, const QString &encoding)
{
    const QString fileName = QFileInfo(path).fileName();
    auto loaded = loadMap(path, encoding);
    if (auto *refusal = std::get_if<FileRefusal>(&loaded))
        return *refusal;
    MapPlugin *const plugin = mapPlugin();
    if (!plugin)
        return notInstalled(fileName);
    return open(std::move(std::get<MapBytes>(loaded)), *plugin, fileName, encoding);
}

MapReader::Opened MapReader::open(
    MapBytes map, MapPlugin &plugin, const QString &fileName, const QString &encoding)
{
    const MapFormat format = map.format;
    if (auto refusal = findFaultInShapes(map, fileName))
        return *refusal;
    MapAnswer answer = plugin.open(std::move(map));
    if (!answer.source)
        return unreadable(fileName, answer.reason);
    return std::unique_ptr<MapReader>(
        new MapReader(std::move(answer.source), format, plugin, fileName, encoding));
}

std::variant<MapContent, FileRefusal> MapReader::read(
    const MapOptions &options, const MapProgress &progress)
{
    const auto choice = chooseLayer(m_layers, options.layer, options.anyLayer, m_fileName);
    if (auto *refusal = std::get_if<FileRefusal>(&choice))
        return *refusal;
    const int place = m_places[std::get<int>(choice)];
    const RawLayer &layer = m_source->layers()[place];
    if (layer.columns.size() > mostMapColumns)
        return tooMuch(
            Words::tr("The map has more than %1 attributes").arg(mostMapColumns), m_fileName);
    const auto system = chooseSystem(*m_source, place, options.system, m_plugin, m_fileName);
    if (auto *refusal = std::get_if<FileRefusal>(&system))
        return *refusal;
    const auto &chosen = std::get<ChosenSystem>(system);
    if (!m_source->begin(place, chosen.code))
        return FileRefusal{Words::tr("There is no way from %1 to WGS 84").arg(chosen.name),
            m_fileName, Words::tr("Export the map in CGCS2000 or WGS 84.")};

    MapContent content{m_format, m_layers[std::get<int>(choice)].name};
    content.system = chosen.name;
    content.isSystemAssumed = chosen.isAssumed;
    const PlaceOf placeOf = options.placeOf ? options.placeOf : PlaceOf(GeoPoint::fromDegrees);
    Reading reading(content, placeOf, m_fileName);
    if (auto refusal = reading.run(*m_source, layer.features, progress))
        return *refusal;
    if (auto refusal = takeTexts(content, layer.columns, reading.rows,
            m_format == MapFormat::Shapefile ? m_encoding : QString(), layer.encoding, m_fileName))
        return *refusal;
    if (m_format == MapFormat::Dxf)
        nameAreasByTexts(content);
    return content;
}

} // namespace exchange
