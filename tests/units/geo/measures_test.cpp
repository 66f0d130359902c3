// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/grid_index.h"
#include "geo/measures.h"
#include "geo/scale.h"

#include <QTest>

using namespace geo;
using namespace shapes;

namespace
{

bool isNear(double value, double expected, double part)
{
    return std::abs(value - expected) <= part * std::abs(expected);
}

} // namespace

class MeasuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheTextbook();
    void takesHolesAndPartsIntoAccount();
    void agreesWithAPlaneForAStreet();
    void putsALabelInside_data();
    void putsALabelInside();
    void putsALabelWhereThereIsRoom();
    void findsRoomInEveryDistrict();
};

void MeasuresTest::agreesWithTheTextbook()
{
    // A degree of latitude at the equator and at the pole, a degree of longitude at the equator, one square degree.
    QVERIFY(isNear(length_m({{0, 0}, {0, 10'000'000}}), 110'574.389, 1e-8));
    QVERIFY(isNear(length_m({{0, 890'000'000}, {0, 900'000'000}}), 111'693.865, 1e-8));
    QVERIFY(isNear(distance_m({0, 0}, {10'000'000, 0}), 111'319.491, 1e-8));
    QVERIFY(isNear(area_m2(of(box(0, 0, 10'000'000, 10'000'000))), 12'308'778'361.469, 1e-9));
    QCOMPARE(area_m2({}), 0.0);
    QCOMPARE(length_m({}), 0.0);
}

void MeasuresTest::takesHolesAndPartsIntoAccount()
{
    const Ring outer = box(0, 0, 100'000, 100'000), hole = box(20'000, 20'000, 40'000, 40'000);
    const Ring apart = box(200'000, 0, 300'000, 100'000);
    const double whole = area_m2(of(outer));
    const Shape shape{{{outer, {hole}}, {apart, {}}}};
    QVERIFY(isNear(area_m2(shape), 2 * whole - area_m2(of(hole)), 1e-9));
    QVERIFY(isNear(perimeter_m(shape), 2 * perimeter_m(of(outer)) + perimeter_m(of(hole)), 1e-9));
    // Whichever way round it was drawn.
    QVERIFY(isNear(area_m2(of(Ring(outer.rbegin(), outer.rend()))), whole, 1e-12));
}

void MeasuresTest::agreesWithAPlaneForAStreet()
{
    for (double lat : {0.0, 22.5, 39.9, 53.0, -60.0, 89.0}) {
        const GeoPoint from = *GeoPoint::fromDegrees(116.4, lat);
        const GeoPoint to{from.lon_e7 + 20'000, from.lat_e7 - 15'000};
        QVERIFY(isNear(Scale::at(lat).distance_m(from, to), distance_m(from, to), 2e-4));
    }
    QVERIFY(Scale::at(90).lon_m >= 0);
}

void MeasuresTest::putsALabelInside_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::newRow("box") << of(box(0, 0, 1'000, 1'000));
    QTest::newRow("horseshoe") << of({{0, 0}, {1'000, 0}, {1'000, 1'000}, {900, 1'000}, {900, 100},
        {100, 100}, {100, 1'000}, {0, 1'000}});
    QTest::newRow("ring") << Shape{{{box(0, 0, 1'000, 1'000), {box(10, 10, 990, 990)}}}};
    QTest::newRow("bow tie") << of({{0, 0}, {1'000, 1'000}, {1'000, 0}, {0, 1'000}});
    QTest::newRow("needle") << of({{0, 0}, {100'000, 1}, {100'000, 2}});
    QTest::newRow("one unit") << of(box(0, 0, 1, 1));
    QTest::newRow("far north") << of(box(1'700'000'000, 890'000'000, 1'800'000'000, 900'000'000));
    QTest::newRow("two parts") << Shape{{{box(0, 0, 10, 10), {}}, {box(50, 50, 150, 150), {}}}};
}

void MeasuresTest::putsALabelInside()
{
    QFETCH(Shape, shape);
    const auto point = labelPoint(shape);
    QVERIFY(point);
    QVERIFY(holds(shape, *point));
}

void MeasuresTest::putsALabelWhereThereIsRoom()
{
    // A broad head on a long handle: the middle of the box is in the handle.
    const Shape spoon = of({{0, 0}, {100'000, 0}, {100'000, 45'000}, {900'000, 45'000},
        {900'000, 55'000}, {100'000, 55'000}, {100'000, 100'000}, {0, 100'000}});
    const auto point = labelPoint(spoon);
    QVERIFY(point);
    QVERIFY(holds(of(box(40'000, 40'000, 60'000, 60'000)), *point));
    QVERIFY(!labelPoint({}));
    QVERIFY(!labelPoint(of({{0, 0}, {10, 0}, {20, 0}})));
}

void MeasuresTest::findsRoomInEveryDistrict()
{
    const QVector<Named> districts = read(mapFile("shenzhen_districts.geojson"));
    if (districts.isEmpty())
        QSKIP("The districts' map is not here (../shared/data).");
    for (const Named &district : districts) {
        const auto point = labelPoint(district.shape);
        QVERIFY2(point && holds(district.shape, *point), qPrintable(district.name));
    }
}

QTEST_APPLESS_MAIN(MeasuresTest)
#include "measures_test.moc"
