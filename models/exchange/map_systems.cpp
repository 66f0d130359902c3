// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_systems.h"

#include "exchange/words.h"

#include <QRegularExpression>

namespace exchange
{

namespace
{

// CGCS2000 on a Gauss-Krüger projection: numbers of zones of three and six degrees, and the EPSG codes of the first of each.
constexpr int firstWide = 13, lastWide = 23, wideZones = 4491, wideMeridians = 4502;
constexpr int firstNarrow = 25, lastNarrow = 45, narrowZones = 4513, narrowMeridians = 4534;

struct Alias {
    const char16_t *words;
    const char *code;
};

constexpr Alias aliases[] = {
    {u"WGS84", "EPSG:4326"},
    {u"CGCS2000", "EPSG:4490"},
    {u"国家2000", "EPSG:4490"},
    {u"2000国家大地坐标系", "EPSG:4490"},
    {u"WEBMERCATOR", "EPSG:3857"},
    {u"网络墨卡托", "EPSG:3857"},
};

QString epsg(int number)
{
    return QStringLiteral("EPSG:%1").arg(number);
}

void addZones(QVector<KnownSystem> &systems, int degrees, int first, int last, int zoned, int plain)
{
    for (int zone = first; zone <= last; ++zone) {
        const int meridian = degrees == 3 ? zone * 3 : zone * 6 - 3;
        systems.append({epsg(plain + zone - first),
            Words::tr("CGCS2000, %1° zones, central meridian %2°").arg(degrees).arg(meridian)});
        systems.append({epsg(zoned + zone - first),
            Words::tr("CGCS2000, %1° zone %2, its number before the metres (central meridian %3°)")
                .arg(degrees)
                .arg(zone)
                .arg(meridian)});
    }
}

bool isBetween(double value, double least, double most)
{
    return value >= least && value < most;
}

} // namespace

QVector<KnownSystem> knownSystems()
{
    QVector<KnownSystem> systems{
        {epsg(4490), Words::tr("CGCS2000 (degrees)")},
        {epsg(4326), Words::tr("WGS 84 (degrees)")},
        {epsg(3857), Words::tr("Web Mercator (metres)")},
    };
    addZones(systems, 3, firstNarrow, lastNarrow, narrowZones, narrowMeridians);
    addZones(systems, 6, firstWide, lastWide, wideZones, wideMeridians);
    return systems;
}

QString systemCode(const QString &words)
{
    static const QRegularExpression number(
        QStringLiteral("^(?:EPSG)?[:\\s]*(\\d{4,6})$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression between(QStringLiteral("[\\s_-]+"));
    const QString trimmed = words.trimmed();
    if (const auto match = number.match(trimmed); match.hasMatch())
        return QStringLiteral("EPSG:") + match.captured(1);
    const QString bare = QString(trimmed).remove(between).toUpper();
    for (const Alias &alias : aliases) {
        if (bare == QStringView(alias.words))
            return QString::fromLatin1(alias.code);
    }
    return trimmed;
}

QStringList likelySystems(const QPointF &place)
{
    QStringList codes;
    const double x = place.x(), y = place.y();
    if (isBetween(x, 8e6, 15.2e6) && isBetween(y, 3e5, 7.2e6))
        codes.append(epsg(3857));
    const bool hasNorthing = isBetween(y, 3e5, 6e6);
    const int zone = int(isBetween(x, 0, 1e8) ? x / 1e6 : 0);
    if (hasNorthing && zone >= firstWide && zone <= lastWide)
        codes.append(epsg(wideZones + zone - firstWide));
    if (hasNorthing && zone >= firstNarrow && zone <= lastNarrow)
        codes.append(epsg(narrowZones + zone - firstNarrow));
    return codes;
}

} // namespace exchange
