// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/geos.h"
#include "geo/grid_index.h"

#include <QTest>

#include <numbers>
#include <numeric>

using namespace geo;
using namespace shapes;

namespace
{

/// Even-odd by the book: a ray due north (the index looks east) from the point moved a trace east and a smaller one north, in a
/// small world where that trace can be written out in whole numbers.
class SmallWorld
{
public:
    static constexpr qint32 size = 40;

    static bool holds(const Polygon &part, const GeoPoint &point)
    {
        bool inside = crossesOdd(part.outer, point);
        for (const Ring &hole : part.holes)
            inside ^= crossesOdd(hole, point);
        return inside;
    }

private:
    static constexpr Wide unit = Wide(1) << 24;
    struct At {
        Wide x, y;
    };
    static bool crossesOdd(const Ring &ring, const GeoPoint &point)
    {
        const At p{point.lon_e7 * unit + (1 << 12), point.lat_e7 * unit + 1};
        bool odd = false;
        for (qsizetype i = 0; i < ring.size(); ++i) {
            At a = at(ring[i]), b = at(ring[(i + 1) % ring.size()]);
            if (a.x > b.x)
                std::swap(a, b);
            if (a.x < p.x && p.x < b.x)
                odd ^= (b.y - a.y) * (p.x - a.x) > (p.y - a.y) * (b.x - a.x);
        }
        return odd;
    }
    static At at(const GeoPoint &corner) { return {corner.lon_e7 * unit, corner.lat_e7 * unit}; }
};

Ring randomRing(
    std::mt19937 &random, int corners, qint32 west, qint32 south, qint32 east, qint32 north)
{
    Ring ring;
    for (int n = 0; n < corners; ++n)
        ring.append({std::uniform_int_distribution(west, east)(random),
            std::uniform_int_distribution(south, north)(random)});
    return ring;
}

QVector<int> listOf(const GridIndex::Found &found)
{
    return {found.begin(), found.end()};
}

bool holdsByGeos(const GEOSPreparedGeometry *area, const GeoPoint &point)
{
    const Geometry place(GEOSGeom_createPointFromXY_r(geos(), point.lon_e7, point.lat_e7));
    return GEOSPreparedContains_r(geos(), area, place.get()) == 1;
}

} // namespace

class GridIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryPlaceOfATownToOneGrid();
    void givesABorderToTheEasternAndTheNorthern();
    void agreesWithTheBookInASmallWorld();
    void agreesWithGeosAllOverEarth();
    void agreesWithGeosOnRealCouncils();
    void knowsHolesPartsAndOverlaps();
    void bearsWhatNobodyDraws_data();
    void bearsWhatNobodyDraws();
    void isNotSlowedByOneStrayGrid();
    void findsWhatIsNear();
    void nearKnowsItsBounds();
};

void GridIndexTest::givesEveryPlaceOfATownToOneGrid()
{
    const QVector<domain::GridArea> areas = Town(12, 12, 6, 7).areas();
    const GridIndex index(areas);
    std::mt19937 random(1);
    // All corners of a grid in the middle and the middles of its edges lie on borders; the town goes on around it.
    const Ring &ring = areas[6 * 12 + 6].shape.parts.front().outer;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        QCOMPARE(index.find(a).size(), 1);
        QCOMPARE(index.find({std::midpoint(a.lon_e7, b.lon_e7), std::midpoint(a.lat_e7, b.lat_e7)})
                     .size(),
            1);
    }
    const GeoPoint origin{1'163'000'000, 399'000'000};
    for (int n = 0; n < 20'000; ++n) {
        std::uniform_int_distribution<qint32> away(10'000, 230'000);
        const GeoPoint point{origin.lon_e7 + away(random), origin.lat_e7 + away(random)};
        const GridIndex::Found found = index.find(point);
        QCOMPARE(found.size(), 1);
        QVERIFY(holds(areas[found[0]].shape, point));
    }
}

void GridIndexTest::givesABorderToTheEasternAndTheNorthern()
{
    const GridIndex index({{{}, of(box(0, 0, 10, 10))}, {{}, of(box(10, 0, 20, 10))},
        {{}, of(box(0, 10, 10, 20))}, {{}, of(box(10, 10, 20, 20))}});
    QCOMPARE(listOf(index.find({10, 5})), QVector{1});
    QCOMPARE(listOf(index.find({5, 10})), QVector{2});
    QCOMPARE(listOf(index.find({10, 10})), QVector{3});
    QCOMPARE(listOf(index.find({0, 0})), QVector{0});
    QVERIFY(index.find({20, 5}).isEmpty());
    QVERIFY(index.find({5, 20}).isEmpty());
}

