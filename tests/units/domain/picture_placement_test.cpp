// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/picture_placement.h"

#include <QTest>

#include <cmath>

using namespace domain;

namespace
{

// A plan of 1,000 by 800 pixels, 0.4 m each in Web Mercator, turned by ten degrees, its left upper corner at 114°E 30°N.
MercatorPoint truth(double x, double y)
{
    const MercatorPoint corner = toMercator(GeoPoint{1140000000, 300000000});
    const double turn = 10 * 3.14159265358979 / 180, scale = 0.4;
    return {corner.x + scale * (x * std::cos(turn) + y * std::sin(turn)),
        corner.y + scale * (x * std::sin(turn) - y * std::cos(turn))};
}

ControlPoint known(double x, double y, double eastward = 0)
{
    MercatorPoint there = truth(x, y);
    there.x += eastward / std::cos(30 * 3.14159265358979 / 180); // metres on the ground
    return {x, y, *fromMercator(there)};
}

PictureControl plan(const QVector<ControlPoint> &points)
{
    return {1000, 800, points};
}

PicturePlacement placed(const QVector<ControlPoint> &points)
{
    const auto placement = placePicture(plan(points));
    return std::holds_alternative<PicturePlacement>(placement)
        ? std::get<PicturePlacement>(placement)
        : PicturePlacement{};
}

QString refusalOf(const PictureControl &picture)
{
    const auto placement = placePicture(picture);
    const auto *refusal = std::get_if<Refusal>(&placement);
    return refusal ? refusal->what : QString();
}

double distance(const MercatorPoint &a, const MercatorPoint &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

class PicturePlacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mercatorThereAndBack()
    {
        const MercatorPoint there = toMercator({1140000000, 300000000});
        QVERIFY(std::abs(there.x - 12690421.950) < 0.01);
        QVERIFY(std::abs(there.y - 3503549.844) < 0.01);
        QCOMPARE(fromMercator(there), (GeoPoint{1140000000, 300000000}));
        QVERIFY(!fromMercator({0, 3e7}));
        QVERIFY(!fromMercator({3e7, 0}));
        QVERIFY(!fromMercator({std::nan(""), 0}));
    }

    void twoPointsTurnAndScale()
    {
        const PicturePlacement placement = placed({known(10, 20), known(980, 700)});
        for (const auto &[x, y] :
            {std::pair(0.0, 0.0), std::pair(1000.0, 0.0), std::pair(500.0, 800.0)}) {
            QVERIFY(distance(placement.mercatorOf(x, y), truth(x, y)) < 0.05);
            const auto [px, py] = placement.pixelOf(*placement.placeOf(x, y));
            QVERIFY(std::abs(px - x) < 0.1 && std::abs(py - y) < 0.1);
        }
        QCOMPARE(placement.misses, QVector<double>({0, 0}));
        QCOMPARE(placement.doubtful, -1);
    }

    void threePointsMayShear()
    {
        QVector<ControlPoint> points{known(0, 0), known(1000, 0), known(0, 800, 20)};
        const PicturePlacement placement = placed(points);
        QVERIFY(placement.typicalMiss < 0.02);
        const MercatorPoint moved = toMercator(points[2].place);
        QVERIFY(distance(placement.mercatorOf(0, 800), moved) < 0.02);
    }

    void manyPointsAndAllOfThemGood()
    {
        const PicturePlacement placement =
            placed({known(0, 0, 0.3), known(1000, 0, -0.2), known(0, 800, 0.1),
                known(1000, 800, -0.3), known(500, 400, 0.2), known(200, 600, -0.1)});
        QVERIFY(placement.typicalMiss > 0.05 && placement.typicalMiss < 0.4);
        QCOMPARE(placement.doubtful, -1);
    }

    // Whichever it is: the street corner next door is 30 m off.
    void theWrongPointIsNamed()
    {
        for (int wrong = 0; wrong < 6; ++wrong) {
            const double x[] = {0, 1000, 0, 1000, 450, 200}, y[] = {0, 0, 800, 800, 380, 600};
            QVector<ControlPoint> points;
            for (int i = 0; i < 6; ++i)
                points.append(known(x[i], y[i], i == wrong ? 30 : 0));
            const PicturePlacement placement = placed(points);
            QCOMPARE(placement.doubtful, wrong);
            QVERIFY(placement.misses[wrong] > 5);
        }
    }

    void refuses()
    {
        QVERIFY(refusalOf(plan({})).contains("fewer than two"));
        QVERIFY(refusalOf(plan({known(0, 0)})).contains("fewer than two"));
        QVERIFY(refusalOf(plan({known(5, 5), known(6, 5)})).contains("1 and 2"));
        QVERIFY(refusalOf(plan({known(5, 5), {900, 5, known(5, 5).place}})).contains("1 and 2"));
        QVERIFY(
            refusalOf(plan({known(0, 0), known(500, 400), known(1000, 800)})).contains("one line"));
        QVERIFY(refusalOf(plan({known(0, 0), known(500, 401), known(1000, 800), known(250, 200)}))
                    .contains("one line"));
        QVERIFY(refusalOf(plan({{std::nan(""), 0, {}}, known(500, 400)})).contains("nowhere"));
        PictureControl empty = plan({known(0, 0), known(1000, 800)});
        empty.width = 0;
        QVERIFY(refusalOf(empty).contains("empty"));
        QVector<ControlPoint> swapped{known(0, 0), known(1000, 0), known(0, 800)};
        std::swap(swapped[0].place, swapped[1].place);
        swapped[2].place = known(1000, 800).place;
        QVERIFY(refusalOf(plan(swapped)).contains("from behind"));
    }
};

QTEST_GUILESS_MAIN(PicturePlacementTest)
#include "picture_placement_test.moc"
