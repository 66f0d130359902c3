// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_words.h"

#include <algorithm>

namespace ui::map
{

namespace
{

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

} // namespace

QString MapWords::mapName()
{
    return tr("Grid map");
}

QString MapWords::howTo()
{
    return tr(
        "Tab and Shift+Tab walk the grids, Enter opens the chosen one, Space selects an area. "
        "Arrows move, plus and minus zoom, Home shows everything, Ctrl+Tab leaves the map.");
}

QString MapWords::ofGrid(
    const MapGrid &grid, const GridWork &work, const MapTheme &theme, Says says)
{
    const QString comma = tr(", ", "between the parts of what is said of a grid");
    const QString name = joined({tr("Grid %1").arg(grid.code), grid.name}, QStringLiteral(" "));
    const QString value = theme.values.value(grid.id).text;
    QStringList parts{name, work.chief};
    if (says == Says::Everything || value.isEmpty())
        parts << tr("%1 open").arg(work.open)
              << (work.late ? tr("%1 late").arg(work.late) : QString());
    if (!value.isEmpty())
        parts << (says == Says::Briefly ? value : tr("%1: %2").arg(theme.title, value));
    return joined(parts, comma);
}

QString MapWords::ofCluster(const PinScene &pins, const PinHit &hit)
{
    const auto late = std::count_if(hit.pins.begin(), hit.pins.end(),
        [&pins](int pin) { return pins.pin(pin).kind == PinKind::Late; });
    const auto count = hit.pins.size();
    switch (hit.layer) {
    case PinLayer::Equipment:
        return tr("%1 pieces of equipment here").arg(count);
    case PinLayer::Patrols:
        return tr("%1 patrol points here").arg(count);
    case PinLayer::People:
        return tr("%1 people here").arg(count);
    case PinLayer::Tickets:
        break;
    }
    return late ? tr("%1 tickets here, %2 late").arg(count).arg(late)
                : tr("%1 tickets here").arg(count);
}

} // namespace ui::map
