// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/china_offset.h"
#include "geo/systems.h"
#include "geo/transform.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace geo;
using domain::GeoPoint;
using namespace Qt::StringLiterals;

namespace
{

Transform made(const QString &text)
{
    auto transform = Transform::from(text);
    if (const auto *refusal = std::get_if<domain::Refusal>(&transform))
        qFatal("%s", qPrintable(refusal->text()));
    return std::get<Transform>(std::move(transform));
}

bool isRefused(const QString &text)
{
    const auto transform = Transform::from(text);
    const auto *refusal = std::get_if<domain::Refusal>(&transform);
    return refusal && !refusal->what.isEmpty() && !refusal->advice.isEmpty();
}

// Within so many metres, about.
bool areNear(const Degrees &one, const Degrees &other, double metres)
{
    return std::hypot(one.lon - other.lon, one.lat - other.lat) * 111'000 < metres;
}

const Degrees square{116.3912, 39.9075}; // Tiananmen

} // namespace

class SystemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void listsSystemsThatAreThere();
    void landsWhereCs2csLands_data();
    void landsWhereCs2csLands();
    void readsWktAndProj();
    void refusesWhatIsNoSystem();
    void refusesPlacesOfAnotherZone();
    void saysWhereADatumIsUnknown();
    void shiftsAsPublished();
    void shiftsThereAndBack();
    void shiftsNothingAbroad();
};

void SystemsTest::readsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("code");
    const auto row = [](const QString &text, const QString &code) {
        QTest::newRow(qPrintable(text)) << code;
    };
    row(u"EPSG:4490"_s, u"EPSG:4490"_s);
    row(u"epsg 4490"_s, u"EPSG:4490"_s);
    row(u" 4490 "_s, u"EPSG:4490"_s);
    row(u"CGCS2000"_s, u"EPSG:4490"_s);
    row(u"国家2000"_s, u"EPSG:4490"_s);
    row(u"2000国家大地坐标系"_s, u"EPSG:4490"_s);
    row(u"WGS 84"_s, u"EPSG:4326"_s);
    row(u"wgs-84"_s, u"EPSG:4326"_s);
    row(u"Web Mercator"_s, u"EPSG:3857"_s);
    row(u"CGCS2000 / 3-degree Gauss-Kruger CM 117E"_s, u"EPSG:4548"_s);
    row(u"CGCS2000 3 度带 117E"_s, u"EPSG:4548"_s);
    row(u"国家2000 3度带 中央经线117"_s, u"EPSG:4548"_s);
    row(u"大地2000 117度"_s, u"EPSG:4548"_s);
    row(u"CGCS2000 三度带 39带"_s, u"EPSG:4527"_s);
    row(u"CGCS2000 / 3-degree Gauss-Kruger zone 39"_s, u"EPSG:4527"_s);
    row(u"CGCS2000 / Gauss-Krüger 6-degree CM 117E"_s, u"EPSG:4509"_s);
    row(u"CGCS2000 6度带 20带"_s, u"EPSG:4498"_s);
    row(u"西安80 3度带 38带"_s, u"EPSG:2362"_s);
    row(u"西安1980"_s, u"EPSG:4610"_s);
    row(u"北京54 中央经线 114"_s, u"EPSG:2435"_s);
    row(u"北京54"_s, u"EPSG:4214"_s);
    row(u"GCJ-02"_s, u"GCJ-02"_s);
    row(u"gcj02"_s, u"GCJ-02"_s);
    row(u"火星坐标"_s, u"GCJ-02"_s);
    row(u"高德"_s, u"GCJ-02"_s);
    row(u"BD-09"_s, u"BD-09"_s);
    row(u"百度坐标"_s, u"BD-09"_s);
    row(u"CGCS2000 3度带 118E"_s, u"CGCS2000 3度带 118E"_s); // there is none
    row(u"NAD27"_s, u"NAD27"_s);
}

void SystemsTest::readsWhatPeopleWrite()
{
    QFETCH(QString, code);
    QCOMPARE(systemCodeOf(QString::fromUtf8(QTest::currentDataTag())), code);
}

