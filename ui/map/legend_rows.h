// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_colors.h"

#include <QFont>

class QPainter;

namespace ui::map
{

/// What the colours mean: the theme, its classes with their limits and how many grids each has, and how many have no data.
struct Legend {
    QString title; ///< "Open tickets"
    struct Class {
        QString words; ///< "5–9"
        int grids = 0;
    };
    QVector<Class> classes; ///< from rank 0 on
    int noData = 0;
};

/// How a legend looks: on the screen and on paper.
struct LegendLook {
    MapColors colors;
    QColor ink;
    QColor quiet;
    QFont font;
    bool isFilled = true;
    bool isHatched = false;
    double swatch = 18; ///< width; its height is two thirds
    double row = 22;
    double hatch = 6;
    double cell = 0; ///< between classes side by side
};

QSizeF legendSize(const Legend &legend, const LegendLook &look);
void paintLegend(
    QPainter &painter, const QRectF &area, const Legend &legend, const LegendLook &look);
/// The same side by side, in as many lines as the width asks for, headed by the theme.
int legendLines(const Legend &legend, const LegendLook &look, double width);
void paintLegendLines(
    QPainter &painter, const QRectF &area, const Legend &legend, const LegendLook &look);
/// "Open tickets: under 5: 12 grids; 5–9: 20 grids; no data: 3 grids", for who doesn't see it.
QString legendWords(const Legend &legend);

} // namespace ui::map
