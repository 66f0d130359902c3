// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_system_choice.h"

#include "exchange/map_systems.h"
#include "exchange/words.h"
#include "geo/systems.h"

#include <QStringList>

namespace exchange
{

namespace
{

const QString wgs84 = QStringLiteral("EPSG:4326");

FileRefusal noSuchSystem(const QString &named, const QString &fileName)
{
    constexpr int longestShown = 60;
    return {Words::tr("There is no coordinate system \"%1\"").arg(named.left(longestShown)),
        fileName,
        Words::tr("Name it by its EPSG number, for example 4490 for CGCS2000 in degrees or 4547 "
                  "for its 3° zone of 114°E.")};
}

QString proposal(const QPointF &sample)
{
    const QStringList likely = likelySystems(sample);
    if (likely.isEmpty())
        return Words::tr("Name the coordinate system, for example EPSG:4547 for CGCS2000 with the "
                         "central meridian 114°E; whoever made the map knows it.");
    return Words::tr("Name the coordinate system; by the digits it may be %1.")
        .arg(likely.join(Words::tr(" or ")));
}

FileRefusal metres(const QString &system, const QPointF &sample, const QString &fileName)
{
    const QString values =
        QStringLiteral("%1, %2").arg(sample.x(), 0, 'f', 1).arg(sample.y(), 0, 'f', 1);
    const QString what = system.isEmpty()
        ? Words::tr("The map names no coordinate system, and its values (%1) are no degrees")
              .arg(values)
        : Words::tr("The values (%1) are no degrees, but the coordinate system is %2")
              .arg(values, system);
    return {what, fileName, proposal(sample)};
}

FileRefusal degrees(const QString &system, const QString &fileName)
{
    return {
        Words::tr("The values are degrees, but the coordinate system %1 is in metres").arg(system),
        fileName, Words::tr("Name the right one, for example 4490 for CGCS2000 in degrees.")};
}

} // namespace

std::variant<ChosenSystem, FileRefusal> chooseSystem(MapSource &source, int layer,
    const QString &named, const MapPlugin &plugin, const QString &fileName)
{
    const RawLayer &own = source.layers()[layer];
    ChosenSystem chosen{{}, own.system, false};
    bool isGeographic = own.isGeographic;
    if (!named.trimmed().isEmpty()) {
        chosen.code = geo::systemCodeOf(named);
        const RawSystem system = plugin.system(chosen.code);
        if (system.name.isEmpty())
            return noSuchSystem(named, fileName);
        chosen.name = system.name;
        isGeographic = system.isGeographic;
    }
    const RawRange range = source.range(layer);
    const bool isInDegrees = range.inDegrees >= range.beyond;
    if (!isInDegrees && (chosen.name.isEmpty() || isGeographic))
        return metres(chosen.name, range.sample, fileName);
    if (range.beyond == 0 && range.inDegrees > 0 && !chosen.name.isEmpty() && !isGeographic)
        return degrees(chosen.name, fileName);
    if (chosen.name.isEmpty())
        return ChosenSystem{wgs84, plugin.system(wgs84).name, true};
    return chosen;
}

} // namespace exchange