void SystemsTest::listsSystemsThatAreThere()
{
    QSet<QString> codes;
    const QVector<System> all = systems();
    for (const System &system : all) {
        codes.insert(system.code);
        if (codes.size() > 7 && codes.size() % 5 != 0)
            continue; // each takes its time
        const Transform transform = made(system.code);
        QCOMPARE(transform.code(), system.code);
        // The name that a person chooses means the same when it is written down.
        if (system.name.startsWith(u"CGCS2000, 3-degree"_s))
            QCOMPARE(systemCodeOf(transform.name()), system.code);
    }
    QCOMPARE(codes.size(), all.size());
    QCOMPARE(all.size(), 7 + 21 + 21);
    QCOMPARE(made(u"EPSG:4534"_s).name(), u"CGCS2000 / 3-degree Gauss-Kruger CM 75E"_s);
    QCOMPARE(made(u"EPSG:4533"_s).name(), u"CGCS2000 / 3-degree Gauss-Kruger zone 45"_s);
}

void SystemsTest::landsWhereCs2csLands_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("EPSG:4548") << 447'941.9638 << 4'419'435.8480;
    QTest::newRow("EPSG:4527") << 39'447'941.9638 << 4'419'435.8480;
    QTest::newRow("EPSG:3857") << 12'956'609.1168 << 4'852'509.5222;
    QTest::newRow("EPSG:4326") << 116.3912 << 39.9075;
    QTest::newRow("EPSG:4490") << 116.3912 << 39.9075;
}

void SystemsTest::landsWhereCs2csLands()
{
    QFETCH(double, x);
    QFETCH(double, y);
    const Transform transform = made(QString::fromLatin1(QTest::currentDataTag()));
    const auto point = transform.toWgs84({x, y});
    QVERIFY(std::holds_alternative<GeoPoint>(point));
    QCOMPARE(std::get<GeoPoint>(point), *GeoPoint::fromDegrees(square.lon, square.lat));
    const auto back = transform.fromWgs84(std::get<GeoPoint>(point));
    QVERIFY(back && std::abs(back->x - x) < 0.001 && std::abs(back->y - y) < 0.001);
    QCOMPARE(transform.isDegrees(), x < 180);
    QVERIFY(!transform.isRough());
}

