// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/flaws.h"
#include "geo/geos.h"
#include "geo/measures.h"

#include <QTest>

using namespace geo;
using namespace shapes;

namespace
{

// At 40° north, metres to ten-millionths of a degree, about.
constexpr qint32 east(double metres)
{
    return qint32(metres / 0.008539);
}
constexpr qint32 north(double metres)
{
    return qint32(metres / 0.011104);
}

/// A box of so many metres, from a corner in Beijing.
Ring block(double west, double south, double wide, double high)
{
    const GeoPoint corner{1'163'000'000 + east(west), 400'000'000 + north(south)};
    return box(
        corner.lon_e7, corner.lat_e7, corner.lon_e7 + east(wide), corner.lat_e7 + north(high));
}

QVector<domain::GridArea> blocks(const QVector<Ring> &rings)
{
    QVector<domain::GridArea> areas;
    for (const Ring &ring : rings)
        areas.append({{}, of(ring)});
    return areas;
}

} // namespace

class FlawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoneInATownInOrder();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void findsWhatAnInsertedCornerHides();
    void agreesWithGeosOnAnythingOverAnything();
    void listsTheLargestFirst();
    void takesAFaultyAreaAsRepaired();
    void stopsWhenTold();
    void looksThroughRealCouncils();
};

void FlawsTest::findsNoneInATownInOrder()
{
    QCOMPARE(findFlaws(Town(20, 20, 6, 3).areas())->size(), 0);
    QCOMPARE(findFlaws({})->size(), 0);
    QCOMPARE(findFlaws({{{}, {}}})->size(), 0);
}

