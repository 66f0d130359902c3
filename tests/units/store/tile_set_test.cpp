// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tile_set.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace store;

namespace
{

const QByteArray png("\x89PNG\r\n\x1a\nnorth-west", 18);

// Four squares of the second zoom, as programs for base maps write them.
class Tiles
{
public:
    explicit Tiles(const QString &path)
        : m_database(path, Database::Access::ReadWrite)
    {
        m_database.run("CREATE TABLE metadata(name TEXT, value TEXT);"
                       "CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER,"
                       " tile_row INTEGER, tile_data BLOB)");
    }
    Tiles &says(const QString &name, const QString &value)
    {
        m_database.prepared("INSERT INTO metadata VALUES(?,?)").bind(1, name).bind(2, value).run();
        return *this;
    }
    Tiles &has(int zoom, int column, int row, const QByteArray &picture)
    {
        m_database.prepared("INSERT INTO tiles VALUES(?,?,?,?)")
            .bind(1, zoom)
            .bind(2, column)
            .bind(3, row)
            .bind(4, picture)
            .run();
        return *this;
    }
    Tiles &run(const QByteArray &sql)
    {
        m_database.run(sql);
        return *this;
    }

private:
    Database m_database;
};

QString refusalOf(const QString &path)
{
    const TileSet::Opened opened = TileSet::open(path);
    const auto *refusal = std::get_if<domain::Refusal>(&opened);
    return refusal ? refusal->text() : QString();
}

} // namespace

class TileSetTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void saysWhatItIs()
    {
        Tiles(path("town.mbtiles"))
            .says("name", "临江县")
            .says("bounds", "113.9,29.9,114.2,30.2")
            .says("attribution", "自然资源局")
            .says("minzoom", "1")
            .says("maxzoom", "2")
            .has(2, 0, 3, png);
        const auto opened = TileSet::open(path("town.mbtiles"));
        const TileFacts &facts = std::get<std::unique_ptr<TileSet>>(opened)->facts();
        QCOMPARE(facts.name, QString("临江县"));
        QCOMPARE(facts.attribution, QString("自然资源局"));
        QCOMPARE(facts.bounds.least, (domain::GeoPoint{1139000000, 299000000}));
        QCOMPARE(facts.leastZoom, 1);
        QCOMPARE(facts.mostZoom, 2);
        QCOMPARE(facts.format, TileFacts::Png);
        QCOMPARE(QDir(m_folder.path()).entryList({"town*"}), QStringList{"town.mbtiles"});
    }

    // The file counts from the south, we from the north.
    void handsOutSquares()
    {
        const QByteArray large = png + QByteArray(1 << 20, 'x');
        Tiles(path("squares.mbtiles"))
            .has(2, 0, 3, png)
            .has(2, 1, 3, large)
            .has(2, 2, 3, "<script>");
        auto opened = TileSet::open(path("squares.mbtiles"));
        TileSet &set = *std::get<std::unique_ptr<TileSet>>(opened);
        QCOMPARE(set.facts().leastZoom, 2);
        QCOMPARE(set.tile(2, 0, 0), png);
        QVERIFY(!set.tile(2, 0, 3));
        QVERIFY(!set.tile(2, 1, 0)); // larger than a megabyte
        QVERIFY(!set.tile(2, 2, 0)); // no picture
        QVERIFY(!set.tile(2, -1, 0));
        QVERIFY(!set.tile(2, 0, 4));
        QVERIFY(!set.tile(1, 0, 0));
        QVERIFY(!set.tile(90, 0, 0));
    }

    // As many programs lay them: the same sea is kept once.
    void squaresThroughAView()
    {
        Tiles(path("view.mbtiles"))
            .run("DROP TABLE tiles; CREATE TABLE map(zoom_level, tile_column, tile_row, tile_id);"
                 "CREATE TABLE images(tile_id, tile_data);"
                 "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data"
                 " FROM map JOIN images ON images.tile_id = map.tile_id;"
                 "INSERT INTO map VALUES(0,0,0,'sea');"
                 "INSERT INTO images VALUES('sea', x'89504e470d0a1a0a')");
        auto opened = TileSet::open(path("view.mbtiles"));
        QVERIFY(std::get<std::unique_ptr<TileSet>>(opened)->tile(0, 0, 0));
    }

    void refuses()
    {
        Tiles(path("vector.mbtiles")).has(0, 0, 0, QByteArray("\x1f\x8b\x08\x00", 4));
        QVERIFY(refusalOf(path("vector.mbtiles")).contains("vector tiles"));
        Tiles(path("empty.mbtiles")).says("format", "png");
        QVERIFY(refusalOf(path("empty.mbtiles")).contains("no pictures"));
        { // it goes before it is looked at: closing it leaves the log's format behind
            Tiles(path("log.mbtiles")).has(0, 0, 0, png).run("PRAGMA journal_mode=WAL");
        }
        QVERIFY(refusalOf(path("log.mbtiles")).contains("open elsewhere"));
        QVERIFY(refusalOf(path("none.mbtiles")).contains("no base map"));
        QVERIFY(refusalOf(m_folder.path()).contains("no base map"));
        QFile text(path("text.mbtiles"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("not a map ").repeated(100));
        text.close();
        QVERIFY(refusalOf(path("text.mbtiles")).contains("no base map"));
        {
            Database(path("tables.mbtiles"), Database::Access::ReadWrite).run("CREATE TABLE a(b)");
        }
        QVERIFY(refusalOf(path("tables.mbtiles")).contains("no base map"));
    }

    // A view that counts forever, behind the name that everybody asks for.
    void aQuestionWithoutEndIsEnded()
    {
        Tiles(path("endless.mbtiles"))
            .run("DROP TABLE tiles; CREATE VIEW tiles AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL"
                 " SELECT n+1 FROM c) SELECT 0 AS zoom_level, 0 AS tile_column, 0 AS tile_row,"
                 " x'89504e470d0a1a0a' AS tile_data FROM c WHERE n < 0");
        QElapsedTimer time;
        time.start();
        QVERIFY(refusalOf(path("endless.mbtiles")).contains("no base map"));
        QVERIFY(time.elapsed() < 30'000);
    }
};

QTEST_GUILESS_MAIN(TileSetTest)
#include "tile_set_test.moc"
