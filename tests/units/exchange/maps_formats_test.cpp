// SPDX-License-Identifier: GPL-3.0-or-later
#include "map_support.h"

#include "exchange/map_table.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QDir>

using namespace maps;

namespace
{

const QByteArray gbName = "\xd2\xbb\xba\xc5\xcd\xf8\xb8\xf1"; // 一号网格
const QByteArray gbColumn = "\xcd\xf8\xb8\xf1\xc3\xfb\xb3\xc6"; // 网格名称

struct Column {
    QByteArray name;
    QByteArray value;
};

// One feature by GDAL's own hand.
QString byGdal(const QTemporaryDir &folder, const char *driver, const QString &name,
    const char *wkt, const QVector<Column> &columns, int epsg, char **options = nullptr)
{
    GDALAllRegister();
    const QString path = folder.filePath(name);
    GDALDatasetUniquePtr file(GetGDALDriverManager()->GetDriverByName(driver)->Create(
        QFile::encodeName(path), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference system;
    if (epsg)
        system.importFromEPSG(epsg);
    OGRLayer *layer = file->CreateLayer("grids", epsg ? &system : nullptr, wkbUnknown, options);
    for (const Column &column : columns) {
        OGRFieldDefn field(column.name, OFTString);
        layer->CreateField(&field);
    }
    OGRFeature feature(layer->GetLayerDefn());
    for (int i = 0; i < columns.size(); ++i)
        feature.SetField(i, columns[i].value.constData());
    OGRGeometry *geometry = nullptr;
    OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry);
    feature.SetGeometryDirectly(geometry);
    return layer->CreateFeature(&feature) == OGRERR_NONE ? path : QString();
}

// A drawing in the metres of EPSG:4547 around 114°E 30°N.
QByteArray drawing(const QByteArray &version, const QByteArray &page, const QByteArray &text)
{
    const QByteArray square = "0\nLWPOLYLINE\n8\nGRID\n90\n5\n70\n1\n10\n500000\n20\n3320113.398\n"
                              "10\n500100\n20\n3320113.398\n10\n500100\n20\n3320213.398\n"
                              "10\n500050\n20\n3320263.398\n10\n500000\n20\n3320213.398\n";
    const QByteArray open = "0\nLWPOLYLINE\n8\nGRID\n90\n2\n70\n0\n10\n500000\n20\n3320000\n"
                            "10\n500100\n20\n3320000\n";
    const QByteArray name =
        "0\nTEXT\n8\nNAME\n10\n500040\n20\n3320150\n30\n0\n40\n5\n1\n" + text + "\n";
    return "999\nmade by hand\n0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\n" + version
        + "\n9\n$DWGCODEPAGE\n3\n" + page + "\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + square + open
        + name + "0\nENDSEC\n0\nEOF\n";
}

const QByteArray kmlOfToday = R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>网格</name>
<NetworkLink><Link><href>http://127.0.0.1:1/more.kml</href></Link></NetworkLink>
<Placemark><name>一号网格</name><ExtendedData><Data name="网格长"><value>王建国</value></Data><Data name="责任人"><value>李</value></Data></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>114,30,5 114.01,30,5 114.01,30.01,5 114,30,5
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>)";

const QByteArray kmlOfOld = R"(<?xml version="1.0" encoding="GB2312"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>)"
    + gbName + R"(</name><Point>
<coordinates>114,30</coordinates></Point></Placemark></kml>)";

QByteArray kmlOfLayers(const QByteArray &one, const QByteArray &other)
{
    const auto folder = [](const QByteArray &name) {
        return "<Folder><name>" + name
            + "</name><Placemark><name>a</name><Point><coordinates>114,30</coordinates></Point>"
              "</Placemark></Folder>";
    };
    return "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" + folder(one) + folder(other)
        + "</Document></kml>";
}

} // namespace

class MapsFormatsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    // As offices export them: metres, a table in GB18030 that says nothing of it, no .cpg.
    void shapefileOfAnOffice()
    {
        char encoding[] = "ENCODING=";
        char *options[] = {encoding, nullptr};
        const QString path = byGdal(m_folder, "ESRI Shapefile", "office.shp",
            "POLYGON ((500000 3320113.398,500100 3320113.398,500100 3320213.398,500000 "
            "3320113.398))",
            {{gbColumn, gbName}, {"CODE", "007"}}, 4547, options);
        QFile::remove(m_folder.filePath("office.cpg"));
        const Map map = readMap(path);
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.content.columns, QStringList({"网格名称", "CODE"}));
        QCOMPARE(map.first().texts, QStringList({"一号网格", "007"}));
        QVERIFY2(isNear(map.first().shape.box().least, 114, 30),
            qPrintable(domain::placeText(map.first().shape.box().least)));
        QCOMPARE(map.content.layer, QString("office"));
        QVERIFY(!map.content.isSystemAssumed);

        // The person's word goes before every guess.
        QCOMPARE(readMap(path, {"ISO-8859-1"}).column("CODE"), {"007"});
        QVERIFY(readMap(path, {"ISO-8859-1"}).first().texts.first() != "一号网格");
        QVERIFY(readMap(path, {"KLINGON"}).refusal.contains("KLINGON"));
        QVERIFY(readMap(path, {"UTF-8"}).refusal.contains("column 1 of office.shp"));
    }

    // The index is only a help; names on a memory stick are of any case.
    void shapefileInPieces()
    {
        byGdal(m_folder, "ESRI Shapefile", "pieces.shp", "POINT (114 30)", {{"CODE", "1"}}, 4490);
        QFile::remove(m_folder.filePath("pieces.shx"));
        QVERIFY(QFile::rename(m_folder.filePath("pieces.dbf"), m_folder.filePath("PIECES.DBF")));
        const auto before = QDir(m_folder.path()).entryList(QDir::Files);
        const Map map = readMap(m_folder.filePath("pieces.shp"));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.column("CODE"), {"1"});
        QCOMPARE(map.first().points, {*domain::GeoPoint::fromDegrees(114, 30)});
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);

        QFile::remove(m_folder.filePath("PIECES.DBF"));
        QFile::remove(m_folder.filePath("pieces.prj"));
        const Map bare = readMap(m_folder.filePath("pieces.shp"));
        QCOMPARE(bare.refusal, QString());
        QCOMPARE(bare.content.features.size(), 1);
        QVERIFY(bare.content.isSystemAssumed);
        QVERIFY(tableOf(bare.content, "pieces.shp")->remarks().value(0).contains("WGS 84"));
    }

    void geoPackage()
    {
        const QString path = byGdal(m_folder, "GPKG", "grids.gpkg",
            "CURVEPOLYGON (CIRCULARSTRING (500000 3320000,500100 3320000,500000 3320000))",
            {{"code", "01"}, {"name", "一号"}}, 4547);
        const auto before = QDir(m_folder.path()).entryList(QDir::Files);
        const Map map = readMap(path);
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.first().texts, QStringList({"01", "一号"}));
        QVERIFY(map.first().shape.corners() >= 60); // a circle, as a line of chords
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);

        QVERIFY(!written(m_folder, "grids.gpkg-wal", "changes").isEmpty());
        QVERIFY(readMap(path).refusal.contains("has the map open"));
    }

    void kml()
    {
        const Map map = readMap(written(m_folder, "grids.kml", kmlOfToday));
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.column("Name"), {"一号网格"});
        QCOMPARE(map.column("网格长"), {"王建国"});
        QCOMPARE(map.content.columns, QStringList({"Name", "description", "网格长", "责任人"}));
        QCOMPARE(map.corners(), {3});

        // In the encoding of older programs, said so as they do.
        QCOMPARE(readMap(written(m_folder, "old.kml", kmlOfOld)).column("Name"), {"一号网格"});
    }

    // A drawing never says where on earth it lies. A closed line is an area, with the text in it as its name.
    void drawing_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("of 2000, and says GBK")
            << QByteArray("AC1015") << QByteArray("ANSI_936") << gbName;
        QTest::newRow("of 2000, and says nothing true")
            << QByteArray("AC1015") << QByteArray("ANSI_1252") << gbName;
        QTest::newRow("of 2007") << QByteArray("AC1021") << QByteArray("ANSI_936")
                                 << QByteArray("一号网格");
    }

    void drawing()
    {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, text);
        const QString path = written(m_folder, "plan.dxf", ::drawing(version, page, text));
        QVERIFY(readMap(path).refusal.contains("no coordinate system"));
        const Map map = readMap(path, {{}, inSystem("4547")});
        QCOMPARE(map.refusal, QString());
        QCOMPARE(map.corners(), QList<qsizetype>({5, 0, 0}));
        QCOMPARE(map.column("Text"), QStringList({"一号网格", "", "一号网格"}));
        QVERIFY(isNear(map.first().shape.box().least, 114, 30));
        QVERIFY(!faultAsArea(map.content.features[0], MapFormat::Dxf));
        QCOMPARE(
            faultAsArea(map.content.features[1], MapFormat::Dxf)->kind, FeatureFault::NotClosed);
        QCOMPARE(
            faultAsArea(map.content.features[2], MapFormat::Dxf)->kind, FeatureFault::NotAnArea);
    }

    void attributesAreATable()
    {
        const QByteArray keys[] = {"\"编号\":", "\"网格长\":"};
        const Map map = readMap(written(m_folder, "table.geojson",
            fileOf({featureOf("null", keys[0] + "\"01\"," + keys[1] + "\"li\""),
                featureOf("null", keys[0] + "2," + keys[1] + "null")})));
        const auto table = tableOf(map.content, "table.geojson");
        QCOMPARE(table->columns(), QStringList({"编号", "网格长"}));
        QCOMPARE(table->next()->cells, QStringList({"01", "li"}));
        const auto second = table->next();
        QCOMPARE(second->cells, QStringList({"2", ""}));
        QCOMPARE(second->line, 2);
        QVERIFY(!table->next());
    }

    void layersAreChosen()
    {
        const QString path = written(m_folder, "layers.kml", kmlOfLayers("井盖", "路灯"));
        const Map undecided = readMap(path);
        QCOMPARE(undecided.layers.size(), 2);
        QVERIFY(undecided.refusal.contains("井盖, 路灯"));
        MapOptions options;
        options.layer = "路灯";
        QCOMPARE(readMap(path, {{}, options}).content.layer, QString("路灯"));
        options.layer = "树";
        QVERIFY(readMap(path, {{}, options}).refusal.contains("no layer \"树\""));
    }
};

QTEST_GUILESS_MAIN(MapsFormatsTest)
#include "maps_formats_test.moc"