void SystemsTest::readsWktAndProj()
{
    const QString wkt =
        uR"(PROJCS["CGCS2000_3_Degree_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",)"
        uR"(SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],)"
        uR"(PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],)"
        uR"(PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])"_s;
    const QString proj =
        u"+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs"_s;
    for (const QString &text : {wkt, proj}) {
        const auto point = made(text).toWgs84({447'941.9638, 4'419'435.8480});
        QVERIFY(std::holds_alternative<GeoPoint>(point));
        QVERIFY(std::abs(std::get<GeoPoint>(point).lon_e7 - 1'163'912'000) <= 1);
        QVERIFY(std::abs(std::get<GeoPoint>(point).lat_e7 - 399'075'000) <= 1);
    }
    QVERIFY(!made(wkt).isRough());
}

void SystemsTest::refusesWhatIsNoSystem()
{
    for (const QString &text : {QString(), u"   "_s, u"EPSG:1"_s, u"EPSG:999999"_s,
             u"EPSG:5714"_s /* heights */, u"香蕉"_s, u"+proj=pipeline +step +proj=cart"_s,
             u"+proj=banana"_s, u"PROJCS[\"broken\""_s, u"LOCAL_CS[\"site\",UNIT[\"metre\",1]]"_s,
             QString(30'000, u'['), QString(QChar::Null)})
        QVERIFY2(isRefused(text), qPrintable(text.left(40)));
}

void SystemsTest::refusesPlacesOfAnotherZone()
{
    const auto refusal = [](const QString &system, Coordinate place) {
        const auto point = made(system).toWgs84(place);
        const auto *refused = std::get_if<domain::Refusal>(&point);
        return refused ? refused->what : QString();
    };
    // The easting's first two digits are the zone's; without them, or with another zone's, it lies elsewhere on earth.
    QVERIFY(refusal(u"EPSG:4527"_s, {447'941, 4'419'435}).contains(u"zone 39"_s));
    QVERIFY(refusal(u"EPSG:4548"_s, {39'447'941, 4'419'435}).contains(u"CM 117E"_s));
    QVERIFY(!refusal(u"EPSG:4490"_s, {-118.2, 34.0}).isEmpty()); // Los Angeles
    QVERIFY(!refusal(u"EPSG:4326"_s, {39.9, 116.3}).isEmpty()); // latitude first
    QVERIFY(!refusal(u"GCJ-02"_s, {447'941, 4'419'435}).isEmpty());
    for (double odd : {std::nan(""), double(INFINITY), 1e300})
        QVERIFY(!refusal(u"EPSG:3857"_s, {odd, odd}).isEmpty()
            && !refusal(u"GCJ-02"_s, {odd, odd}).isEmpty());
}

void SystemsTest::saysWhereADatumIsUnknown()
{
    QVERIFY(made(u"西安80"_s).isRough());
    QVERIFY(made(u"西安80 3度带 39带"_s).isRough());
    for (const QString &text :
        {u"CGCS2000"_s, u"EPSG:4527"_s, u"WGS84"_s, u"GCJ-02"_s, u"EPSG:32650"_s, u"EPSG:2229"_s})
        QVERIFY2(!made(text).isRough(), qPrintable(text));
}

void SystemsTest::shiftsAsPublished()
{
    // Reference places that open implementations are checked with.
    QVERIFY(
        areNear(gcj02OfWgs84({116.404, 39.915}), {116.41024449916938, 39.91640428150164}, 1e-3));
    QVERIFY(areNear(
        gcj02OfWgs84({121.5272106, 31.1774276}), {121.531541859215, 31.17530398364597}, 0.1));
    QVERIFY(areNear(
        gcj02OfWgs84({113.912316, 22.543847}), {113.9171764808363, 22.540796131694766}, 0.1));
    QVERIFY(areNear(
        gcj02OfWgs84({116.377817, 39.911954}), {116.38404722455657, 39.91334545536069}, 0.1));
    QVERIFY(areNear(bd09OfWgs84(wgs84OfGcj02({116.404, 39.915})),
        {116.41036949371029, 39.92133699351021}, 1e-3));
}

void SystemsTest::shiftsThereAndBack()
{
    std::mt19937 random(9);
    std::uniform_real_distribution<double> lon(73, 136), lat(3, 54);
    for (int n = 0; n < 5'000; ++n) {
        const Degrees place{lon(random), lat(random)};
        const Degrees amap = gcj02OfWgs84(place), baidu = bd09OfWgs84(place);
        QVERIFY(!areNear(amap, place, 10));
        QVERIFY(areNear(amap, place, 1'500));
        QVERIFY(areNear(wgs84OfGcj02(amap), place, 0.001));
        QVERIFY(areNear(wgs84OfBd09(baidu), place, 0.001));
    }
    const auto there = made(u"高德"_s).fromWgs84(*GeoPoint::fromDegrees(square.lon, square.lat));
    QCOMPARE(std::get<GeoPoint>(made(u"高德"_s).toWgs84(*there)),
        *GeoPoint::fromDegrees(square.lon, square.lat));
}

void SystemsTest::shiftsNothingAbroad()
{
    for (const Degrees &place : {Degrees{-118.2, 34.0}, Degrees{151.2, -33.9}, Degrees{0, 0},
             Degrees{180, 90}, Degrees{13.4, 52.5}}) {
        QVERIFY(areNear(gcj02OfWgs84(place), place, 1e-9));
        QVERIFY(areNear(wgs84OfGcj02(place), place, 1e-9));
        QVERIFY(areNear(bd09OfWgs84(place), place, 1e-9));
        QVERIFY(areNear(wgs84OfBd09(place), place, 1e-9));
    }
}

QTEST_APPLESS_MAIN(SystemsTest)
#include "systems_test.moc"
