// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_camera.h"

#include <QTest>

#include <cmath>

using namespace ui::map;
using domain::GeoPoint;

namespace
{

const GeoPoint tiananmen{1163974720, 399087120};

bool isNear(QPointF one, QPointF other, double within = 1e-6)
{
    return std::abs(one.x() - other.x()) < within && std::abs(one.y() - other.y()) < within;
}

} // namespace

class MapCameraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worldIsWebMercatorSouthwards();
    void placesComeBackToTheCentimetre_data();
    void placesComeBackToTheCentimetre();
    void polesStandAtTheEdge();
    void placeUnderTheCursorStaysWhileZooming();
    void panMovesWhatIsSeen();
    void fitShowsAllOfABox();
    void aSinglePlaceComesClose();
    void zoomEndsSomewhere();
    void scaleBarMeasuresTheGround();
};

void MapCameraTest::worldIsWebMercatorSouthwards()
{
    // By the formulas of EPSG:3857, reckoned with another program.
    QVERIFY(isNear(toWorld(GeoPoint{}), {0, 0}));
    QVERIFY(isNear(toWorld(tiananmen), {12957307.31, -4852685.41}, 0.1));
    QVERIFY(toWorld(tiananmen).y() < 0);
}

void MapCameraTest::placesComeBackToTheCentimetre_data()
{
    QTest::addColumn<int>("lon");
    QTest::addColumn<int>("lat");
    QTest::newRow("Beijing") << 1163974720 << 399087120;
    QTest::newRow("Los Angeles") << -1182436849 << 340522342;
    QTest::newRow("Sydney") << 1512092960 << -338688200;
    QTest::newRow("date line") << 1800000000 << 650000000;
}

void MapCameraTest::placesComeBackToTheCentimetre()
{
    QFETCH(int, lon);
    QFETCH(int, lat);
    const GeoPoint place{lon, lat};
    QCOMPARE(toPlace(toWorld(place)), place);
    const MapCamera camera(toWorld(place), 20, {1600, 1000});
    QCOMPARE(camera.placeAt({800, 500}), place);
}

void MapCameraTest::polesStandAtTheEdge()
{
    QVERIFY(isNear(toWorld(GeoPoint{0, 900'000'000}), {0, -worldHalf}, 0.01));
    QVERIFY(std::abs(toPlace({0, worldHalf * 3}).lat() + 85.0511287) < 1e-6);
}

void MapCameraTest::placeUnderTheCursorStaysWhileZooming()
{
    MapCamera camera(toWorld(tiananmen), 0.5, {1600, 1000});
    const QPointF cursor(300, 700);
    const QPointF before = camera.toWorldAt(cursor);
    for (int i = 0; i < 20; ++i)
        camera.zoomAt(cursor, i < 12 ? 1.3 : 0.7);
    QVERIFY(isNear(camera.toWorldAt(cursor), before, 1e-5));
}

void MapCameraTest::panMovesWhatIsSeen()
{
    MapCamera camera(toWorld(tiananmen), 2, {800, 600});
    const QPointF before = camera.pixelOf(tiananmen);
    camera.pan({30, -12});
    QVERIFY(isNear(camera.pixelOf(tiananmen), before + QPointF(30, -12)));
}

void MapCameraTest::fitShowsAllOfABox()
{
    MapCamera camera({}, 1, {800, 600});
    const QRectF box(1000, 2000, 400, 100);
    camera.fit(box, 20);
    const QRectF shown = camera.toPixel(box);
    QVERIFY(camera.window().adjusted(19, 19, -19, -19).contains(shown));
    QVERIFY(std::abs(shown.width() - 760) < 1e-6);
    QVERIFY(isNear(shown.center(), {400, 300}));
}

void MapCameraTest::aSinglePlaceComesClose()
{
    MapCamera camera({}, 1, {800, 600});
    camera.fit(QRectF(500, 500, 0, 0).adjusted(0, 0, 1e-9, 0), 20);
    QVERIFY(isNear(camera.centre(), {500, 500}));
    const MapCamera before = camera;
    camera.fit({}, 20); // nothing to show
    QCOMPARE(camera, before);
}

void MapCameraTest::zoomEndsSomewhere()
{
    MapCamera camera(toWorld(tiananmen), 1, {800, 600});
    for (int i = 0; i < 100; ++i)
        camera.zoomAt({400, 300}, 2);
    QVERIFY(camera.metresPerPixel() > 0.01);
    for (int i = 0; i < 100; ++i)
        camera.zoomAt({0, 0}, 0.5);
    QVERIFY(camera.visible().width() * camera.scale() <= 800 + 1e-6);
    QVERIFY(camera.toPixel(QRectF(-worldHalf, -worldHalf, worldSide, worldSide)).width() >= 255);
}

void MapCameraTest::scaleBarMeasuresTheGround()
{
    // Near Beijing a metre of the map is 0.767 m of the street.
    const MapCamera camera(toWorld(tiananmen), 1, {800, 600});
    QVERIFY(std::abs(camera.metresPerPixel() - std::cos(39.908712 * M_PI / 180)) < 1e-6);
}

QTEST_GUILESS_MAIN(MapCameraTest)
#include "map_camera_test.moc"
