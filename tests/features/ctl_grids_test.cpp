// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reader.h"
#include "support/tool.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Tool;
using support::ToolRun;

namespace
{

QString shared(const QString &path)
{
    return QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/") + path;
}

#define NEED(path)                                                                                 \
    if (!QFile::exists(path))                                                                      \
    QSKIP("The shared test data are not here.")

QString counts(const ToolRun &run)
{
    const QJsonObject object = run.first();
    return u"%1: read %2, accepted %3, updated %4, unchanged %5, refused %6"_s.arg(run.code)
        .arg(object["read"].toInt(-1))
        .arg(object["accepted"].toInt(-1))
        .arg(object["updated"].toInt(-1))
        .arg(object["unchanged"].toInt(-1))
        .arg(object["refused"].toInt(-1));
}

/// A polygon with its holes as GeoJSON has it, in degrees.
using Rings = QVector<QVector<QPointF>>;

struct Council {
    QString name;
    QVector<Rings> parts;
};

QVector<Council> councilsIn(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    const auto rings = [](const QJsonArray &polygon) {
        Rings rings;
        for (const QJsonValue &ring : polygon) {
            QVector<QPointF> points;
            for (const QJsonValue &point : ring.toArray())
                points.append({point[0].toDouble(), point[1].toDouble()});
            rings.append(points);
        }
        return rings;
    };
    QVector<Council> councils;
    for (const QJsonValue &feature :
        QJsonDocument::fromJson(source.readAll())["features"].toArray()) {
        Council council{feature["properties"]["name"].toString(), {}};
        const QJsonArray coordinates = feature["geometry"]["coordinates"].toArray();
        if (feature["geometry"]["type"].toString() == u"Polygon")
            council.parts.append(rings(coordinates));
        else
            for (const QJsonValue &polygon : coordinates)
                council.parts.append(rings(polygon.toArray()));
        councils.append(council);
    }
    return councils;
}

/// One year's file writes "LINCOLN HEIGHTS NC", the other's "Lincoln Heights".
QString shortName(const QString &name)
{
    const QString lower = name.toLower();
    return lower.endsWith(u" nc") ? lower.chopped(3) : lower;
}

/// By counting crossings in doubles: slow, plain, and nothing of the program's own.
bool holds(const Rings &rings, double x, double y)
{
    bool isInside = false;
    for (const QVector<QPointF> &ring : rings) {
        for (qsizetype i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const QPointF &a = ring[i], &b = ring[before];
            if ((a.y() > y) != (b.y() > y)
                && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x())
                isInside = !isInside;
        }
    }
    return isInside;
}

QStringList councilsAt(const QVector<Council> &councils, double x, double y)
{
    QStringList found;
    for (const Council &council : councils) {
        if (std::ranges::any_of(
                council.parts, [&](const Rings &part) { return holds(part, x, y); }))
            found << council.name;
    }
    found.sort();
    return found;
}

struct Reported {
    QString lon;
    QString lat;
    QString council; ///< as the table itself says
};

QVector<Reported> requestsIn(const QString &file)
{
    auto opened = exchange::openTable(file);
    auto *table = std::get_if<std::unique_ptr<exchange::TableReader>>(&opened);
    if (!table)
        return {};
    const QStringList columns = (*table)->columns();
    const qsizetype lon = columns.indexOf(u"Longitude"_s), lat = columns.indexOf(u"Latitude"_s),
                    council = columns.indexOf(u"NCName"_s);
    QVector<Reported> requests;
    while (const auto row = (*table)->next()) {
        if (!row->cells.value(lon).isEmpty() && !row->cells.value(lat).isEmpty())
            requests.append({row->cells[lon], row->cells[lat], row->cells.value(council)});
    }
    return requests;
}

} // namespace

/// A company that has its map as a file: it comes in, is looked at, and answers whose a place is.
class CtlGridsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMapComesInAndAnswersForEveryPoint();
    void aMapInMetresLandsOnTheSamePlaces();
    void brokenBordersAreNamedAndRepairedOnRequest();
    void theSameMapTwiceChangesNothing();
    void aNewMapHoldsFromItsDay();
    void ticketsFindTheirGrid();
    void theDivisionIsChecked();
    void whatIsNoPlaceIsRefused_data();
    void whatIsNoPlaceIsRefused();
    void aMapIsReadAsATable();
    void aMapWithoutAttributesIsNumbered();

