// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/area_scene.h"
#include "map/map_camera.h"
#include "map/mercator.h"
#include "map/pin_scene.h"
#include "map/simplify.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <numeric>

using namespace ui::map;
using namespace Qt::StringLiterals;

namespace
{

MapGrid squareGrid(int number, int west, int south, int side, const QString &code)
{
    const int east = west + side;
    const int north = south + side;
    return {madeMap::idOf(number),
        {{{{{west, south}, {east, south}, {east, north}, {west, north}}, {}}}}, code, {}, {}};
}

QPointF middle(const MapGrid &grid)
{
    return toWorld(grid.shape.box()).center();
}

} // namespace

class MapSceneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void borderOfTwoGridsIsKeptOnce();
    void neighboursLoseTheSameCorners();
    void holeAndWhatFillsItShareTheirBorder();
    void repeatedCornersAndLinesDoNoHarm();
    void littleBendsGoFirst();
    void indexFindsWhatALookAtAllFinds();
    void gridUnderAPlace();
    void ofGridsThatOverlapTheSmallestIsMeant();
    void codesAreWalkedAsPeopleCount();
    void areaIsSelectedByItsShape();
    void labelsStandInTheirGrid();
    void clustersCountEveryPinOnce_data();
    void clustersCountEveryPinOnce();
    void clustersOfOneScaleStandApart();
    void latePinsAreCounted();
    void layersGatherApart();
};

void MapSceneTest::borderOfTwoGridsIsKeptOnce()
{
    // Two fields side by side: one border between them, one around each besides.
    const AreaScene scene(madeMap::grids({.across = 2, .down = 1}));
    QCOMPARE(scene.outlines().areas(), 2);
    QCOMPARE(scene.outlines().borders(), 3);
    QCOMPARE(scene.outlines().worldRings(0).constFirst().size(), 4 * 8);
}

void MapSceneTest::neighboursLoseTheSameCorners()
{
    const AreaScene scene(madeMap::grids({.across = 6, .down = 6}));
    MapCamera camera({}, 1, {120, 120});
    camera.fit(scene.box(), 4);
    // Seen from here some corners are gone, and still each stretch between two is there on both of its sides, or outermost once.
    QHash<std::pair<int, int>, int> stretches;
    qsizetype corners = 0;
    for (int area = 0; area < scene.count(); ++area) {
        QList<QPolygonF> rings;
        scene.outlines().ringsInto(rings, area, camera);
        corners += rings.constFirst().size();
        for (qsizetype i = 1; i < rings.constFirst().size(); ++i) {
            const QPointF at = rings.constFirst().at(i - 1) + rings.constFirst().at(i);
            ++stretches[{qRound(at.x() * 1000), qRound(at.y() * 1000)}];
        }
    }
    QVERIFY(corners < 36 * 32);
    const auto alone = std::count(stretches.cbegin(), stretches.cend(), 1);
    const auto both = std::count(stretches.cbegin(), stretches.cend(), 2);
    QCOMPARE(alone + both, stretches.size());
    QVERIFY(both > 2 * alone);
}

