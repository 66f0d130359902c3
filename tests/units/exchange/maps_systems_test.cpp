// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_support.h"

#include "exchange/map_systems.h"
#include "geo/systems.h"

using namespace maps;

// Where on earth the numbers of a map are.
class MapsSystemsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString square(const QByteArray &x, const QByteArray &y, const QByteArray &crs = {})
    {
        const QByteArray far = QByteArray::number(x.toDouble() + 0.01, 'f', 3);
        const QByteArray north = QByteArray::number(y.toDouble() + 0.01, 'f', 3);
        const QByteArray member = crs.isEmpty() ? QByteArray() : systemMember("name", crs);
        return written(m_folder, "square.geojson", geoJson(squareAt(x, y, far, north), member));
    }

private Q_SLOTS:
    // The same corner, 114°E 30°N, in the systems that people hand in.
    void sameCorner_data()
    {
        QTest::addColumn<QByteArray>("x");
        QTest::addColumn<QByteArray>("y");
        QTest::addColumn<QByteArray>("stated");
        QTest::addColumn<QString>("named");
        QTest::newRow("WGS 84") << QByteArray("114") << QByteArray("30") << QByteArray() << "";
        QTest::newRow("CGCS2000, stated") << QByteArray("114") << QByteArray("30")
                                          << QByteArray("urn:ogc:def:crs:EPSG::4490") << "";
        QTest::newRow("CGCS2000, named")
            << QByteArray("114") << QByteArray("30") << QByteArray() << "国家2000";
        QTest::newRow("Gauss-Krüger, stated")
            << QByteArray("500000") << QByteArray("3320113.398") << QByteArray("EPSG:4547") << "";
        QTest::newRow("Gauss-Krüger, named")
            << QByteArray("500000") << QByteArray("3320113.398") << QByteArray() << "EPSG:4547";
        QTest::newRow("zone 38, named")
            << QByteArray("38500000") << QByteArray("3320113.398") << QByteArray() << "4526";
        QTest::newRow("named against what is stated")
            << QByteArray("38500000") << QByteArray("3320113.398") << QByteArray("EPSG:3857")
            << "4526";
        QTest::newRow("Web Mercator") << QByteArray("12690421.950") << QByteArray("3503549.844")
                                      << QByteArray("EPSG:3857") << "";
    }

    void sameCorner()
    {
        QFETCH(QByteArray, x);
        QFETCH(QByteArray, y);
        QFETCH(QByteArray, stated);
        QFETCH(QString, named);
        const Map map = readMap(square(x, y, stated), {{}, inSystem(named)});
        QCOMPARE(map.refusal, QString());
        const domain::GeoPoint corner = map.content.box.least;
        QVERIFY2(isNear(corner, 114, 30), qPrintable(domain::placeText(corner)));
    }

    // What would land in the sea is refused with what it may be.
    void doesNotFit_data()
    {
        QTest::addColumn<QByteArray>("x");
        QTest::addColumn<QByteArray>("y");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("advice");
        QTest::newRow("metres that nobody named")
            << QByteArray("38500000") << QByteArray("3320113") << ""
            << "EPSG:4526";
        QTest::newRow("metres without a zone")
            << QByteArray("500000") << QByteArray("3320113") << ""
            << "EPSG:4547";
        QTest::newRow("Web Mercator") << QByteArray("12690421") << QByteArray("3503549") << ""
                                      << "EPSG:3857";
        QTest::newRow("metres called degrees")
            << QByteArray("500000") << QByteArray("3320113") << "CGCS2000"
            << "EPSG:4547";
        QTest::newRow("degrees called metres") << QByteArray("114") << QByteArray("30") << "4547"
                                               << "4490";
        QTest::newRow("no such system") << QByteArray("114") << QByteArray("30") << "EPSG:999999"
                                        << "EPSG number";
        QTest::newRow("a file") << QByteArray("114") << QByteArray("30") << "/etc/passwd"
                                << "EPSG number";
        QTest::newRow("an address")
            << QByteArray("114") << QByteArray("30") << "http://127.0.0.1:1/x"
            << "EPSG number";
    }

    void doesNotFit()
    {
        QFETCH(QByteArray, x);
        QFETCH(QByteArray, y);
        QFETCH(QString, named);
        QFETCH(QString, advice);
        const Map map = readMap(square(x, y), {{}, inSystem(named)});
        QVERIFY2(map.refusal.contains(advice), qPrintable(map.refusal));
    }

    // One stray corner doesn't make a map of degrees one of metres.
    void oneStrayFeatureIsAFault()
    {
        const QByteArray good = featureOf(squareAt("114", "30", "114.1", "30.1"));
        const QByteArray stray = featureOf(squareAt("1140", "30", "1141", "31"));
        const Map map = readMap(written(m_folder, "stray.geojson", fileOf({good, stray, good})));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.faults(), 1);
        QCOMPARE(map.content.features[1].fault->kind, FeatureFault::OutOfRange);
        QVERIFY(map.content.features[1].fault->words.contains("1140, 30"));
    }

    // Maps with an offset are set right by whoever knows how, corner by corner.
    void anOffsetIsTakenOut()
    {
        MapOptions options;
        options.placeOf = [](double lon, double lat) {
            return domain::GeoPoint::fromDegrees(lon - 0.005, lat - 0.002);
        };
        const Map map = readMap(square("114.005", "30.002"), {{}, options});
        QVERIFY(isNear(map.content.box.least, 114, 30));
    }

    void everyKnownSystemIsThere()
    {
        const QString path = square("114", "30");
        for (const geo::System &system : geo::systems()) {
            if (!system.code.startsWith("EPSG:"))
                continue; // an offset, which is taken out place by place
            const Map map = readMap(path, {{}, inSystem(system.code)});
            QVERIFY2(!map.refusal.contains("no coordinate system"), qPrintable(system.code));
        }
        QCOMPARE(geo::systemCodeOf(" cgcs 2000 "), QString("EPSG:4490"));
        QCOMPARE(geo::systemCodeOf("epsg:4547"), QString("EPSG:4547"));
        QCOMPARE(geo::systemCodeOf("web-mercator"), QString("EPSG:3857"));
    }
};

QTEST_GUILESS_MAIN(MapsSystemsTest)
#include "maps_systems_test.moc"