private:
    ToolRun run(const QStringList &words, const QByteArray &input = {}) const
    {
        return Tool(m_folder->filePath(u"desk"_s)).run(words, input);
    }
    QString written(const QString &name, const QByteArray &text) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", qPrintable(path));
        return path;
    }
    /// Two blocks side by side; the second begins where `border` says.
    QString twoBlocks(double border = 116.40, const QByteArray &more = {}) const
    {
        const auto block = [&more](const char *code, double west, double east) {
            return QStringLiteral(
                R"({"type":"Feature","properties":{"code":"%1","name":"网格%1"%4},)"
                R"("geometry":{"type":"Polygon","coordinates":[[[%2,39.90],[%3,39.90],)"
                R"([%3,39.91],[%2,39.91],[%2,39.90]]]}})")
                .arg(QLatin1StringView(code))
                .arg(west, 0, 'f', 5)
                .arg(east, 0, 'f', 5)
                .arg(QString::fromUtf8(more))
                .toUtf8();
        };
        return written(u"blocks.geojson"_s,
            R"({"type":"FeatureCollection","features":[)" + block("07", 116.39, border) + ','
                + block("08", border, 116.41) + "]}");
    }
    QString gridAt(double lon, double lat, const QStringList &more = {}) const
    {
        return run(
            QStringList{"grid", "at", QString::number(lon, 'f', 7), QString::number(lat, 'f', 7)}
            + more)
            .first()["grid"]
            .toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CtlGridsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const ToolRun founded = run({"init", "--company", "幸福物业公司", "--admin", "wang"});
    QVERIFY2(founded.code == 0, founded.told());
}

void CtlGridsTest::aMapComesInAndAnswersForEveryPoint()
{
    const QString map = shared(u"maps/la_neighborhood_councils_2019.geojson"_s),
                  table = shared(u"tickets/myla311_2018-12-31_10k.csv"_s);
    NEED(map);
    QCOMPARE(counts(run({"import", "grids", map})),
        u"0: read 99, accepted 99, updated 0, unchanged 0, refused 0"_s);
    const QVector<Reported> requests = requestsIn(table);
    const QVector<Council> councils = councilsIn(map);
    QVERIFY(requests.size() > 3000);
    QByteArray points;
    for (const Reported &one : requests)
        points += (one.lon + u' ' + one.lat + u'\n').toLatin1();
    const ToolRun answers = run({"grid", "at", "-"}, points);
    QVERIFY2(answers.code == 0, answers.told());
    QCOMPARE(answers.lines.size(), requests.size());
    QHash<QString, QString> names;
    for (const QJsonObject &grid : run({"grids"}).lines)
        names.insert(grid["code"].toString(), grid["name"].toString());
    qsizetype ofUnknownName = 0, elsewhere = 0;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        QStringList found;
        for (const QJsonValue &code : answers.lines[i]["candidates"].toArray())
            found << names.value(code.toString());
        found.sort();
        const QStringList expected =
            councilsAt(councils, requests[i].lon.toDouble(), requests[i].lat.toDouble());
        QVERIFY2(found == expected,
            qPrintable(requests[i].lon + u' ' + requests[i].lat + u": "_s + found.join(u", ")
                + u" / "_s + expected.join(u", ")));
        QCOMPARE(answers.lines[i]["grid"].isNull(), found.size() != 1);
        // The table knows three councils by no name or by a later one; the others' borders were revised.
        const bool isKnown =
            std::ranges::find(councils, requests[i].council, &Council::name) != councils.end();
        ofUnknownName += !isKnown;
        elsewhere += isKnown && !found.contains(requests[i].council);
    }
    qInfo("%lld points agree; the table names another council for %lld of them, and for %lld one "
          "that the map doesn't know",
        (long long)requests.size(), (long long)elsewhere, (long long)ofUnknownName);
}

