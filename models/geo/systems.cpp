// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/systems.h"

#include "geo/words.h"

#include <QRegularExpression>

#include <iterator>
#include <optional>

namespace geo
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int least3 = 25, least6 = 13; // the first zones of China
constexpr int most3 = 45, most6 = 23;
constexpr int leastMeridian = 75, mostMeridian = 135;

/// A datum of China and the first of each row of its codes: geographic, zones of three degrees with and without the zone's
/// number before the easting, and of six.
struct Datum {
    const char *names; ///< as people write it, without spaces and dashes
    int geographic;
    int zones3, meridians3;
    int zones6, meridians6;
};
constexpr Datum datums[]{
    {"cgcs2000|2000国家大地坐标系|国家2000|大地2000|中国2000|chinageodeticcoordinatesystem2000",
        4490, 4513, 4534, 4491, 4502},
    {"xian1980|xian80|西安1980|西安80|1980西安坐标系", 4610, 2349, 2370, 2327, 2338},
    {"beijing1954|beijing54|北京1954|北京54|1954年?北京坐标系", 4214, 2401, 2422, 21413, 21453},
};

struct Alias {
    const char *pattern;
    const char *code;
};
constexpr Alias aliases[]{
    {"wgs84|wgs1984|gps", "EPSG:4326"},
    {"webmercator|pseudomercator|wgs84pseudomercator|网络墨卡托|web墨卡托", "EPSG:3857"},
    {"gcj02|火星坐标系?|火星|高德(坐标)?|腾讯(坐标)?|amap", gcj02},
    {"bd09(ll)?|百度(坐标系?)?|baidu", bd09},
};

QString epsg(int code)
{
    return u"EPSG:%1"_s.arg(code);
}

QRegularExpression whole(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)));
}

std::optional<QString> steppedCode(int first, int value, int least, int most, int step)
{
    if (value < least || value > most || (value - least) % step != 0)
        return {};
    return epsg(first + (value - least) / step);
}

// What is written behind the datum: "3degreegausskrugercm117e", "3度带39带", "高斯克吕格117度".
std::optional<QString> zoneCode(const Datum &datum, QString rest)
{
    static const QRegularExpression width(u"([36三六])(?:degree|deg|度分带|度带|度|°)"_s);
    static const QRegularExpression zone(
        u"(?:zone|带号|第)(\\d{2})(?!\\d)|(?<!\\d)(\\d{2})号?带"_s);
    static const QRegularExpression meridian(
        u"(?:cm|中央经线|中央子午线|centralmeridian)=?(\\d{2,3})(?!\\d)|(?<!\\d)(\\d{2,3})(?:e|°e?|度e?)"_s);
    const auto widthFound = width.match(rest);
    const bool isSix = widthFound.captured(1) == u"6" || widthFound.captured(1) == u"六";
    rest.remove(widthFound.capturedStart(), widthFound.capturedLength());
    const auto numberOf = [](const QRegularExpressionMatch &match) {
        return match.captured(match.lastCapturedIndex()).toInt();
    };
    if (const auto found = zone.match(rest); found.hasMatch())
        return isSix ? steppedCode(datum.zones6, numberOf(found), least6, most6, 1)
                     : steppedCode(datum.zones3, numberOf(found), least3, most3, 1);
    if (const auto found = meridian.match(rest); found.hasMatch())
        return isSix
            ? steppedCode(datum.meridians6, numberOf(found), leastMeridian, mostMeridian, 6)
            : steppedCode(datum.meridians3, numberOf(found), leastMeridian, mostMeridian, 3);
    return {};
}

std::optional<QString> codeByDatum(const QString &plain)
{
    for (const Datum &datum : datums) {
        const auto found = QRegularExpression(QString::fromUtf8(datum.names)).match(plain);
        if (!found.hasMatch())
            continue;
        const QString rest = plain.first(found.capturedStart()) + plain.sliced(found.capturedEnd());
        return rest.isEmpty() ? epsg(datum.geographic) : zoneCode(datum, rest);
    }
    return {};
}

std::optional<QString> codeByName(const QString &plain)
{
    static const QRegularExpression number(u"^(?:epsg:*)?(\\d{4,6})$"_s);
    if (const auto found = number.match(plain); found.hasMatch())
        return epsg(found.captured(1).toInt());
    for (const Alias &alias : aliases) {
        if (whole(alias.pattern).match(plain).hasMatch())
            return QString::fromUtf8(alias.code);
    }
    return {};
}

void addZones(QVector<System> &all)
{
    const Datum &datum = datums[0];
    for (int lon = leastMeridian; lon <= mostMeridian; lon += 3)
        all.append({epsg(datum.meridians3 + (lon - leastMeridian) / 3),
            Words::tr("CGCS2000, 3-degree Gauss-Krüger, central meridian %1° E").arg(lon)});
    for (int zone = least3; zone <= most3; ++zone)
        all.append({epsg(datum.zones3 + zone - least3),
            Words::tr("CGCS2000, 3-degree Gauss-Krüger, zone %1 (easting begins with it)")
                .arg(zone)});
}

} // namespace

QVector<System> systems()
{
    QVector<System> all{
        {epsg(4326), Words::tr("WGS 84, degrees (GPS)")},
        {epsg(4490), Words::tr("CGCS2000, degrees")},
        {QString::fromLatin1(gcj02), Words::tr("GCJ-02, degrees (Amap, Tencent)")},
        {QString::fromLatin1(bd09), Words::tr("BD-09, degrees (Baidu)")},
        {epsg(3857), Words::tr("Web Mercator, metres")},
        {epsg(4610), Words::tr("Xian 1980, degrees")},
        {epsg(4214), Words::tr("Beijing 1954, degrees")},
    };
    addZones(all);
    return all;
}

QString systemCodeOf(const QString &text)
{
    constexpr qsizetype longestName = 80; // more is a definition, not a name
    const QString given = text.trimmed();
    if (given.size() > longestName || given.startsWith(u'+') || given.contains(u'['))
        return given;
    static const QRegularExpression marks(u"[\\s_/()（）,，\\-–—]+"_s);
    QString plain = given.normalized(QString::NormalizationForm_KC).toLower().remove(marks);
    plain.replace(u"ü"_s, u"u"_s);
    if (const auto code = codeByName(plain))
        return *code;
    return codeByDatum(plain).value_or(given);
}

} // namespace geo