void GridIndexTest::agreesWithTheBookInASmallWorld()
{
    constexpr qint32 size = SmallWorld::size;
    std::mt19937 random(20261121);
    for (int round = 0; round < 150; ++round) {
        const int corners = std::uniform_int_distribution(3, 40)(random);
        Polygon part{randomRing(random, corners, 0, 0, size, size), {}};
        if (round % 3 == 0)
            part.holes.append(randomRing(random, 5, 5, 5, size - 5, size - 5));
        // A corner twice, a spike there and back.
        part.outer.insert(1, part.outer[1]);
        part.outer.insert(2, part.outer[0]);
        const GridIndex index({{{}, {{part}}}});
        for (qint32 lon = -1; lon <= size + 1; ++lon) {
            for (qint32 lat = -1; lat <= size + 1; ++lat) {
                const GeoPoint point{lon, lat};
                const bool inside = SmallWorld::holds(part, point);
                if (index.find(point).size() != int(inside) || holds({{part}}, point) != inside)
                    QFAIL(qPrintable(QString("round %1 at %2, %3").arg(round).arg(lon).arg(lat)));
            }
        }
    }
}

void GridIndexTest::agreesWithGeosAllOverEarth()
{
    // A star each, with corners on the date line and at the poles.
    std::mt19937 random(5);
    for (int round = 0; round < 10; ++round) {
        Ring star;
        const int corners = 2'000;
        for (int n = 0; n < corners; ++n) {
            const double angle = 2 * std::numbers::pi * n / corners;
            const double far = std::uniform_real_distribution(0.1, 3.0)(random);
            star.append(
                *GeoPoint::fromDegrees(std::clamp(far * 100 * std::cos(angle), -180.0, 180.0),
                    std::clamp(far * 60 * std::sin(angle), -90.0, 90.0)));
        }
        const GridIndex index({{{}, of(star)}});
        const Geometry geometry = geometryOf(of(star));
        const GEOSPreparedGeometry *prepared = GEOSPrepare_r(geos(), geometry.get());
        for (int n = 0; n < 10'000; ++n) {
            const GeoPoint point =
                randomRing(random, 1, -1'800'000'000, -900'000'000, 1'800'000'000, 900'000'000)[0];
            QCOMPARE(index.find(point).size() == 1, holdsByGeos(prepared, point));
        }
        GEOSPreparedGeom_destroy_r(geos(), prepared);
    }
}