void CtlGridsTest::aMapInMetresLandsOnTheSamePlaces()
{
    const QString degrees = shared(u"maps/la_neighborhood_councils_2019.geojson"_s),
                  metres = shared(u"maps/la_neighborhood_councils_2020_epsg3857.geojson"_s);
    NEED(metres);
    QCOMPARE(run({"import", "grids", metres}).code, 0);
    const QVector<Council> councils = councilsIn(degrees);
    QHash<QString, QString> names;
    for (const QJsonObject &grid : run({"grids"}).lines)
        names.insert(grid["code"].toString(), shortName(grid["name"].toString()));
    int same = 0, tried = 0;
    for (const Council &council : councils) {
        // The middle of the box, where it lies in that council alone.
        QRectF box;
        for (const QPointF &point : council.parts.first().first())
            box = box.isNull() ? QRectF(point, QSizeF(1e-9, 1e-9))
                               : box.united(QRectF(point, QSizeF(1e-9, 1e-9)));
        const QPointF middle = box.center();
        const QString name = shortName(council.name);
        if (councilsAt(councils, middle.x(), middle.y()) != QStringList{council.name}
            || !names.values().contains(name))
            continue;
        ++tried;
        same += names.value(gridAt(middle.x(), middle.y())) == name;
    }
    QVERIFY(tried > 60);
    QVERIFY2(same > tried * 9 / 10, qPrintable(u"%1 of %2"_s.arg(same).arg(tried)));
}

void CtlGridsTest::brokenBordersAreNamedAndRepairedOnRequest()
{
    const QString map = shared(u"maps/beijing_districts_self_intersecting.geojson"_s);
    NEED(map);
    const ToolRun refused = run({"import", "grids", map, "--rejects", "rejects.csv"});
    QCOMPARE(refused.code, 0);
    QVERIFY(refused.first()["refused"].toInt() >= 2);
    QFile rejects(u"rejects.csv"_s);
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const QString named = QString::fromUtf8(rejects.readAll());
    QVERIFY(named.contains(u"丰台区"_s) && named.contains(u"海淀区"_s));
    const ToolRun repaired = run({"import", "grids", map, "--repair"});
    QCOMPARE(repaired.first()["refused"].toInt(), 0);
    QVERIFY2(
        repaired.error.contains(u"丰台区"_s) && repaired.error.contains(u"km²"_s), repaired.told());
    QCOMPARE(run({"grids", "--count"}).first()["count"].toInt(), 16);
}

void CtlGridsTest::theSameMapTwiceChangesNothing()
{
    QCOMPARE(counts(run({"import", "grids", twoBlocks()})),
        u"0: read 2, accepted 2, updated 0, unchanged 0, refused 0"_s);
    const QByteArray before = run({"digest"}).output;
    QCOMPARE(counts(run({"import", "grids", twoBlocks()})),
        u"0: read 2, accepted 0, updated 0, unchanged 2, refused 0"_s);
    QCOMPARE(run({"digest"}).output, before);
}

void CtlGridsTest::aNewMapHoldsFromItsDay()
{
    run({"import", "grids", twoBlocks()});
    QCOMPARE(gridAt(116.399, 39.905), u"07"_s);
    QCOMPARE(counts(run({"import", "grids", twoBlocks(116.395), "--from", "2031-01-01"})),
        u"0: read 2, accepted 0, updated 2, unchanged 0, refused 0"_s);
    QCOMPARE(gridAt(116.399, 39.905), u"07"_s);
    QCOMPARE(gridAt(116.399, 39.905, {"--day", "2030-12-31"}), u"07"_s);
    QCOMPARE(gridAt(116.399, 39.905, {"--day", "2031-01-01"}), u"08"_s);
    const QJsonObject shown = run({"grid", "show", "08", "--day", "2031-01-01"}).first();
    QCOMPARE(shown["properties"]["drawn"].toArray().size(), 2);
    QCOMPARE(shown["geometry"]["type"].toString(), u"MultiPolygon"_s);
    QCOMPARE(run({"verify"}).code, 0);
}

