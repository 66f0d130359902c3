// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/crossings.h"
#include "geo/fault.h"
#include "geo/geos.h"
#include "geo/measures.h"
#include "geo/repair.h"

#include <QTest>

using namespace geo;
using namespace shapes;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(geo::Fault::Kind)

namespace
{

constexpr qint32 k = 1'000; // some ten metres

Ring scaled(Ring ring)
{
    for (GeoPoint &corner : ring)
        corner = {corner.lon_e7 * k, corner.lat_e7 * k};
    return ring;
}

Shape drawn(const Ring &ring)
{
    return of(scaled(ring));
}

} // namespace

class RepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void repairsWhatIsWrong_data() { namesWhatIsWrong_data(); }
    void repairsWhatIsWrong();
    void hasNothingToSayOfARightArea();
    void keepsBothWingsOfABowTie();
    void keepsWhatIsGoneAroundTwice();
    void refusesWhatIsNoGrid();
    void doesNotWorkAtAScribbleForMinutes();
    void repairsAnyScribble();
    void repairsTheDistrictsThatCross();
};

void RepairTest::namesWhatIsWrong_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<Fault::Kind>("kind");
    const Ring square = scaled(box(0, 0, 10, 10));
    const auto holed = [&](const QVector<Ring> &holes) { return Shape{{{square, holes}}}; };
    QTest::newRow("two corners") << drawn({{0, 0}, {10, 10}}) << Fault::TooFewCorners;
    QTest::newRow("two corners, again and again")
        << drawn({{0, 0}, {10, 10}, {0, 0}, {10, 10}}) << Fault::TooFewCorners;
    QTest::newRow("flat") << drawn({{0, 0}, {5, 0}, {10, 0}}) << Fault::CrossesItself;
    QTest::newRow("bow tie") << drawn({{0, 0}, {10, 10}, {10, 0}, {0, 10}}) << Fault::CrossesItself;
    QTest::newRow("through a corner")
        << drawn({{0, 0}, {5, 5}, {10, 10}, {10, 0}, {5, 5}, {0, 10}}) << Fault::CrossesItself;
    QTest::newRow("through an edge at a corner")
        << drawn({{0, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 0}, {8, -5}, {5, -5}, {5, 10}, {0, 10}})
        << Fault::CrossesItself;
    QTest::newRow("spike") << drawn({{0, 0}, {10, 0}, {10, 5}, {20, 5}, {10, 5}, {10, 10}, {0, 10}})
                           << Fault::CrossesItself;
    QTest::newRow("pinched") << drawn({{0, 0}, {10, 0}, {5, 5}, {10, 10}, {0, 10}, {5, 5}})
                             << Fault::TouchesItself;
    QTest::newRow("hole outside") << holed({scaled(box(20, 20, 25, 25))}) << Fault::HoleOutside;
    QTest::newRow("hole within a hole")
        << holed({scaled(box(1, 1, 9, 9)), scaled(box(3, 3, 5, 5))}) << Fault::HolesMeet;
    QTest::newRow("hole over the border")
        << holed({scaled(box(5, 5, 15, 8))}) << Fault::CrossesItself;
    QTest::newRow("parts overlap")
        << Shape{{{square, {}}, {scaled(box(5, 5, 15, 15)), {}}}} << Fault::PartsOverlap;
    QTest::newRow("a part within another")
        << Shape{{{square, {}}, {scaled(box(3, 3, 5, 5)), {}}}} << Fault::PartsOverlap;
    QTest::newRow("the same part twice")
        << Shape{{{square, {}}, {square, {}}}} << Fault::PartsOverlap;
    QTest::newRow("cut apart") << holed({scaled({{0, 5}, {5, 2}, {10, 5}, {5, 8}})})
                               << Fault::CutApart;
}

void RepairTest::namesWhatIsWrong()
{
    QFETCH(Shape, shape);
    QFETCH(Fault::Kind, kind);
    const auto fault = findFault(shape);
    QVERIFY(fault);
    QCOMPARE(fault->kind, kind);
    QVERIFY(fault->words().contains(domain::placeText(fault->place)));
}

void RepairTest::repairsWhatIsWrong()
{
    QFETCH(Shape, shape);
    const Repair repair = repaired(shape);
    QVERIFY(repair.isChanged());
    QVERIFY(!repair.places.isEmpty());
    const auto fault = findFault(repair.shape);
    QVERIFY2(!fault, fault ? qPrintable(fault->words()) : "");
    QCOMPARE(repair.shape.isEmpty(), repair.after_m2 == 0);
    QCOMPARE(repair.after_m2, area_m2(repair.shape));
}

void RepairTest::hasNothingToSayOfARightArea()
{
    const Shape shape = Town(1, 1, 7, 1).areas().front().shape;
    QVERIFY(!findFault(shape));
    QVERIFY(!findFault({}));
    const Repair repair = repaired(shape);
    QCOMPARE(repair.shape, shape);
    QVERIFY(!repair.isChanged() && repair.places.isEmpty());
    QCOMPARE(repair.before_m2, repair.after_m2);
}