void GridIndexTest::agreesWithGeosOnRealCouncils()
{
    const QVector<domain::GridArea> areas =
        areasOf(read(mapFile("la_neighborhood_councils_2019.geojson")));
    if (areas.isEmpty())
        QSKIP("The councils' map is not here (../shared/data).");
    const GridIndex index(areas);
    std::vector<Geometry> geometries;
    std::vector<const GEOSPreparedGeometry *> prepared;
    domain::GeoBox all;
    for (const domain::GridArea &area : areas) {
        geometries.push_back(geometryOf(area.shape));
        prepared.push_back(GEOSPrepare_r(geos(), geometries.back().get()));
        all.add(area.shape.box());
    }
    std::mt19937 random(3);
    int inside = 0;
    for (int n = 0; n < 5'000; ++n) {
        const GeoPoint point = randomRing(
            random, 1, all.least.lon_e7, all.least.lat_e7, all.most.lon_e7, all.most.lat_e7)[0];
        QVector<int> expected;
        for (int at = 0; at < int(prepared.size()); ++at) {
            if (holdsByGeos(prepared[std::size_t(at)], point))
                expected << at;
        }
        QCOMPARE(listOf(index.find(point)), expected);
        inside += !expected.isEmpty();
    }
    QVERIFY(inside > 1'000);
    for (const GEOSPreparedGeometry *one : prepared)
        GEOSPreparedGeom_destroy_r(geos(), one);
}

void GridIndexTest::knowsHolesPartsAndOverlaps()
{
    const Shape ring{{{box(0, 0, 100, 100), {box(40, 40, 60, 60)}}}};
    const Shape apart{{{box(200, 0, 210, 10), {}}, {box(205, 5, 215, 15), {}}}};
    const GridIndex index({{domain::Id::named("ring"), ring}, {domain::Id::named("apart"), apart},
        {domain::Id::named("over"), of(box(90, 0, 203, 10))}, {domain::Id::named("gone"), {}}});
    QCOMPARE(index.size(), 4);
    QCOMPARE(index.grid(1), domain::Id::named("apart"));
    QCOMPARE(listOf(index.find({10, 10})), QVector{0});
    QVERIFY(index.find({50, 50}).isEmpty());
    QCOMPARE(listOf(index.find({207, 7})), QVector{1}); // both parts have it, the area once
    QCOMPARE(listOf(index.find({202, 5})), (QVector{1, 2}));
    QCOMPARE(listOf(index.find({95, 5})), (QVector{0, 2}));
}

void GridIndexTest::bearsWhatNobodyDraws_data()
{
    QTest::addColumn<Shape>("shape");
    Ring zigzag;
    for (qint32 n = 0; n < 30'000; ++n)
        zigzag.append({n, n % 2 ? 900'000'000 : -900'000'000});
    constexpr qint32 most = std::numeric_limits<qint32>::max(),
                     least = std::numeric_limits<qint32>::min();
    QTest::newRow("nothing") << Shape{};
    QTest::newRow("a part without corners") << Shape{{{{}, {}}}};
    QTest::newRow("one corner") << of({{5, 5}});
    QTest::newRow("one corner a thousand times") << of(Ring(1'000, GeoPoint{5, 5}));
    QTest::newRow("there and back") << of({{0, 0}, {10, 10}});
    QTest::newRow("a flat one") << of({{0, 5}, {10, 5}, {20, 5}});
    QTest::newRow("zigzag from pole to pole") << of(zigzag);
    QTest::newRow("beyond earth") << of(
        {{least, least}, {most, least}, {most, most}, {least, most}});
}

void GridIndexTest::bearsWhatNobodyDraws()
{
    QFETCH(Shape, shape);
    const GridIndex index({{{}, shape}});
    for (const GeoPoint &point :
        {GeoPoint{5, 5}, GeoPoint{0, 0}, GeoPoint{-1'800'000'000, -900'000'000},
            GeoPoint{std::numeric_limits<qint32>::max(), std::numeric_limits<qint32>::min()}}) {
        QCOMPARE(index.find(point).size() == 1, holds(shape, point));
        index.near(point, 1'000);
    }
}

void GridIndexTest::isNotSlowedByOneStrayGrid()
{
    // Somebody's 0, 0 makes the box over all a third of the world; the others are found as before.
    QVector<domain::GridArea> areas = Town(30, 30, 0, 2).areas();
    areas.append({{}, of(box(-5, -5, 5, 5))});
    const GridIndex index(areas);
    QCOMPARE(listOf(index.find({0, 0})), QVector{900});
    QCOMPARE(index.find({1'163'300'000, 399'300'000}).size(), 1);
}

void GridIndexTest::findsWhatIsNear()
{
    // At 40° north a ten-millionth of a degree is 8.5 mm due east and 11.1 mm due north.
    const GeoPoint door{1'163'000'000, 400'000'000};
    const auto at = [&door](qint32 east, qint32 north) {
        return of(box(door.lon_e7 + east, door.lat_e7 + north, door.lon_e7 + east + 1'000,
            door.lat_e7 + north + 1'000));
    };
    const GridIndex index(
        {{{}, at(10'000, -500)}, {{}, at(-500, 3'000)}, {{}, at(-500, -500)}, {{}, at(90'000, 0)}});
    const auto near = index.near(door, 100);
    QCOMPARE(near.size(), 3);
    QCOMPARE(near[0].area, 2);
    QCOMPARE(near[0].metres, 0.0);
    QCOMPARE(near[1].area, 1);
    QVERIFY(std::abs(near[1].metres - 33.3) < 0.05);
    QCOMPARE(near[2].area, 0);
    QVERIFY(std::abs(near[2].metres - 85.4) < 0.05);
}

void GridIndexTest::nearKnowsItsBounds()
{
    const GridIndex index({{{}, of(box(0, 0, 100, 100))}});
    QVERIFY(index.near({50, 50}, std::nan("")).isEmpty());
    QVERIFY(index.near({50, 50}, -1).isEmpty());
    QVERIFY(index.near({20'000'000, 0}, 1e9).isEmpty()); // 222 km
    QCOMPARE(index.near({500'000, 0}, 1e9).size(), 1);
    QVERIFY(index.near({1'800'000'000, 900'000'000}, 1e9).isEmpty());
}

QTEST_APPLESS_MAIN(GridIndexTest)
#include "grid_index_test.moc"
