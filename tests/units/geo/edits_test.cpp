// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/geo/shapes.h"

#include "geo/edits.h"
#include "geo/fault.h"
#include "geo/flaws.h"
#include "geo/grid_index.h"
#include "geo/measures.h"

#include <QTest>

using namespace geo;
using namespace shapes;

namespace
{

constexpr qint32 k = 10'000; // some hundred metres

Shape block(int west, int south, int east, int north)
{
    return of(box(west * k, south * k, east * k, north * k));
}

Line line(const QVector<std::pair<double, double>> &places)
{
    Line line;
    for (const auto &[lon, lat] : places)
        line.append({qint32(lon * k), qint32(lat * k)});
    return line;
}

const Edited *edited(const Outcome &outcome)
{
    if (const auto *refusal = std::get_if<domain::Refusal>(&outcome))
        qInfo().noquote() << refusal->text();
    return std::get_if<Edited>(&outcome);
}

bool isRefused(const Outcome &outcome)
{
    const auto *refusal = std::get_if<domain::Refusal>(&outcome);
    return refusal && !refusal->what.isEmpty() && !refusal->advice.isEmpty();
}

double sum_m2(const Shapes &shapes)
{
    double sum = 0;
    for (const Shape &shape : shapes)
        sum += area_m2(shape);
    return sum;
}

bool areClose(double one, double other)
{
    return std::abs(one - other) < 2;
}

bool haveCorner(const Shape &shape, const GeoPoint &corner)
{
    return shape.parts.front().outer.contains(corner);
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAlongALine();
    void splitsHorseshoesAndParts();
    void splitsWhereTheHandEndsAtTheBorder();
    void givesTheNeighbourTheSameCorner();
    void mergesNeighbours();
    void movesABorder();
    void snapsOntoCornersAndBorders();
    void snapsOnlyWhatIsNear();
    void healsAnOverlapAndAGap();
    void refusesWhatCantBe();
};

void EditsTest::splitsAlongALine()
{
    const Shape shape = block(0, 0, 10, 10);
    const Outcome outcome = split(shape, line({{-1, 3}, {5, 3}, {5, 4}, {11, 4}}));
    const Edited *halves = edited(outcome);
    QVERIFY(halves);
    QCOMPARE(halves->shapes.size(), 2);
    QVERIFY(area_m2(halves->shapes[0]) > area_m2(halves->shapes[1]));
    QVERIFY(areClose(sum_m2(halves->shapes), area_m2(shape)));
    QVERIFY(haveCorner(halves->shapes[0], {5 * k, 4 * k})
        && haveCorner(halves->shapes[1], {5 * k, 4 * k}));
    // A ring drawn within cuts a piece out.
    const Outcome yard = split(shape, line({{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}}));
    QCOMPARE(edited(yard)->shapes.size(), 2);
    QCOMPARE(edited(yard)->shapes[0].parts[0].holes.size(), 1);
}

void EditsTest::splitsHorseshoesAndParts()
{
    const Shape horseshoe = of({{0, 0}, {10 * k, 0}, {10 * k, 10 * k}, {8 * k, 10 * k},
        {8 * k, 2 * k}, {2 * k, 2 * k}, {2 * k, 10 * k}, {0, 10 * k}});
    QCOMPARE(edited(split(horseshoe, line({{-1, 5}, {11, 5}})))->shapes.size(), 3);
    Shape apart = block(0, 0, 10, 10);
    apart.parts.append(block(20, 0, 21, 1).parts);
    const Outcome outcome = split(apart, line({{-1, 3}, {11, 3}}));
    QCOMPARE(edited(outcome)->shapes.size(), 2);
    QCOMPARE(edited(outcome)->shapes[0].parts.size(), 2);
    QVERIFY(areClose(sum_m2(edited(outcome)->shapes), area_m2(apart)));
}

void EditsTest::splitsWhereTheHandEndsAtTheBorder()
{
    const Shape shape = block(0, 0, 10, 10);
    const qint32 halfMetre = 45;
    for (qint32 off : {-halfMetre, 0, halfMetre}) {
        const Outcome outcome = split(shape, {{off, 3 * k}, {10 * k - off, 5 * k}});
        QVERIFY(edited(outcome));
        QCOMPARE(edited(outcome)->shapes.size(), 2);
    }
    QVERIFY(isRefused(split(shape, line({{1, 3}, {11, 3}})))); // a hundred metres short
}

void EditsTest::givesTheNeighbourTheSameCorner()
{
    // A slanting common border, where the line's end is no whole number.
    const Shape west = of({{0, 0}, {70'001, 0}, {50'003, 99'991}, {0, 99'991}});
    const Shape east = of({{70'001, 0}, {150'000, 0}, {150'000, 99'991}, {50'003, 99'991}});
    const Shape far = block(30, 0, 31, 1);
    const Outcome outcome = split(west, line({{-1, 3.3333}, {11, 4.4444}}), {far, east});
    const Edited *done = edited(outcome);
    QVERIFY(done);
    QCOMPARE(done->neighbours.keys(), QList{1});
    const Ring &ring = done->neighbours[1].parts[0].outer;
    QCOMPARE(ring.size(), 5);
    const auto fresh = std::ranges::find_if(
        ring, [&east](const GeoPoint &corner) { return !haveCorner(east, corner); });
    QVERIFY(haveCorner(done->shapes[0], *fresh) && haveCorner(done->shapes[1], *fresh));
    QCOMPARE(findFlaws({{{}, done->shapes[0]}, {{}, done->shapes[1]}, {{}, done->neighbours[1]}})
                 ->size(),
        0);
}

void EditsTest::mergesNeighbours()
{
    const Outcome outcome = merged(
        {block(0, 0, 10, 10), block(10, 2, 20, 8), block(20, 0, 30, 10)}, {block(10, 8, 20, 10)});
    QVERIFY(edited(outcome));
    QCOMPARE(edited(outcome)->shapes.size(), 1);
    QVERIFY(edited(outcome)->note.isEmpty());
    QCOMPARE(edited(outcome)->shapes[0].parts.size(), 1);
    const Outcome apart = merged({block(0, 0, 10, 10), block(20, 0, 30, 10)});
    QCOMPARE(edited(apart)->shapes[0].parts.size(), 2);
    QVERIFY(!edited(apart)->note.isEmpty());
}

void EditsTest::movesABorder()
{
    const Shape west = block(0, 0, 10, 10), east = block(10, 0, 20, 10),
                south = block(0, -5, 20, 0);
    const Outcome outcome = movedBorder(west, east, line({{12, -1}, {13, 11}}), {south});
    const Edited *done = edited(outcome);
    QVERIFY(done);
    QVERIFY(areClose(sum_m2(done->shapes), sum_m2({west, east})));
    QVERIFY(holds(done->shapes[0], {11 * k, 5 * k}));
    QVERIFY(holds(done->shapes[1], {15 * k, 5 * k}));
    QCOMPARE(done->neighbours.size(), 1);
    QCOMPARE(findFlaws({{{}, done->shapes[0]}, {{}, done->shapes[1]}, {{}, done->neighbours[0]}})
                 ->size(),
        0);
    QVERIFY(isRefused(movedBorder(west, block(50, 0, 60, 10), line({{12, -1}, {13, 11}}))));
    QVERIFY(isRefused(movedBorder(west, east, line({{12, 1}, {13, 9}}))));
    QVERIFY(isRefused(movedBorder(west, block(10, 0, 11, 10), line({{5, -1}, {5, 11}}))));
}

void EditsTest::snapsOntoCornersAndBorders()
{
    // Drawn by hand beside a neighbour: some metres over here, some metres away there.
    const Shape neighbour =
        of({{10 * k, 0}, {20 * k, 0}, {20 * k, 10 * k}, {10 * k, 10 * k}, {100'100, 51'234}});
    const Shape drawn =
        of({{0, 0}, {99'900, 150}, {100'250, 30'000}, {99'700, 99'800}, {0, 10 * k}});
    const Outcome outcome = snapped(drawn, {neighbour}, 5);
    const Edited *done = edited(outcome);
    QVERIFY(done);
    QVERIFY(
        haveCorner(done->shapes[0], {10 * k, 0}) && haveCorner(done->shapes[0], {10 * k, 10 * k}));
    QVERIFY(haveCorner(done->shapes[0], {100'100, 51'234}));
    QCOMPARE(done->neighbours.size(), 1); // got the corner that was drawn onto its border
    QCOMPARE(done->neighbours[0].corners(), 6);
    QCOMPARE(findFlaws({{{}, done->shapes[0]}, {{}, done->neighbours[0]}})->size(), 0);
    // And what lies right stays so.
    const Outcome again = snapped(done->shapes[0], {done->neighbours[0]}, 5);
    QCOMPARE(edited(again)->shapes[0], done->shapes[0]);
    QVERIFY(edited(again)->neighbours.isEmpty());
}

void EditsTest::snapsOnlyWhatIsNear()
{
    const Shape shape = block(0, 0, 10, 10), far = block(11, 0, 20, 10);
    for (double tolerance : {5.0, 0.0, -1.0, std::nan("")})
        QCOMPARE(edited(snapped(shape, {far}, tolerance))->shapes[0], shape);
    // A tolerance wider than the area itself pulls all its corners to one side.
    QVERIFY(
        isRefused(snapped(of(box(0, 0, 1'000, 1'000)), {of(box(1'500, 0, 90'000, 1'000))}, 100)));
}

void EditsTest::healsAnOverlapAndAGap()
{
    const Shape west = of({{0, 0}, {70'001, 0}, {50'003, 99'991}, {0, 99'991}});
    const Shape over = of({{60'000, -5'000}, {150'000, 0}, {150'000, 99'991}, {40'000, 77'777}});
    const Outcome cut = without(over, {west});
    const Edited *done = edited(cut);
    QVERIFY(done);
    const Shape healed = done->neighbours.value(0, west);
    QVector<domain::GridArea> division{{{}, healed}, {{}, done->shapes[0]}};
    QCOMPARE(findFlaws(division)->size(), 0);
    QVERIFY(areClose(area_m2(healed), area_m2(west)));
    QVERIFY(isRefused(without(block(1, 1, 2, 2), {block(0, 0, 10, 10)})));

    // A gap between three.
    const Shapes around{
        of({{0, 0}, {50'000, 30'001}, {100'000, 0}, {100'000, -50'000}, {0, -50'000}}),
        of({{0, 0}, {50'000, 60'000}, {50'000, 100'000}, {0, 100'000}}),
        of({{100'000, 0}, {100'000, 100'000}, {50'000, 100'000}, {50'000, 60'000}})};
    division = {{{}, around[0]}, {{}, around[1]}, {{}, around[2]}};
    const QVector<Flaw> flaws = *findFlaws(division);
    QCOMPARE(flaws.size(), 1);
    const Outcome fill = filled(around[0], flaws[0].where, {around[1], around[2]});
    QVERIFY(edited(fill));
    division[0].shape = edited(fill)->shapes[0];
    for (int at : edited(fill)->neighbours.keys())
        division[at + 1].shape = edited(fill)->neighbours[at];
    QCOMPARE(findFlaws(division)->size(), 0);
    QVERIFY(isRefused(filled(block(50, 50, 60, 60), flaws[0].where)));
}

void EditsTest::refusesWhatCantBe()
{
    const Shape good = block(0, 0, 10, 10),
                bowTie = of({{0, 0}, {10 * k, 10 * k}, {10 * k, 0}, {0, 10 * k}});
    QVERIFY(isRefused(split(bowTie, line({{-1, 3}, {11, 3}}))));
    QVERIFY(isRefused(split({}, line({{-1, 3}, {11, 3}}))));
    QVERIFY(isRefused(split(good, {})));
    QVERIFY(isRefused(split(good, line({{5, 5}}))));
    QVERIFY(isRefused(split(good, line({{-1, 3}, {-1, 3}}))));
    QVERIFY(isRefused(split(good, line({{-1, 0}, {11, 0}})))); // along the border
    QVERIFY(isRefused(merged({good})));
    QVERIFY(isRefused(merged({good, bowTie})));
    QVERIFY(isRefused(snapped(bowTie, {}, 5)));
    QVERIFY(isRefused(filled(good, {})));
    // A faulty neighbour is no hindrance.
    QVERIFY(edited(split(good, line({{-1, 3}, {11, 3}}), {bowTie, {}})));
}

QTEST_APPLESS_MAIN(EditsTest)
#include "edits_test.moc"