void RepairTest::keepsBothWingsOfABowTie()
{
    const Repair repair = repaired(drawn({{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
    QCOMPARE(repair.places, (QVector<GeoPoint>{{5 * k, 5 * k}}));
    QCOMPARE(repair.shape.parts.size(), 2);
    QVERIFY(std::abs(repair.before_m2 - repair.after_m2) < 1);
    QCOMPARE(repair.changes.size(), 2); // parted at one place; two parts now
}

void RepairTest::keepsWhatIsGoneAroundTwice()
{
    // A loop in the border's way: the map shows a hole there, nobody meant one.
    const Shape loop =
        drawn({{0, 0}, {20, 0}, {20, 10}, {5, 10}, {5, 5}, {15, 5}, {15, 20}, {0, 20}});
    const Repair repair = repaired(loop);
    QCOMPARE(repair.places.size(), 1);
    QVERIFY(repair.shape.parts.front().holes.isEmpty());
    QVERIFY(repair.after_m2 > repair.before_m2 + 1);
    QVERIFY(repair.changes.last().contains(u"twice"_s));
}

void RepairTest::refusesWhatIsNoGrid()
{
    const Repair beyond = repaired(of({{0, 0}, {1'900'000'000, 0}, {0, 10}}));
    QVERIFY(beyond.shape.isEmpty() && beyond.isChanged());
    Ring many;
    for (qint32 n = 0; n <= domain::mostCorners; ++n)
        many.append({n, n * (n % 2)});
    QCOMPARE(findFault(of(many))->kind, Fault::TooLarge);
    QVERIFY(repaired(of(many)).shape.isEmpty());
    QCOMPARE(findFault(of(box(0, 0, 10, 10)))->kind, Fault::Tiny);
    QCOMPARE(repaired(of(box(0, 0, 10, 10))).shape, of(box(0, 0, 10, 10)));
}

void RepairTest::doesNotWorkAtAScribbleForMinutes()
{
    std::mt19937 random(3);
    std::uniform_int_distribution<qint32> at(0, 300'000'000);
    Ring wild, comb, flower;
    for (int n = 0; n < 20'000; ++n)
        wild.append({at(random), at(random)});
    for (qint32 n = 0; n < 30'000;
         ++n) // slanting teeth, each with its neighbours' boxes within its own
        comb.append({n * 100 + (n % 2) * 100'000'000, (n % 2) * 100'000'000});
    for (qint32 n = 0; n < 5'000; ++n) // petals that touch in one place
        flower += Ring{{0, 0}, {100'000'000 - n * 2'000, n * 2'000},
            {100'000'000 - n * 2'000 - 500, n * 2'000 + 500}};
    comb.append({500'000'000, -10});
    std::swap(comb[1], comb[3]);
    for (const Ring &ring : {wild, comb, flower}) {
        const Deadline deadline(std::chrono::milliseconds(150));
        const auto fault = findFault(of(ring));
        QVERIFY(fault);
        QVERIFY(!fault->words().isEmpty());
        const Repair repair = repaired(of(ring));
        QVERIFY(repair.isChanged());
        QVERIFY(repair.shape.isEmpty() || !findFault(repair.shape));
    }
}

void RepairTest::repairsAnyScribble()
{
    // In a small world crossings fall beside the raster all the time and rounding makes new ones.
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        const qint32 size = round % 2 ? 30 : 300'000'000;
        Ring ring;
        for (int n = 0; n < 5 + round % 20; ++n)
            ring.append({std::uniform_int_distribution(0, size)(random),
                std::uniform_int_distribution(0, size)(random)});
        const Repair repair = repaired(of(ring));
        const auto fault = findFault(repair.shape);
        QVERIFY2(!fault || fault->kind == Fault::Tiny, qPrintable(QString::number(round)));
        QVERIFY(!repair.shape.isEmpty());
    }
}

void RepairTest::repairsTheDistrictsThatCross()
{
    const QVector<Named> districts = read(mapFile("beijing_districts_self_intersecting.geojson"));
    if (districts.isEmpty())
        QSKIP("The districts' map is not here (../shared/data).");
    QStringList faulty;
    for (const Named &district : districts) {
        const auto fault = findFault(district.shape);
        if (!fault)
            continue;
        if (fault->kind == Fault::CrossesItself)
            faulty << district.name;
        else
            QCOMPARE(fault->kind, Fault::TouchesItself);
        const Repair repair = repaired(district.shape);
        QVERIFY(!findFault(repair.shape));
        QVERIFY(std::abs(repair.after_m2 / repair.before_m2 - 1) < 0.001);
    }
    // The file's own note names the first two.
    QCOMPARE(faulty, (QStringList{u"丰台区"_s, u"海淀区"_s, u"房山区"_s, u"密云区"_s}));
}

QTEST_APPLESS_MAIN(RepairTest)
#include "repair_test.moc"