void FlawsTest::findsWhatIsWrong_data()
{
    QTest::addColumn<QVector<domain::GridArea>>("areas");
    QTest::addColumn<int>("kind"); // -1 for none
    QTest::addColumn<bool>("sliver");
    QTest::addColumn<QVector<int>>("of");
    QTest::addColumn<double>("area");
    const auto row = [](const char *name, const QVector<Ring> &rings, int kind, bool sliver,
                         const QVector<int> &of, double area) {
        QTest::newRow(name) << blocks(rings) << kind << sliver << of << area;
    };
    constexpr int none = -1;
    row("side by side", {block(0, 0, 100, 100), block(100, 0, 100, 100)}, none, false, {}, 0);
    row("far apart", {block(0, 0, 100, 100), block(500, 0, 100, 100)}, none, false, {}, 0);
    row("over each other", {block(0, 0, 100, 100), block(80, 0, 100, 100)}, Flaw::Overlap, false,
        {0, 1}, 2'000);
    row("a metre over", {block(0, 0, 100, 100), block(99, 0, 100, 100)}, Flaw::Overlap, true,
        {0, 1}, 100);
    row("the same twice", {block(0, 0, 100, 100), block(0, 0, 100, 100)}, Flaw::Overlap, false,
        {0, 1}, 10'000);
    row("one within the other", {block(0, 0, 100, 100), block(30, 30, 10, 10)}, Flaw::Overlap,
        false, {0, 1}, 100);
    row("one within, at the border", {block(0, 0, 100, 100), block(0, 30, 10, 10)}, Flaw::Overlap,
        false, {0, 1}, 100);
    row("a lane of two metres", {block(0, 0, 100, 100), block(102, 0, 100, 100)}, Flaw::Gap, true,
        {0, 1}, 200);
    row("a lane of four metres", {block(0, 0, 100, 100), block(104, 0, 100, 100)}, Flaw::Gap, false,
        {0, 1}, 400);
    row("a road of twenty", {block(0, 0, 100, 100), block(120, 0, 100, 100)}, none, false, {}, 0);
    row("a yard in the middle",
        {block(0, 0, 300, 100), block(0, 200, 300, 100), block(0, 100, 100, 100),
            block(200, 100, 100, 100)},
        Flaw::Gap, false, {0, 1, 2, 3}, 10'000);
    row("a yard in one", {block(0, 0, 300, 300)}, none, false, {}, 0);
}

void FlawsTest::findsWhatIsWrong()
{
    QFETCH(QVector<domain::GridArea>, areas);
    QFETCH(int, kind);
    QFETCH(bool, sliver);
    QFETCH(QVector<int>, of);
    QFETCH(double, area);
    const QVector<Flaw> flaws = *findFlaws(areas);
    QCOMPARE(flaws.size(), kind < 0 ? 0 : 1);
    if (kind < 0)
        return;
    QCOMPARE(int(flaws[0].kind), kind);
    QCOMPARE(flaws[0].isSliver, sliver);
    QCOMPARE(flaws[0].areas, of);
    QVERIFY2(std::abs(flaws[0].area_m2 / area - 1) < 0.02,
        qPrintable(QString::number(flaws[0].area_m2)));
    QVERIFY(std::abs(area_m2(flaws[0].where) - flaws[0].area_m2) < 0.01);
    QVERIFY(flaws[0].where.box().holds(flaws[0].place));
}

void FlawsTest::findsWhatAnInsertedCornerHides()
{
    // The neighbour has a corner more, a metre off the other's straight border: 50 m² too much on one side, too little on the other.
    for (double off : {1.0, -1.0}) {
        Ring bent = block(100, 0, 100, 100);
        bent.append({bent[0].lon_e7 - east(off), (bent[0].lat_e7 + bent[3].lat_e7) / 2});
        const QVector<Flaw> flaws = *findFlaws(blocks({block(0, 0, 100, 100), bent}));
        QCOMPARE(flaws.size(), 1);
        QCOMPARE(flaws[0].kind, off > 0 ? Flaw::Overlap : Flaw::Gap);
        QVERIFY(std::abs(flaws[0].area_m2 - 50) < 1);
    }
}

void FlawsTest::agreesWithGeosOnAnythingOverAnything()
{
    // Triangles and squares in a small world, where corners fall on edges and corners all the time.
    std::mt19937 random(77);
    constexpr qint32 unit = 10'000;
    std::uniform_int_distribution<qint32> at(0, 6);
    int overlaps = 0;
    for (int round = 0; round < 1'500; ++round) {
        QVector<domain::GridArea> areas;
        for (int n = 0; n < 2; ++n) {
            Ring ring;
            for (int corner = 0; corner < 3; ++corner)
                ring.append({at(random) * unit, at(random) * unit});
            areas.append({{}, of(ring)});
        }
        const Geometry one = geometryOf(areas[0].shape), other = geometryOf(areas[1].shape);
        if (!isValid(one.get()) || !isValid(other.get()))
            continue;
        const bool isOver = GEOSRelatePattern_r(geos(), one.get(), other.get(), "T********") == 1;
        const QVector<Flaw> flaws = *findFlaws(areas);
        const bool isFound =
            std::ranges::any_of(flaws, [](const Flaw &flaw) { return flaw.kind == Flaw::Overlap; });
        QCOMPARE(isFound, isOver);
        overlaps += isOver;
    }
    QVERIFY(overlaps > 300);
}

void FlawsTest::listsTheLargestFirst()
{
    const QVector<Flaw> flaws = *findFlaws(
        blocks({block(0, 0, 100, 100), block(99, 0, 100, 100), block(150, 0, 100, 100)}));
    QCOMPARE(flaws.size(), 2);
    QCOMPARE(flaws[0].areas, (QVector{1, 2}));
    QVERIFY(flaws[0].area_m2 > flaws[1].area_m2);
}

void FlawsTest::takesAFaultyAreaAsRepaired()
{
    QVector<domain::GridArea> areas = blocks({block(0, 0, 100, 100), block(50, 0, 100, 100)});
    std::swap(areas[1].shape.parts[0].outer[0], areas[1].shape.parts[0].outer[1]); // a bow tie
    const QVector<Flaw> flaws = *findFlaws(areas);
    QVERIFY(!flaws.isEmpty());
    areas.append({{}, of({{0, 0}})});
    QCOMPARE(findFlaws(areas)->size(), flaws.size());
}

void FlawsTest::stopsWhenTold()
{
    const QVector<domain::GridArea> areas = Town(10, 10, 2, 3).areas();
    int last = 0;
    QVERIFY(findFlaws(areas, [&last](int permille) {
        const bool goesOn = permille >= last && permille <= 1000;
        last = permille;
        return goesOn;
    }));
    QCOMPARE(last, 1000);
    for (int stop : {100, 300, 500, 700, 1000})
        QVERIFY(!findFlaws(areas, [stop](int permille) { return permille < stop; }));
}

void FlawsTest::looksThroughRealCouncils()
{
    const QVector<domain::GridArea> areas =
        areasOf(read(mapFile("la_neighborhood_councils_2019.geojson"))).mid(0, 30);
    if (areas.isEmpty())
        QSKIP("The councils' map is not here (../shared/data).");
    const QVector<Flaw> flaws = *findFlaws(areas);
    // An independent sum: what all have together, less what they cover.
    QVector<Shape> shapes;
    double all = 0, over = 0;
    for (const domain::GridArea &area : areas) {
        shapes.append(area.shape);
        all += area_m2(area.shape);
    }
    for (const Flaw &flaw : flaws)
        over += flaw.kind == Flaw::Overlap ? flaw.area_m2 : 0;
    const double covered = area_m2(shapeOf(joined(shapes).get()));
    // Ground that three have is counted for each two of them.
    QVERIFY(over > 0.99 * (all - covered) && over < 1.1 * (all - covered));
}

QTEST_APPLESS_MAIN(FlawsTest)
#include "flaws_test.moc"
