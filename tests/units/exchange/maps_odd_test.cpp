// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_support.h"

#include <QDir>

using namespace maps;

// Real maps of cities, and small ones that are odd on purpose.
class MapsOddTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(shared("maps/odd")))
            QSKIP("The maps are not here (../shared/data/maps).");
    }

    // What each file gives: how many features, how many of them with a fault, and the corners of the areas.
    void odd_data()
    {
        QTest::addColumn<int>("features");
        QTest::addColumn<int>("faults");
        QTest::addColumn<QList<qsizetype>>("corners");
        using Corners = QList<qsizetype>;
        QTest::newRow("bad-duplicate-properties.geojson") << 1 << 1 << Corners{0};
        QTest::newRow("different-first-last.geojson") << 1 << 0 << Corners{4};
        QTest::newRow("gdal_ids_0_1_null_1_null.json") << 5 << 5 << Corners(5, 0);
        QTest::newRow("geometrycollection_nested.geojson") << 1 << 0 << Corners{0};
        QTest::newRow("latin1-property.json") << 1 << 0 << Corners{0};
        QTest::newRow("latin1-property.shp") << 1 << 0 << Corners{0};
        QTest::newRow("mixed-properties.json") << 3 << 0 << Corners(3, 0);
        QTest::newRow("mixed-properties.shp") << 3 << 0 << Corners(3, 0);
        QTest::newRow("null.json") << 9 << 4 << Corners(9, 0);
        QTest::newRow("null.shp") << 9 << 4 << Corners(9, 0);
        QTest::newRow("polygon_winding_order.geojson") << 1 << 0 << Corners{4};
        QTest::newRow("polygons.json") << 3 << 0 << Corners{4, 8, 8};
        QTest::newRow("polygons.shp") << 3 << 0 << Corners{4, 8, 8};
    }

    void odd()
    {
        QFETCH(int, features);
        QFETCH(int, faults);
        const Map map = readMap(shared(QStringLiteral("maps/odd/") + QTest::currentDataTag()));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.content.features.size(), features);
        QCOMPARE(map.faults(), faults);
        QTEST(map.corners(), "corners");
        for (const MapFeature &feature : map.content.features)
            QVERIFY(!feature.shape.isEmpty() || faultAsArea(feature, map.content.format));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("bad-json.geojson") << "offset 31";
        QTest::newRow("multipoint-nondimension.geojson") << "damaged";
        QTest::newRow("stringcoord.geojson") << "39.36827914916011";
        QTest::newRow("polygons.dbf") << "only a part of a Shapefile";
        QTest::newRow("LICENSE.shapefile") << "no map";
    }

    void refused()
    {
        QFETCH(QString, why);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const Map map = readMap(shared("maps/odd/" + name));
        QVERIFY2(map.refusal.contains(why), qPrintable(map.refusal));
        QVERIFY(map.refusal.contains(name));
        QVERIFY(!map.refusal.contains("vsimem"));
        QVERIFY(!map.refusal.contains('\n'));
    }

    // None is left out above.
    void everyOddFileIsLookedAt()
    {
        const QDir folder(shared("maps/odd"));
        const auto files = folder.entryList(QDir::Files);
        for (const QString &file : files) {
            const Map map = readMap(folder.filePath(file));
            QVERIFY(map.refusal.isEmpty() != map.content.features.isEmpty());
        }
        QCOMPARE(folder.entryList(QDir::Files), files); // nothing was written beside them
    }

    void theSameMapAsShapefileAndAsGeoJson()
    {
        const Map shape = readMap(shared("maps/odd/polygons.shp"));
        const Map json = readMap(shared("maps/odd/polygons.json"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(shape.content.features[i].shape.box(), json.content.features[i].shape.box());
        QCOMPARE(readMap(shared("maps/odd/latin1-property.shp")).column("name"), {"México"});
    }

    void cities_data()
    {
        QTest::addColumn<int>("features");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("name");
        QTest::newRow("la_neighborhood_councils_2019.geojson") << 99 << "name"
                                                               << "SYLMAR NC";
        QTest::newRow("la_neighborhood_councils_2020_epsg3857.geojson") << 100 << "Name"
                                                                        << "Sylmar";
        QTest::newRow("beijing_districts_self_intersecting.geojson") << 16 << "name"
                                                                     << "丰台区";
        QTest::newRow("shenzhen_districts.geojson") << 8 << "name"
                                                    << "罗湖区";
    }

    void cities()
    {
        QFETCH(int, features);
        QFETCH(QString, column);
        QFETCH(QString, name);
        const Map map = readMap(shared(QStringLiteral("maps/") + QTest::currentDataTag()));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.content.features.size(), features);
        QCOMPARE(map.faults(), 0);
        for (const MapFeature &feature : map.content.features)
            QVERIFY(!feature.shape.isEmpty());
        QVERIFY(map.column(column).contains(name));
    }

    // The second is in metres and says so. What bears the same name lies at the same place but for where
    // boundaries were revised in between.
    void degreesAndMetresLandOnTheSamePlaces()
    {
        const auto boxes = [](const Map &map, const QString &column) {
            QHash<QString, domain::GeoBox> named;
            for (qsizetype i = 0; i < map.content.features.size(); ++i) {
                QString name = map.column(column)[i].toLower().trimmed();
                named.insert(name.remove(" nc").remove(" cc"), map.content.features[i].shape.box());
            }
            return named;
        };
        const auto before =
            boxes(readMap(shared("maps/la_neighborhood_councils_2019.geojson")), "name");
        const auto after =
            boxes(readMap(shared("maps/la_neighborhood_councils_2020_epsg3857.geojson")), "Name");
        constexpr int near = 10'000; // ten-millionths of a degree, a hundred metres
        int both = 0, same = 0;
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!after.contains(it.key()))
                continue;
            ++both;
            const domain::GeoBox &a = it.value(), &b = after[it.key()];
            same += std::abs(a.least.lon_e7 - b.least.lon_e7) < near
                && std::abs(a.least.lat_e7 - b.least.lat_e7) < near
                && std::abs(a.most.lon_e7 - b.most.lon_e7) < near
                && std::abs(a.most.lat_e7 - b.most.lat_e7) < near;
        }
        qInfo("%d areas bear the same name, %d of them lie within the same hundred metres", both,
            same);
        QVERIFY(both >= 60);
        QVERIFY(same * 10 >= both * 7);
    }
};

QTEST_GUILESS_MAIN(MapsOddTest)
#include "maps_odd_test.moc"
