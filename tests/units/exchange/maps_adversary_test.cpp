// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_support.h"

#include <QDir>
#include <QTcpServer>

using namespace maps;

// Files that are broken, monstrous or meant badly.
class MapsAdversaryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Map read(const QString &name, const QByteArray &bytes)
    {
        return readMap(written(m_folder, name, bytes));
    }

private Q_SLOTS:
    void refusedAsAWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const QByteArray good = geoJson(squareAt("114", "30", "114.1", "30.1"));
        QTest::newRow("empty.geojson") << QByteArray() << "empty";
        QTest::newRow("cut.geojson") << good.left(good.size() / 2) << "damaged";
        QTest::newRow("cut.shp") << QByteArray("\0\0\x27\x0a\0\0", 6) << "damaged";
        // The record's length leads back to its own beginning.
        QTest::newRow("circles.shp")
            << QByteArray("\0\0\x27\x0a", 4) + QByteArray(20, '\0') + QByteArray("\0\0\0\x38", 4)
                + QByteArray(72, '\0') + QByteArray("\0\0\0\1\x7f\xff\xff\xfc\0\0\0\0", 12)
            << "Shape 1 is damaged";
        QTest::newRow("cut.gpkg") << QByteArray("SQLite format 3\0 and no more", 28) << "damaged";
        QTest::newRow("cut.kml") << QByteArray("<kml><Document><Placemark>") << "damaged";
        QTest::newRow("nothing.geojson") << fileOf({}) << "nothing";
        QTest::newRow("drawing.dwg") << QByteArray("AC1015 and so on") << "DXF";
        QTest::newRow("base.mbtiles") << QByteArray("SQLite format 3\0", 16) << "background";
        QTest::newRow("picture.png") << QByteArray("\x89PNG\r\n") << "background";
        QTest::newRow("page.html") << QByteArray("<html><body>") << "no map";
        QTest::newRow("deep.geojson") << QByteArray(100'000, '[').prepend("{\"a\":") << "damaged";
        const QByteArray section = "0\nSECTION\n2\nENTITIES\n";
        QTest::newRow("cut.dxf") << section + "0\nPOINT\n10\n1\n"
                                 << "breaks off";
        QTest::newRow("cut within a pair.dxf") << section + "0"
                                               << "breaks off";
        QTest::newRow("out of step.dxf") << section + "0\nPOINT\nLAYER\n"
                                         << "line 7 of";
        QTest::newRow("section in a section.dxf") << section + section << "wrong place";
        QTest::newRow("unended.dxf") << section + "0\nEOF\n"
                                     << "wrong place";
        QTest::newRow("zeroes.dxf") << section + "1\n" + QByteArray(9, '\0') << "no text";
        QTest::newRow("long line.dxf") << section + "1\n" + QByteArray(5'000, 'x') << "too long";
        QTest::newRow("latin1.geojson")
            << QByteArray("{\"type\":\"Feature\",\"a\":\"\xe5\x8f\"}") << "latin1.geojson";
    }

    void refusedAsAWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const Map map = read(name, bytes);
        QVERIFY2(map.refusal.contains(why) && map.refusal.contains(name), qPrintable(map.refusal));
        QVERIFY(!map.refusal.contains("vsimem"));
    }

    void noSuchFileAndAFolder()
    {
        QVERIFY(readMap(m_folder.filePath("none.shp")).refusal.contains("no such file"));
        QVERIFY(QDir(m_folder.path()).mkdir("folder.shp"));
        QVERIFY(readMap(m_folder.filePath("folder.shp")).refusal.contains("folder"));
    }

    // One feature each, with one fault.
    void faultOfAFeature_data()
    {
        QTest::addColumn<QByteArray>("geometry");
        QTest::addColumn<int>("kind");
        QTest::newRow("none") << QByteArray("null") << int(FeatureFault::NoGeometry);
        using Kind = FeatureFault::Kind;
        const auto row = [](const char *name, const QByteArray &geometry, Kind kind) {
            QTest::newRow(name) << geometry << int(kind);
        };
        row("empty", geometryOf("Polygon", "[]"), Kind::NoGeometry);
        row("no place on earth", geometryOf("MultiPoint", "[[114,30],[114,91]]"), Kind::OutOfRange);
        row("1e308", geometryOf("MultiPoint", "[[114,30],[1e308,1e308]]"), Kind::OutOfRange);
        row("infinite", geometryOf("MultiPoint", "[[114,30],[114,1e999]]"), Kind::NotFinite);
        row("a hair", geometryOf("Polygon", "[[[114,30],[114.1,30],[114,30]]]"),
            Kind::TooFewCorners);
        row("below a centimetre", squareAt("114", "30", "114.00000001", "30.00000001"),
            Kind::TooFewCorners);
        row("a mixture",
            collectionOf(
                squareAt("114", "30", "114.1", "30.1") + ',' + geometryOf("Point", "[114,30]")),
            Kind::NotAnArea);
    }

    void faultOfAFeature()
    {
        QFETCH(QByteArray, geometry);
        const Map map = read("fault.geojson", geoJson(geometry));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.faults(), 1);
        QTEST(int(map.first().fault->kind), "kind");
        QVERIFY(map.first().fault->words.endsWith('.'));
        QCOMPARE(map.column("name"), {"一号"});
    }

    void ringWithoutEnd()
    {
        QByteArray ring;
        for (int i = 0; i < 120'000; ++i)
            ring += "[114." + QByteArray::number(1'000'000 + i) + ",30],";
        const QByteArray whole = geometryOf("Polygon", "[[" + ring + "[114,31],[114,30]]]");
        const Map map = read("huge.geojson", geoJson(whole));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.first().fault->kind, FeatureFault::TooManyCorners);
        QVERIFY(map.first().shape.isEmpty());
    }

    void collectionsInCollections()
    {
        const QByteArray square = squareAt("114", "30", "115", "31");
        QCOMPARE(read("nested.geojson", geoJson(nested(8, square))).corners(), {4});
        // However deep: a fault or a refusal, and we are still here.
        for (const int depth : {31, 32, 33, 40, 1'000, 50'000}) {
            const Map map = read("deep.geojson", geoJson(nested(depth, square)));
            QVERIFY(!map.refusal.isEmpty() || map.faults() == 1
                || map.corners() == QList<qsizetype>{4});
        }
    }

    void markAndEncodings()
    {
        const QByteArray good = geoJson(squareAt("114", "30", "114.1", "30.1"));
        QCOMPARE(read("mark.geojson", "\xef\xbb\xbf" + good).column("name"), {"一号"});
        QByteArray wide("\xff\xfe", 2);
        const QString text = QString::fromUtf8(good);
        wide.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(read("wide.geojson", wide).column("name"), {"一号"});
        QByteArray gb = good;
        gb.replace("一号", "\xd2\xbb\xba\xc5\xcd\xf8\xb8\xf1");
        QCOMPARE(read("gb.geojson", gb).column("name"), {"一号网格"});
    }

    void textsAreCut()
    {
        QByteArray long_ = geoJson("null");
        long_.replace("一号", QByteArray("号").repeated(5'000));
        const Map map = read("long.geojson", long_);
        QCOMPARE(map.column("name").first().size(), 4'000);
        QVERIFY(map.column("name").first().endsWith(QChar(0x2026)));
        QCOMPARE(map.content.cutTexts, 1);
    }

    void readingIsStopped()
    {
        auto opened = MapReader::open(written(m_folder, "stop.geojson", geoJson("null")));
        auto &reader = std::get<std::unique_ptr<MapReader>>(opened);
        const auto read = reader->read({}, [](qint64, qint64) { return false; });
        QVERIFY(std::get<FileRefusal>(read).what.contains("stopped"));
        QVERIFY(std::holds_alternative<MapContent>(reader->read()));
    }

    // A map may name its coordinate system by a link. Nobody calls there.
    void nobodyIsCalled()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray url =
            "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/crs.wkt";
        for (const QByteArray &type : {QByteArray("URL"), QByteArray("link"), QByteArray("name")}) {
            read("link.geojson",
                geoJson(squareAt("114", "30", "114.1", "30.1"), systemMember(type, url)));
        }
        QVERIFY(!server.waitForNewConnection(200));
    }
};

QTEST_GUILESS_MAIN(MapsAdversaryTest)
#include "maps_adversary_test.moc"