void CtlGridsTest::ticketsFindTheirGrid()
{
    run({"import", "grids", twoBlocks()});
    const ToolRun opened = run({"ticket", "open", "--file", "-"},
        R"({"kind":"repair","title":"漏水","lon":116.405,"lat":39.905})");
    QCOMPARE(opened.first()["grid"].toString(), u"08"_s);
    // What a phone's map shows in China is some hundred metres away.
    const QJsonObject shifted =
        run({"grid", "at", "116.4062", "39.9064", "--system", "GCJ-02"}).first();
    QVERIFY(shifted["grid"].toString() == u"07"_s || shifted["grid"].toString() == u"08"_s);
    const QJsonObject none = run({"grid", "at", "116.4101", "39.905"}).first();
    QVERIFY(none["grid"].isNull());
    QCOMPARE(none["near"][0]["grid"].toString(), u"08"_s);
}

void CtlGridsTest::theDivisionIsChecked()
{
    run({"import", "grids", twoBlocks()});
    run({"grids", "add", "code=09", "name=无界"});
    QStringList flaws;
    for (const QJsonObject &flaw : run({"grid", "check"}).lines)
        flaws << flaw["flaw"].toString() + u' ' + flaw["grids"][0].toString();
    QVERIFY(flaws.contains(u"no_chief 07"_s) && flaws.contains(u"no_area 09"_s));
    QVERIFY(!flaws.join(u' ').contains(u"overlap"_s));
    const QByteArray over =
        R"({"type":"Feature","properties":{"code":"09","name":"无界"},"geometry":{"type":"Polygon",)"
        R"("coordinates":[[[116.395,39.902],[116.405,39.902],[116.405,39.904],[116.395,39.904],[116.395,39.902]]]}})";
    QCOMPARE(run({"import", "grids", written(u"over.geojson"_s, over)}).code, 0);
    int overlaps = 0;
    for (const QJsonObject &flaw : run({"grid", "check"}).lines)
        overlaps += flaw["flaw"].toString() == u"overlap";
    QCOMPARE(overlaps, 2);
    // Several candidates are said so.
    const QJsonObject several = run({"grid", "at", "116.397", "39.903"}).first();
    QVERIFY(several["grid"].isNull());
    QCOMPARE(several["candidates"].toArray().size(), 2);
}

void CtlGridsTest::whatIsNoPlaceIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::newRow("no numbers") << QStringList{"a", "b"} << 1;
    QTest::newRow("off the earth") << QStringList{"200", "10"} << 1;
    QTest::newRow("half a place") << QStringList{"116.4"} << 2;
    QTest::newRow("no such system") << QStringList{"116.4", "39.9", "--system", "MARS"} << 1;
    QTest::newRow("no such day") << QStringList{"116.4", "39.9", "--day", "yesterday-ish"} << 1;
}

void CtlGridsTest::whatIsNoPlaceIsRefused()
{
    QFETCH(QStringList, words);
    QTEST(run(QStringList{"grid", "at"} + words).code, "code");
}

void CtlGridsTest::aMapIsReadAsATable()
{
    const ToolRun table = run({"table", twoBlocks()});
    QCOMPARE(table.lines.size(), 2);
    QCOMPARE(table.lines[1]["name"].toString(), u"网格08"_s);
}

void CtlGridsTest::aMapWithoutAttributesIsNumbered()
{
    const auto block = [](const char *west, const char *east) {
        return QByteArray(R"({"type":"Feature","properties":null,"geometry":{"type":"Polygon",)"
                          R"("coordinates":[[[)")
            + west + ",39.90],[" + east + ",39.90],[" + east + ",39.91],[" + west + ",39.91],["
            + west + ",39.90]]]}}";
    };
    const QString file = written(u"bare.geojson"_s,
        R"({"type":"FeatureCollection","features":[)" + block("116.39", "116.40") + ','
            + block("116.40", "116.41") + "]}");
    QCOMPARE(run({"import", "grids", file}).first()["accepted"].toInt(), 2);
    QCOMPARE(gridAt(116.405, 39.905), u"02"_s);
    const ToolRun again = run({"import", "grids", file});
    QCOMPARE(again.first()["unchanged"].toInt(), 2);
}

QTEST_GUILESS_MAIN(CtlGridsTest)
#include "ctl_grids_test.moc"
