// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_systems.h"

namespace exchange
{

namespace
{

// CGCS2000 on a Gauss-Krüger projection: numbers of zones of three and six degrees, and the EPSG code of the first of each.
constexpr int firstWide = 13, lastWide = 23, wideZones = 4491;
constexpr int firstNarrow = 25, lastNarrow = 45, narrowZones = 4513;

QString epsg(int number)
{
    return QStringLiteral("EPSG:%1").arg(number);
}

bool isBetween(double value, double least, double most)
{
    return value >= least && value < most;
}

} // namespace

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
