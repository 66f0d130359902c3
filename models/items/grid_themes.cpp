// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grid_themes.h"

#include <QCoreApplication>
#include <QLocale>

namespace items
{

namespace
{

using Value = std::optional<double>;

/// A figure that a company doesn't keep is no figure, not nought.
Value orNone(qint64 figure)
{
    return figure > 0 ? Value(double(figure)) : std::nullopt;
}

constexpr GridTheme themes[] = {
    {"open", QT_TRANSLATE_NOOP("themes", "Open tickets"), QT_TRANSLATE_NOOP("themes", "%1 open"),
        [](const GridOnMap &grid) { return Value(grid.figures.open); }},
    {"late", QT_TRANSLATE_NOOP("themes", "Late tickets"), QT_TRANSLATE_NOOP("themes", "%1 late"),
        [](const GridOnMap &grid) { return Value(grid.figures.late); }},
    {"load", QT_TRANSLATE_NOOP("themes", "Load per person"),
        QT_TRANSLATE_NOOP("themes", "%1 open for each person"),
        [](const GridOnMap &grid) {
            return grid.people ? Value(double(grid.figures.open) / grid.people) : std::nullopt;
        },
        1},
    {"satisfaction", QT_TRANSLATE_NOOP("themes", "Satisfaction, 30 days"),
        QT_TRANSLATE_NOOP("themes", "%1 % satisfied"),
        [](const GridOnMap &grid) {
            const store::GridFigures &of = grid.figures;
            return of.rated ? Value(100.0 * of.satisfied / of.rated) : std::nullopt;
        },
        1},
    {"received", QT_TRANSLATE_NOOP("themes", "Received, 30 days"),
        QT_TRANSLATE_NOOP("themes", "%1 received"),
        [](const GridOnMap &grid) { return Value(grid.figures.received); }},
    {"repeats", QT_TRANSLATE_NOOP("themes", "Repeats, 30 days"),
        QT_TRANSLATE_NOOP("themes", "%1 repeats"),
        [](const GridOnMap &grid) { return Value(grid.figures.repeats); }},
    {"households", QT_TRANSLATE_NOOP("themes", "Households"),
        QT_TRANSLATE_NOOP("themes", "%1 households"),
        [](const GridOnMap &grid) { return orNone(grid.households); }},
    {"users", QT_TRANSLATE_NOOP("themes", "Users"), QT_TRANSLATE_NOOP("themes", "%1 users"),
        [](const GridOnMap &grid) { return orNone(grid.users); }},
};

} // namespace

QString GridTheme::titleText() const
{
    return QCoreApplication::translate("themes", title);
}

QString GridTheme::valueText(const std::optional<double> &figure) const
{
    if (!figure)
        return QCoreApplication::translate("themes", "no figure");
    return QCoreApplication::translate("themes", value)
        .arg(QLocale().toString(*figure, 'f', decimals));
}

std::span<const GridTheme> gridThemes()
{
    return themes;
}

} // namespace items
