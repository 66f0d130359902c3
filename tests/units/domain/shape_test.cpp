// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shape_code.h"

#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
const Ring hole{{2, 2}, {2, 4}, {4, 4}};

Shape shape(const Ring &outer, const QVector<Ring> &holes = {})
{
    return {{Polygon{outer, holes}}};
}

Shape randomShape(QRandomGenerator &random)
{
    const auto ring = [&random] {
        Ring ring(3 + random.bounded(40));
        for (GeoPoint &corner : ring)
            corner = {random.bounded(-1'800'000'000, 1'800'000'000),
                random.bounded(-900'000'000, 900'000'000)};
        return ring;
    };
    Shape shape;
    for (int part = random.bounded(1, 4); part > 0; --part) {
        Polygon polygon{ring(), {}};
        for (int holes = random.bounded(3); holes > 0; --holes)
            polygon.holes.append(ring());
        shape.parts.append(polygon);
    }
    return shape;
}

} // namespace

/// Places and areas as the record keeps them.
class ShapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void degreesBecomeWholeNumbers_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("text");
        QTest::newRow("Beijing") << 116.3912 << 39.9075 << u"116.3912000, 39.9075000"_s;
        QTest::newRow("rounded") << 0.00000005 << -0.00000004 << u"0.0000001, 0.0000000"_s;
        QTest::newRow("the corner of the earth") << -180.0 << 90.0 << u"-180.0000000, 90.0000000"_s;
        QTest::newRow("too far east") << 180.0000001 << 0.0 << QString();
        QTest::newRow("too far north") << 0.0 << 90.1 << QString();
        QTest::newRow("no number") << qQNaN() << 0.0 << QString();
        QTest::newRow("endless") << 0.0 << -qInf() << QString();
    }
    void degreesBecomeWholeNumbers()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        const auto point = GeoPoint::fromDegrees(lon, lat);
        QTEST(point ? placeText(*point) : QString(), "text");
    }

    void aBoxGrowsAndMeets()
    {
        GeoBox box;
        QVERIFY(box.isEmpty() && !box.holds({0, 0}) && !box.meets(box));
        box.add(GeoPoint{0, 0});
        QVERIFY(box.holds({0, 0}) && !box.holds({1, 0}));
        box.add(shape(square).box());
        QVERIFY(box.holds({10, 10}) && box.meets({{10, 10}, {20, 20}}));
        QVERIFY(!box.meets({{11, 0}, {20, 20}}));
        QCOMPARE(Shape().box(), GeoBox());
    }

    void shapesComeBackFromTheirCode()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            const Shape drawn = randomShape(random);
            QCOMPARE(shapeOf(codeOf(drawn)), drawn);
        }
        QCOMPARE(shapeOf(codeOf(Shape())), Shape());
        QCOMPARE(shapeOf(codeOf(shape(square, {hole}))), shape(square, {hole}));
    }

    /// Other programs read it: the bytes are those of the published form.
    void theCodeIsTinyWellKnownBinary()
    {
        QCOMPARE(codeOf(shape({{1, 2}, {3, 2}, {3, 64}})).toHex(),
            "e600010103020404000"
            "07c"_ba);
        QCOMPARE(codeOf(Shape()).toHex(), "e610"_ba);
    }

    void whatIsNoCodeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("code");
        const QByteArray right = codeOf(shape(square, {hole}));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another kind") << QByteArray(right).replace(0, 1, "\xE3");
        QTest::newRow("with a box") << QByteArray(right).replace(1, 1, "\x01");
        QTest::newRow("more behind") << right + '\0';
        QTest::newRow("cut") << right.chopped(1);
        QTest::newRow("empty with a rest") << QByteArray("\xE6\x10\x01", 3);
        QTest::newRow("a part without rings") << QByteArray("\xE6\x00\x01\x00", 4);
        QTest::newRow("no parts") << QByteArray("\xE6\x00\x00", 3);
        QTest::newRow("two corners") << codeOf(shape({{0, 0}, {1, 1}}));
        QTest::newRow("padded number")
            << QByteArray(right).replace(2, 1, QByteArray("\x81\x00", 2));
        QTest::newRow("endless number") << QByteArray("\xE6\x00", 2) + QByteArray(12, char(0xFF));
        QTest::newRow("more parts than bytes") << QByteArray("\xE6\x00\xFF\xFF\xFF\x7F", 6);
        QTest::newRow("beyond the pole") << codeOf(shape({{0, 900'000'001}, {1, 0}, {2, 0}}));
        QTest::newRow("beyond the date line")
            << codeOf(shape({{1'800'000'001, 0}, {1, 0}, {2, 5}}));
        QTest::newRow("too many corners") << codeOf(shape(Ring(mostCorners + 1, GeoPoint{1, 1})));
    }
    void whatIsNoCodeIsRefused()
    {
        QFETCH(QByteArray, code);
        QVERIFY(!shapeOf(code));
    }

    /// Whatever comes in: never a crash, and what is read is what would be written.
    void changedBytesAreReadAsTheyStandOrNotAtAll()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray code = codeOf(randomShape(random)).first(60);
            code[random.bounded(code.size())] = char(random.bounded(256));
            if (const auto read = shapeOf(code))
                QCOMPARE(codeOf(*read), code);
        }
    }
};

QTEST_GUILESS_MAIN(ShapeTest)
#include "shape_test.moc"
