// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/file_refusal.h"
#include "exchange/map_feature.h"

#include <memory>
#include <variant>

namespace exchange
{

// What a map consists of, as it is offered to choose from.
struct MapLayer {
    QString name;
    qint64 features = 0;
    RawGeometry::Kind kind = RawGeometry::Mixed;
    QString system; // the coordinate system's name; empty: none named
};

struct MapOptions {
    QString layer; // empty: the only one, or the only one with areas
    bool anyLayer = false; // of several with areas the first
    QString system; // as a person names it (map_systems.h); empty: the file's own
    PlaceOf placeOf; // none: the degrees are those of WGS 84
};

// A layer, read to its end.
struct MapContent {
    MapFormat format = MapFormat::GeoJson;
    QString layer;
    QStringList columns; // all different, none empty
    QVector<MapFeature> features;
    QString system; // what the places were reckoned from
    bool isSystemAssumed =
        false; // nobody named one; the values are degrees and were taken for WGS 84
    qint64 cutTexts = 0; // longer than any text may be
    domain::GeoBox box; // of everything in it
};

// Told now and then how many features were read, of how many; false stops the reading.
using MapProgress = std::function<bool(qint64 read, qint64 all)>;

// A map that somebody hands in: GeoJSON, Shapefile, KML, GeoPackage or DXF. The file is read into memory once and never looked
// at again, nothing is written and nothing is fetched. Loads the module griddesk_maps at the first map.
class MapReader
{
public:
    using Opened = std::variant<std::unique_ptr<MapReader>, FileRefusal>;

    // The encoding is for files that name none or a wrong one; empty: found from the texts.
    static Opened open(const QString &path, const QString &encoding = {});
    // What was read already, with a module that is there already.
    static Opened open(
        MapBytes map, MapPlugin &plugin, const QString &fileName, const QString &encoding = {});

    MapFormat format() const { return m_format; }
    // Those that hold anything.
    const QVector<MapLayer> &layers() const { return m_layers; }
    // A file that can't be read to its end, whose system is unknown or doesn't fit its values, or that exceeds what a map may have
    // is refused as a whole; what is wrong with one feature stands there.
    std::variant<MapContent, FileRefusal> read(
        const MapOptions &options = {}, const MapProgress &progress = {});

private:
    MapReader(std::unique_ptr<MapSource> source, MapFormat format, MapPlugin &plugin,
        const QString &fileName, const QString &encoding);

    QString layerName(const RawLayer &layer) const;

    std::unique_ptr<MapSource> m_source;
    MapFormat m_format;
    MapPlugin &m_plugin;
    QString m_fileName;
    QString m_encoding;
    QVector<MapLayer> m_layers;
    QVector<int> m_places; // of m_layers in the source
};

} // namespace exchange
