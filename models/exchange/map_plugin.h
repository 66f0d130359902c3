// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointF>
#include <QString>
#include <QVector>
#include <QtPlugin>

#include <memory>

namespace exchange
{

// What the module griddesk_maps offers, in plain values: it alone knows the library that reads maps. It is handed bytes
// and never a path, so it can neither look beside a file nor write there.

enum class MapFormat : quint8 { GeoJson, Shapefile, Kml, GeoPackage, Dxf };

// A Shapefile is several files of one name, everything else is one.
struct MapBytes {
    struct Part {
        QByteArray suffix; // with its dot
        QByteArray bytes;
    };

    MapFormat format = MapFormat::GeoJson;
    QVector<Part> parts;
    QString encoding; // of a DXF's texts; empty: as the file says
    QHash<QByteArray, QByteArray>
        columnNames; // what stands in a KML for names that the library would spoil
};

using Places = QVector<QPointF>; // x to the east, y to the north

// A geometry taken apart: no curves, no heights, no collections in collections.
struct RawGeometry {
    enum Kind : quint8 { None, Points, Lines, Areas, Mixed };
    enum Fault : quint8 { Sound, TooLarge, TooDeep, NotFinite, OffEarth };

    Kind kind = None;
    Fault fault = Sound; // with one, nothing but `at` is filled in
    QPointF at; // the place that is no number or lies nowhere, as the file has it
    QVector<Places> points; // one list
    QVector<Places> lines;
    QVector<QVector<Places>>
        areas; // each the outer ring and its holes, closed or not as the file has them
};

struct RawFeature {
    qint64 number = 0; // as the file counts or calls it
    QVector<QByteArray> texts; // a null one where there is no value
    RawGeometry geometry;
    QString reason; // what the library said about this feature
};

struct RawLayer {
    QByteArray name;
    QVector<QByteArray> columns;
    QString encoding; // of name, columns and texts; empty: the file doesn't say
    qint64 features = 0;
    RawGeometry::Kind kind = RawGeometry::Mixed;
    QString system; // the coordinate system's name; empty: none named
    bool isGeographic = false; // its values are degrees
};

struct RawSystem {
    QString name; // empty: there is none of that code
    bool isGeographic = false;
};

// How the values of a layer look, whatever system they are said to be of: by one place of each feature.
struct RawRange {
    qint64 inDegrees = 0;
    qint64 beyond = 0; // of ±180, ±90
    QPointF sample; // one of those beyond
};

class MapSource
{
public:
    virtual ~MapSource() = default;

    virtual const QVector<RawLayer> &layers() const = 0;
    virtual RawRange range(int layer) = 0;
    // Begins a layer. Places come as longitude and latitude in WGS 84, reckoned from `system` ("EPSG:4549") or where that is empty
    // from the layer's own. False when one of them can't be reckoned from.
    virtual bool begin(int layer, const QString &system) = 0;
    // False at the end, and where the file can't be read on: then there is a reason.
    virtual bool next(RawFeature &feature) = 0;
    virtual QString reason() const = 0;
};

struct MapAnswer {
    std::unique_ptr<MapSource> source; // null: no such map, or damaged
    QString reason; // as the library says it
};

class MapPlugin
{
public:
    virtual ~MapPlugin() = default;

    virtual MapAnswer open(MapBytes map) = 0;
    virtual RawSystem system(const QString &code) const = 0;
};

} // namespace exchange

Q_DECLARE_INTERFACE(exchange::MapPlugin, "griddesk.MapPlugin/1")
