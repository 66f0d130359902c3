// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tile_set.h"

#include "store/words.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <sqlite3.h>

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 largestTile = 1 << 20; // bytes
constexpr int deepestZoom = 24;
constexpr int largestValue = 2 << 20; // bytes of anything in a row
constexpr qsizetype longestSaid = 1'000; // characters
constexpr int stepsBetweenLooks = 100'000; // of SQLite's machine
constexpr int mostLooks = 500; // about a second

Refusal refusal(const QString &what, const QString &advice, Refusal::Kind kind = Refusal::Rule)
{
    return {{}, what, advice, kind};
}

Refusal noTileSet(const QString &fileName)
{
    return refusal(Words::tr("\"%1\" is no base map (MBTiles), or it is damaged.").arg(fileName),
        Words::tr("Choose an .mbtiles with pictures, or fetch it again from where it came."));
}

Refusal openElsewhere(const QString &fileName)
{
    return refusal(
        Words::tr("The base map \"%1\" is open elsewhere, or was left unfinished.").arg(fileName),
        Words::tr("Close it in the program that made it, and choose it again."));
}

/// Of what it holds no map can be laid out.
Refusal unfit(const QString &what)
{
    return refusal(what, Words::tr("Choose an .mbtiles of pictures: PNG, JPEG or WebP."));
}

QString noPictures()
{
    return Words::tr("The base map holds no pictures.");
}

QString noPicturesButLines()
{
    return Words::tr("The base map holds lines and areas (vector tiles), which can't be drawn.");
}

enum class Journal { None, Closed, Log };

// A database in the log's format can't be looked at without writing beside it.
Journal journalOf(const QString &path)
{
    QFile file(path);
    constexpr int headBytes = 100, writeVersion = 18, readVersion = 19;
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
    if (head.size() != headBytes || !head.startsWith("SQLite format 3"))
        return Journal::None;
    return head[writeVersion] == 1 && head[readVersion] == 1 ? Journal::Closed : Journal::Log;
}

std::optional<TileFacts::Format> formatOf(const QByteArray &picture)
{
    if (picture.startsWith("\x89PNG\r\n\x1a\n"))
        return TileFacts::Png;
    if (picture.startsWith("\xff\xd8\xff"))
        return TileFacts::Jpeg;
    if (picture.startsWith("RIFF") && picture.mid(8, 4) == "WEBP")
        return TileFacts::Webp;
    return {};
}

GeoBox boundsOf(const QString &text)
{
    const GeoBox world{{-180 * 10'000'000, -850'000'000}, {180 * 10'000'000, 850'000'000}};
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return world;
    bool isNumber[4];
    const auto number = [&](int i) { return parts[i].trimmed().toDouble(&isNumber[i]); };
    const auto least = GeoPoint::fromDegrees(number(0), number(1));
    const auto most = GeoPoint::fromDegrees(number(2), number(3));
    const bool areNumbers = std::all_of(isNumber, isNumber + 4, [](bool is) { return is; });
    if (!areNumbers || !least || !most || least->lon_e7 >= most->lon_e7
        || least->lat_e7 >= most->lat_e7)
        return world;
    return {*least, *most};
}

// Ends a question that takes longer than any about a tile.
class Patience
{
public:
    explicit Patience(sqlite3 *handle)
        : m_handle(handle)
    {
        sqlite3_progress_handler(handle, stepsBetweenLooks, look, this);
    }
    ~Patience() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Patience)

private:
    static int look(void *self) { return ++static_cast<Patience *>(self)->m_looks > mostLooks; }

    sqlite3 *m_handle;
    int m_looks = 0;
};

} // namespace

TileSet::TileSet(const QString &path)
    : m_database(path, Database::Access::ReadOnly)
{
    sqlite3_limit(m_database.handle(), SQLITE_LIMIT_LENGTH, largestValue);
    sqlite3_limit(m_database.handle(), SQLITE_LIMIT_ATTACHED, 0);
    m_database.run("PRAGMA cell_size_check=ON");
}

TileSet::Opened TileSet::open(const QString &path)
{
    const QString fileName = QFileInfo(path).fileName();
    switch (journalOf(path)) {
    case Journal::None:
        return noTileSet(fileName);
    case Journal::Log:
        return openElsewhere(fileName);
    case Journal::Closed:
        break;
    }
    try {
        std::unique_ptr<TileSet> set(new TileSet(path));
        if (const QString fault = set->findFault(); !fault.isEmpty())
            return unfit(fault);
        set->readFacts();
        return set;
    } catch (const SqlFailure &) {
        return noTileSet(fileName);
    }
}

QString TileSet::findFault()
{
    const Patience patience(m_database.handle());
    Statement &any = m_database.prepared(
        "SELECT tile_data FROM tiles WHERE length(tile_data) BETWEEN 1 AND 1048576 LIMIT 1");
    if (!any.step())
        return noPictures();
    const auto format = formatOf(any.blob(0));
    any.reset();
    if (!format)
        return noPicturesButLines();
    m_facts.format = *format;
    return {};
}

void TileSet::readFacts()
{
    const Patience patience(m_database.handle());
    m_facts.name = said("name");
    m_facts.attribution = said("attribution");
    m_facts.bounds = boundsOf(said("bounds"));
    bool hasLeast = false, hasMost = false;
    int least = said("minzoom").toInt(&hasLeast), most = said("maxzoom").toInt(&hasMost);
    if (!hasLeast || !hasMost) {
        least = m_database.value("SELECT min(zoom_level) FROM tiles").toInt();
        most = m_database.value("SELECT max(zoom_level) FROM tiles").toInt();
    }
    m_facts.leastZoom = std::clamp(least, 0, deepestZoom);
    m_facts.mostZoom = std::clamp(most, m_facts.leastZoom, deepestZoom);
}

QString TileSet::said(const char *name)
{
    Statement &value = m_database.prepared("SELECT value FROM metadata WHERE name=? LIMIT 1");
    const QString text =
        value.bind(1, QString::fromLatin1(name)).step() ? value.text(0) : QString();
    value.reset();
    return text.left(longestSaid).simplified();
}

// The file counts its rows from the south.
std::optional<QByteArray> TileSet::tile(int zoom, int x, int y)
{
    if (zoom < m_facts.leastZoom || zoom > m_facts.mostZoom)
        return {};
    const int side = 1 << zoom;
    if (x < 0 || y < 0 || x >= side || y >= side)
        return {};
    try {
        const Patience patience(m_database.handle());
        Statement &one = m_database.prepared("SELECT tile_data FROM tiles WHERE zoom_level=? AND "
                                             "tile_column=? AND tile_row=? LIMIT 1");
        const bool isThere = one.bind(1, zoom).bind(2, x).bind(3, side - 1 - y).step();
        const bool isSmall = isThere && qint64(one.view(0).size()) <= largestTile;
        const QByteArray picture = isSmall ? one.blob(0) : QByteArray();
        one.reset();
        return formatOf(picture) ? std::optional(picture) : std::nullopt;
    } catch (const SqlFailure &) {
        return {}; // damaged just here: the rest of the map is still a map
    }
}

} // namespace store