void MapSceneTest::holeAndWhatFillsItShareTheirBorder()
{
    MapGrid outer = squareGrid(1, 0, 0, 1'000'000, u"01"_s);
    const MapGrid inner = squareGrid(2, 300'000, 300'000, 200'000, u"02"_s);
    domain::Ring hole = inner.shape.parts.at(0).outer;
    std::reverse(hole.begin(), hole.end());
    std::rotate(hole.begin(), hole.begin() + 2, hole.end());
    outer.shape.parts[0].holes.append(hole);
    const AreaScene scene({outer, inner});
    QCOMPARE(scene.outlines().borders(), 4); // each ring is two
    QCOMPARE(scene.gridAt(middle(inner)), 1);
    QVERIFY(!scene.outlines().holds(0, middle(inner)));
}

void MapSceneTest::repeatedCornersAndLinesDoNoHarm()
{
    MapGrid closed = squareGrid(1, 0, 0, 1'000'000, u"01"_s);
    domain::Ring &ring = closed.shape.parts[0].outer;
    ring.append(ring.constFirst());
    ring.insert(2, ring.at(1));
    MapGrid line = squareGrid(2, 5'000'000, 0, 0, u"02"_s);
    MapGrid empty{madeMap::idOf(3), {}, u"03"_s, {}, {}};
    const AreaScene scene({closed, line, empty});
    QCOMPARE(scene.outlines().worldRings(0).constFirst().size(), 4);
    QVERIFY(scene.outlines().worldRings(1).isEmpty());
    QVERIFY(scene.room(2).isEmpty());
    QVERIFY(scene.box().width() > 0);
}

void MapSceneTest::littleBendsGoFirst()
{
    const std::vector<QPointF> line{{0, 0}, {10, 0.1}, {20, 0}, {30, 15}, {40, 0}};
    const std::vector<float> matters = cornerAreas(line);
    QCOMPARE(matters[0], always);
    QCOMPARE(matters[4], always);
    QVERIFY(matters[1] < matters[2]);
    QVERIFY(matters[2] <= matters[3]);
    QVERIFY(cornerAreas(std::span(line).first(1)).size() == 1);
}

void MapSceneTest::indexFindsWhatALookAtAllFinds()
{
    QRandomGenerator dice(11);
    const auto box = [&dice](double most) {
        return QRectF(
            dice.bounded(1000), dice.bounded(1000), dice.bounded(most), dice.bounded(most));
    };
    for (int count : {0, 1, 15, 16, 17, 300, 5000}) {
        std::vector<QRectF> boxes;
        for (int i = 0; i < count; ++i)
            boxes.push_back(box(i % 7 ? 20 : 300));
        const BoxIndex index(boxes);
        for (int i = 0; i < 50; ++i) {
            const QRectF window = box(200);
            std::vector<int> expected;
            for (int k = 0; k < count; ++k) {
                if (boxes[size_t(k)].intersects(window))
                    expected.push_back(k);
            }
            QCOMPARE(index.meeting(window), expected);
        }
    }
}

void MapSceneTest::gridUnderAPlace()
{
    const QVector<MapGrid> grids = madeMap::grids({.across = 5, .down = 4});
    const AreaScene scene(grids);
    for (int number = 0; number < grids.size(); ++number)
        QCOMPARE(scene.gridAt(middle(grids.at(number))), number);
    QCOMPARE(scene.gridAt(scene.box().topLeft() - QPointF(1000, 1000)), -1);
}

void MapSceneTest::ofGridsThatOverlapTheSmallestIsMeant()
{
    const MapGrid large = squareGrid(1, 0, 0, 1'000'000, u"01"_s);
    const MapGrid small = squareGrid(2, 100'000, 100'000, 200'000, u"02"_s);
    QCOMPARE(AreaScene({large, small}).gridAt(middle(small)), 1);
    QCOMPARE(AreaScene({small, large}).gridAt(middle(small)), 0);
}

void MapSceneTest::codesAreWalkedAsPeopleCount()
{
    const AreaScene scene({squareGrid(1, 0, 0, 10, u"10"_s), squareGrid(2, 20, 0, 10, u"9"_s),
        squareGrid(3, 40, 0, 10, u"100"_s)});
    QStringList walked;
    for (int number = scene.stepFrom(-1, 1); number >= 0; number = scene.stepFrom(number, 1))
        walked << scene.grid(number).code;
    QCOMPARE(walked, (QStringList{u"9"_s, u"10"_s, u"100"_s}));
    QCOMPARE(scene.grid(scene.stepFrom(-1, -1)).code, u"100"_s);
    QCOMPARE(AreaScene({}).stepFrom(-1, 1), -1);
}

void MapSceneTest::areaIsSelectedByItsShape()
{
    // A triangle's box meets the window's corner; the triangle doesn't.
    MapGrid triangle{
        madeMap::idOf(1), {{{{{0, 0}, {1'000'000, 0}, {0, 1'000'000}}, {}}}}, {}, {}, {}};
    const AreaScene scene({triangle});
    domain::GeoBox corner{{800'000, 800'000}, {900'000, 900'000}};
    QVERIFY(scene.gridsIn(toWorld(corner)).empty());
    corner.add(domain::GeoPoint{300'000, 300'000});
    QCOMPARE(scene.gridsIn(toWorld(corner)), std::vector<int>{0});
}

void MapSceneTest::labelsStandInTheirGrid()
{
    const AreaScene scene(madeMap::grids({.across = 8, .down = 5}));
    for (int number = 0; number < scene.count(); ++number) {
        QVERIFY(!scene.room(number).isEmpty());
        QVERIFY(scene.outlines().holds(number, scene.room(number).center()));
        QVERIFY(scene.room(number).width() > scene.box(number).width() / 3);
    }
}

void MapSceneTest::clustersCountEveryPinOnce_data()
{
    QTest::addColumn<int>("level");
    for (int level : {0, 8, 14, 17, 20, 26})
        QTest::addRow("level %d", level) << level;
}

void MapSceneTest::clustersCountEveryPinOnce()
{
    QFETCH(int, level);
    const PinScene scene(madeMap::pins({}, 3000));
    const std::vector<Cluster> clusters = scene.clusters(PinLayer::Tickets, level);
    QSet<int> met;
    for (const Cluster &cluster : clusters) {
        for (int pin : scene.members(PinLayer::Tickets, cluster)) {
            QVERIFY(!met.contains(pin));
            met.insert(pin);
        }
    }
    QCOMPARE(met.size(), scene.count(PinLayer::Tickets));
    QVERIFY(level > 0 || clusters.size() == 1);
}

void MapSceneTest::clustersOfOneScaleStandApart()
{
    const PinScene scene(madeMap::pins({.across = 20, .down = 20}, 5000));
    for (double scale : {0.02, 0.05, 0.11, 0.4}) {
        std::vector<QPointF> several;
        for (const Cluster &cluster :
            scene.clusters(PinLayer::Tickets, PinScene::levelFor(scale))) {
            if (cluster.count > 1)
                several.push_back(cluster.at * scale);
        }
        for (size_t i = 0; i < several.size(); ++i) {
            for (size_t k = i + 1; k < several.size(); ++k) {
                const QPointF apart = several[i] - several[k];
                QVERIFY(std::max(std::abs(apart.x()), std::abs(apart.y())) > 28);
            }
        }
    }
}

void MapSceneTest::latePinsAreCounted()
{
    const domain::GeoPoint place{1163974720, 399087120};
    const PinScene scene(
        {{place, PinKind::Late, madeMap::idOf(1), {}}, {place, PinKind::Open, madeMap::idOf(2), {}},
            {place, PinKind::Late, madeMap::idOf(3), {}}});
    // Pins at one door stay together at any scale.
    const std::vector<Cluster> clusters = scene.clusters(PinLayer::Tickets, PinScene::levelFor(50));
    QCOMPARE(clusters.size(), 1U);
    QCOMPARE(clusters[0].count, 3);
    QCOMPARE(clusters[0].late, 2);
}

void MapSceneTest::layersGatherApart()
{
    const PinScene scene(madeMap::pins({}, 100));
    QCOMPARE(scene.count(PinLayer::Tickets), 80);
    QCOMPARE(scene.count(PinLayer::Equipment), 10);
    QCOMPARE(scene.count(PinLayer::People), 10);
    QCOMPARE(scene.clusters(PinLayer::Equipment, 0).at(0).count, 10);
    QVERIFY(scene.clusters(PinLayer::Patrols, 0).empty());
}

QTEST_GUILESS_MAIN(MapSceneTest)
#include "map_scene_test.moc"
