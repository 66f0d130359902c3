// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_kind.h"

#include "exchange/words.h"

namespace exchange
{

namespace
{

constexpr qsizetype headSize = 8192; // bytes
constexpr char databaseMark[] = "SQLite format 3";

struct Stranger {
    QByteArrayView mark;
    const char *what;
    const char *advice;
};

// Found by their first bytes.
const Stranger strangers[] = {
    {QByteArrayView("AC10"),
        QT_TRANSLATE_NOOP("exchange", "This is a drawing in AutoCAD's own format DWG"),
        QT_TRANSLATE_NOOP("exchange", "Save it as DXF in the program that made it.")},
    {QByteArrayView("AutoCAD Binary DXF"),
        QT_TRANSLATE_NOOP("exchange", "This is a DXF in its binary form"),
        QT_TRANSLATE_NOOP("exchange", "Save it as DXF in text form (ASCII).")},
    {QByteArrayView("PK\x03\x04"),
        QT_TRANSLATE_NOOP("exchange", "This is an archive or a workbook"),
        QT_TRANSLATE_NOOP("exchange",
            "Unpack it and choose the map inside: the .kml, the .shp or the .geojson.")},
    {QByteArrayView("\x89PNG"), QT_TRANSLATE_NOOP("exchange", "This is a picture"),
        QT_TRANSLATE_NOOP(
            "exchange", "Place it as the background of the map, and draw the grids on it.")},
    {QByteArrayView("\xff\xd8\xff"), QT_TRANSLATE_NOOP("exchange", "This is a picture"),
        QT_TRANSLATE_NOOP(
            "exchange", "Place it as the background of the map, and draw the grids on it.")},
    {QByteArrayView("%PDF"), QT_TRANSLATE_NOOP("exchange", "This is a document and not a map"),
        QT_TRANSLATE_NOOP("exchange",
            "Ask its author for the map as GeoJSON, Shapefile, KML, GeoPackage or DXF.")},
};

const Stranger noMap{{}, QT_TRANSLATE_NOOP("exchange", "This is no map that can be read"),
    QT_TRANSLATE_NOOP("exchange", "Choose a GeoJSON, Shapefile (.shp), KML, GeoPackage or DXF.")};
const Stranger besideShape{{}, QT_TRANSLATE_NOOP("exchange", "This is only a part of a Shapefile"),
    QT_TRANSLATE_NOOP("exchange", "Choose the file of the same name with .shp at its end.")};
const Stranger baseMap{{},
    QT_TRANSLATE_NOOP("exchange", "This is a base map (MBTiles): pictures without areas"),
    QT_TRANSLATE_NOOP("exchange", "Set it as the background of the map.")};

FileRefusal refusal(const Stranger &stranger, const QString &fileName)
{
    return {Words::tr(stranger.what), fileName, Words::tr(stranger.advice)};
}

// "0 SECTION" on two lines, behind remarks (999) and blanks, as every text DXF begins.
bool isDxf(const QByteArray &head)
{
    const QList<QByteArray> lines = head.left(headSize).split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2) {
        const QByteArray code = lines[i].trimmed();
        if (code != "999")
            return code == "0" && lines[i + 1].trimmed() == "SECTION";
    }
    return false;
}

bool isPartOfShapefile(const QString &fileName)
{
    static constexpr const char *suffixes[] = {".dbf", ".shx", ".prj", ".cpg", ".sbn", ".qpj"};
    return std::any_of(std::begin(suffixes), std::end(suffixes), [&](const char *suffix) {
        return fileName.endsWith(QLatin1StringView(suffix), Qt::CaseInsensitive);
    });
}

// The texts of either byte order behind their marks.
QByteArray plainHead(const QByteArray &bytes)
{
    QByteArray head = bytes.left(headSize);
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        head.replace(QByteArray(1, '\0'), QByteArray()).remove(0, 2);
    else if (head.startsWith("\xef\xbb\xbf"))
        head.remove(0, 3);
    return head.trimmed();
}

} // namespace

std::variant<MapFormat, FileRefusal> kindOfMap(const QByteArray &bytes, const QString &fileName)
{
    if (isPartOfShapefile(fileName))
        return refusal(besideShape, fileName);
    for (const Stranger &stranger : strangers) {
        if (bytes.startsWith(stranger.mark))
            return refusal(stranger, fileName);
    }
    if (bytes.startsWith(QByteArrayView("\0\0\x27\x0a", 4)))
        return MapFormat::Shapefile;
    if (bytes.startsWith(databaseMark)) {
        if (fileName.endsWith(QStringLiteral(".mbtiles"), Qt::CaseInsensitive))
            return refusal(baseMap, fileName);
        return MapFormat::GeoPackage;
    }
    const QByteArray head = plainHead(bytes);
    if (head.startsWith('{'))
        return MapFormat::GeoJson;
    if (head.startsWith('<') && head.contains("<kml"))
        return MapFormat::Kml;
    if (isDxf(head))
        return MapFormat::Dxf;
    return refusal(noMap, fileName);
}

std::optional<FileRefusal> settle(QByteArray &geoPackage, const QFileInfo &file)
{
    constexpr int headBytes = 100, writeVersion = 18, readVersion = 19;
    constexpr char closed = 1;
    for (const char *changes : {"-wal", "-journal"}) {
        const QFileInfo open(file.filePath() + QLatin1StringView(changes));
        if (open.isFile() && open.size() > 0)
            return FileRefusal{Words::tr("Another program has the map open, or left it unfinished"),
                open.fileName(), Words::tr("Close it there, and then read it here.")};
    }
    if (geoPackage.size() > headBytes) {
        geoPackage[writeVersion] = closed;
        geoPackage[readVersion] = closed;
    }
    return {};
}

} // namespace exchange
