// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/times.h"
#include "units/geo/shapes.h"

#include "geo/flaws.h"
#include "geo/geos.h"
#include "geo/grid_index.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace geo;
using domain::GeoPoint;

/// What a division of so many grids with 28 corners each takes: `geo_bench GRIDS`, beside GEOS's own tree and prepared areas on the same
/// places in the same run; and the councils of Los Angeles (62,000 corners), where their map is. A line of JSON for each.
namespace
{

constexpr int manyPlaces = 200'000;
constexpr int rounds = 5;

/// The same answers by GEOS, as anybody would build it.
class ByGeos
{
public:
    explicit ByGeos(const QVector<domain::GridArea> &areas)
        : m_tree(GEOSSTRtree_create_r(geos(), 10))
    {
        for (const domain::GridArea &area : areas) {
            m_areas.push_back(geometryOf(area.shape));
            m_prepared.push_back(GEOSPrepare_r(geos(), m_areas.back().get()));
        }
        for (std::size_t at = 0; at < m_areas.size(); ++at)
            GEOSSTRtree_insert_r(geos(), m_tree, m_areas[at].get(), &m_prepared[at]);
    }
    ~ByGeos()
    {
        GEOSSTRtree_destroy_r(geos(), m_tree);
        for (const GEOSPreparedGeometry *each : m_prepared)
            GEOSPreparedGeom_destroy_r(geos(), each);
    }
    ByGeos(const ByGeos &) = delete;
    ByGeos &operator=(const ByGeos &) = delete;

    int count(const GeoPoint &point) const
    {
        struct Asked {
            Geometry place;
            int found = 0;
        } asked{Geometry(GEOSGeom_createPointFromXY_r(geos(), point.lon_e7, point.lat_e7))};
        const auto visit = [](void *area, void *data) {
            auto *asked = static_cast<Asked *>(data);
            const auto *prepared = *static_cast<const GEOSPreparedGeometry **>(area);
            asked->found += GEOSPreparedContains_r(geos(), prepared, asked->place.get()) == 1;
        };
        GEOSSTRtree_query_r(geos(), m_tree, asked.place.get(), visit, &asked);
        return asked.found;
    }

private:
    GEOSSTRtree *m_tree;
    std::vector<Geometry> m_areas;
    std::vector<const GEOSPreparedGeometry *> m_prepared;
};

QVector<GeoPoint> placesIn(const QVector<domain::GridArea> &areas)
{
    domain::GeoBox box;
    for (const domain::GridArea &area : areas)
        box.add(area.shape.box());
    std::mt19937 random(20261121);
    std::uniform_int_distribution<qint32> lon(box.least.lon_e7, box.most.lon_e7);
    std::uniform_int_distribution<qint32> lat(box.least.lat_e7, box.most.lat_e7);
    QVector<GeoPoint> places;
    for (int n = 0; n < manyPlaces; ++n)
        places.append({lon(random), lat(random)});
    return places;
}

double perSecond(const bench::Times &times)
{
    return manyPlaces / times.p50_ms() * 1000;
}

// Some hundred corners moved by up to a metre, each in one grid alone.
QVector<domain::GridArea> disturbed(QVector<domain::GridArea> areas)
{
    std::mt19937 random(7);
    const auto below = [&random](qsizetype most) {
        return std::uniform_int_distribution<qsizetype>(0, most - 1)(random);
    };
    for (int n = 0; n < 200 && !areas.isEmpty(); ++n) {
        domain::Ring &ring = areas[below(areas.size())].shape.parts.front().outer;
        ring[below(ring.size())].lon_e7 += qint32(below(200)) - 100;
    }
    return areas;
}

void measure(const QString &name, const QVector<domain::GridArea> &areas)
{
    bench::Times build, find, buildBare, findBare, flaws, flawsDisturbed;
    const QVector<GeoPoint> places = placesIn(areas);
    const QVector<domain::GridArea> worse = disturbed(areas);
    qint64 found = 0, foundBare = 0;
    qsizetype listed = 0, listedWorse = 0;
    for (int round = 0; round < rounds; ++round) {
        const GridIndex index = build.take([&] { return GridIndex(areas); });
        found = find.take([&] {
            qint64 sum = 0;
            for (const GeoPoint &place : places)
                sum += index.find(place).size();
            return sum;
        });
        const auto bare = buildBare.take([&] { return std::make_unique<ByGeos>(areas); });
        foundBare = findBare.take([&] {
            qint64 sum = 0;
            for (const GeoPoint &place : places)
                sum += bare->count(place);
            return sum;
        });
    }
    listed = flaws.take([&] { return findFlaws(areas)->size(); });
    listedWorse = flawsDisturbed.take([&] { return findFlaws(worse)->size(); });

    const QJsonObject printed{{u"bench"_s, name}, {u"grids"_s, areas.size()},
        {u"figure"_s,
            QJsonObject{{u"find_per_s"_s, bench::rounded(perSecond(find))},
                {u"build"_s, build.json()}, {u"flaws_ms"_s, bench::rounded(flaws.p50_ms())},
                {u"flaws"_s, listed},
                {u"flaws_disturbed_ms"_s, bench::rounded(flawsDisturbed.p50_ms())},
                {u"flaws_disturbed"_s, listedWorse}, {u"found"_s, found}}},
        {u"baseline"_s,
            QJsonObject{{u"find_per_s"_s, bench::rounded(perSecond(findBare))},
                {u"build"_s, buildBare.json()}, {u"found"_s, foundBare}}},
        {u"ratio"_s, bench::rounded(perSecond(find) / perSecond(findBare))},
        {u"bars"_s,
            QJsonArray{bench::barAtLeast(u"places a second"_s, perSecond(find), 200'000),
                bench::bar(u"built in ms"_s, build.p50_ms(), 500)}}};
    std::printf("%s\n", QJsonDocument(printed).toJson(QJsonDocument::Compact).constData());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int grids = app.arguments().value(1, u"10000"_s).toInt();
    const int rows = std::max(1, int(std::sqrt(grids)));
    // Six on each side and the four: 28 corners.
    measure(u"geo-town"_s, shapes::Town(std::max(1, grids / rows), rows, 6, 1).areas());
    const auto councils =
        shapes::areasOf(shapes::read(shapes::mapFile(u"la_neighborhood_councils_2019.geojson"_s)));
    if (!councils.isEmpty())
        measure(u"geo-councils"_s, councils);
    return 0;
}
