// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_table.h"

#include "exchange/map_kind.h"
#include "exchange/words.h"

#include "geo/china_offset.h"
#include "geo/fault.h"
#include "geo/numbering.h"
#include "geo/repair.h"
#include "geo/systems.h"
#include "geo/transform.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace exchange
{

using namespace domain;

namespace
{

constexpr int places = 7; // of a degree

QString wordsOf(const geo::Repair &repair)
{
    return Words::tr("%1 before, %2 after; %3")
        .arg(areaText(repair.before_m2), areaText(repair.after_m2), repair.changes.join(u' '));
}

// A border that runs through one place twice encloses the same ground when it is written otherwise: nothing to ask a person about.
bool isHarmless(const geo::Fault &fault, const geo::Repair &repair)
{
    constexpr double same_m2 = 1;
    return fault.kind == geo::Fault::TouchesItself
        && std::abs(repair.after_m2 - repair.before_m2) < same_m2;
}

RowArea areaOf(const MapFeature &feature, MapFormat format, bool repairs)
{
    RowArea area{feature.shape};
    if (const auto fault = faultAsArea(feature, format)) {
        area.problem = fault->words;
        return area;
    }
    const auto fault = geo::findFault(feature.shape);
    if (!fault)
        return area;
    const geo::Repair repair = geo::repaired(feature.shape);
    const bool asksNobody = isHarmless(*fault, repair);
    if (repair.shape.isEmpty() || !(repairs || asksNobody)) {
        area.problem = fault->words();
        return area;
    }
    area.shape = repair.shape;
    if (!asksNobody)
        area.repair = wordsOf(repair);
    return area;
}

struct Offset {
    const char *code;
    geo::Degrees (*setRight)(const geo::Degrees &place);
};
constexpr Offset offsets[] = {{geo::gcj02, geo::wgs84OfGcj02}, {geo::bd09, geo::wgs84OfBd09}};

// An offset is no system of its own to whoever reads the file: its degrees are set right as they come.
MapOptions asked(const TableOptions &options)
{
    const QString code = geo::systemCodeOf(options.system);
    for (const Offset &offset : offsets) {
        if (code != QLatin1StringView(offset.code))
            continue;
        return {options.layer, options.anyLayer, {},
            [setRight = offset.setRight](double lon, double lat) {
                const geo::Degrees place = setRight({lon, lat});
                return GeoPoint::fromDegrees(place.lon, place.lat);
            }};
    }
    return {options.layer, options.anyLayer, options.system, {}};
}

bool arePoints(const MapContent &map)
{
    return !map.features.isEmpty()
        && std::ranges::all_of(map.features, [](const MapFeature &feature) {
               return feature.points.size() == 1 && feature.shape.isEmpty()
                   && feature.lines.isEmpty();
           });
}

// What nobody sees in the file itself, and everybody would on the map, too late.
QStringList remarksOn(const MapContent &map, const QString &system)
{
    QStringList remarks;
    if (map.isSystemAssumed && system.trimmed().isEmpty())
        remarks << Words::tr("The map names no coordinate system; its values are degrees and were "
                             "taken for WGS 84.");
    const auto way = geo::Transform::from(system.isEmpty() ? map.system : system);
    if (const auto *known = std::get_if<geo::Transform>(&way); known && known->isRough())
        remarks << Words::tr("How %1 lies to WGS 84 isn't known exactly: everything may be off by "
                             "some hundred metres.")
                       .arg(known->name());
    if (map.cutTexts > 0)
        remarks << Words::tr("%n text(s) were too long and were cut.", nullptr, int(map.cutTexts));
    return remarks;
}

class MapTable : public TableReader
{
public:
    MapTable(const MapContent &map, QStringList layers, const TableOptions &options)
        : m_header(map.columns)
        , m_layers(std::move(layers))
        , m_layer(map.layer)
        , m_remarks(remarksOn(map, options.system))
    {
        const bool isNameless = m_header.isEmpty();
        if (isNameless)
            m_header << QStringLiteral("name");
        const bool hasPlaces = arePoints(map) && !m_header.contains(QStringLiteral("lon"))
            && !m_header.contains(QStringLiteral("lat"));
        if (hasPlaces)
            m_header << QStringLiteral("lon") << QStringLiteral("lat");
        for (const MapFeature &feature : map.features) {
            Row row{
                feature.ordinal, feature.texts, {}, areaOf(feature, map.format, options.repairs)};
            if (isNameless)
                row.cells << Words::tr("No. %1", "of an area without a name").arg(feature.ordinal);
            if (hasPlaces) {
                row.cells << QString::number(feature.points.first().lon(), 'f', places)
                          << QString::number(feature.points.first().lat(), 'f', places);
            }
            m_rows.append(std::move(row));
        }
    }

    qint64 bytesRead() const override { return m_next; }
    qint64 size() const override { return m_rows.size(); }
    QStringList sheetNames() const override { return m_layers; }
    QString sheetName() const override { return m_layer; }
    QStringList remarks() const override { return m_remarks; }
    void orderByPlace() override
    {
        QVector<GridArea> areas;
        for (const Row &row : std::as_const(m_rows))
            areas.append({Id(), row.area->shape});
        QVector<Row> ordered;
        for (const int place : geo::numbered(areas))
            ordered.append(m_rows[place]);
        m_rows = ordered;
    }

protected:
    std::optional<Row> readRow() override
    {
        if (m_next < 0) {
            ++m_next;
            return Row{0, m_header, {}};
        }
        return m_next < m_rows.size() ? std::optional(m_rows[m_next++]) : std::nullopt;
    }

private:
    QStringList m_header;
    QStringList m_layers;
    QString m_layer;
    QStringList m_remarks;
    QVector<Row> m_rows;
    qsizetype m_next = -1; // the header
};

} // namespace

std::unique_ptr<TableReader> tableOf(const MapContent &map, const QString &fileName,
    const TableOptions &options, const QStringList &layers)
{
    auto table = std::make_unique<MapTable>(map, layers, options);
    table->readHeader(fileName);
    return table;
}

OpenedTable openMap(const QString &path, const TableOptions &options)
{
    auto opened = MapReader::open(path, options.encoding);
    if (auto *refusal = std::get_if<FileRefusal>(&opened))
        return std::move(*refusal);
    MapReader &reader = *std::get<std::unique_ptr<MapReader>>(opened);
    auto read = reader.read(asked(options));
    if (auto *refusal = std::get_if<FileRefusal>(&read))
        return std::move(*refusal);
    QStringList layers;
    for (const MapLayer &layer : reader.layers())
        layers << layer.name;
    return tableOf(std::get<MapContent>(read), QFileInfo(path).fileName(), options, layers);
}

bool isMap(const QByteArray &head, const QString &fileName)
{
    return std::holds_alternative<MapFormat>(kindOfMap(head, fileName));
}

} // namespace exchange
