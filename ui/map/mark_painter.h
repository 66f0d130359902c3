// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace ui::map
{

/// How pins and clusters look, drawn straight to wherever: to a page, a legend, or once into what PinMarks keeps. A shape for each
/// kind besides its colour (open: ring, late: octagon with a bar, done: tick, equipment: square, patrol: diamond, person: head and
/// shoulders), a disc with the number for several, and for those that are late a corner badge of the octagon's shape with their own number.
void paintSingle(QPainter &painter, const QRectF &area, PinKind kind, const QPalette &palette);
void paintCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late,
    const QPalette &palette, const QFont &font);

/// "7", "99", "1.2k": at most four characters.
QString shortCount(int count);

// The parts of a cluster's mark.
QSizeF clusterSize(int count, const QFont &font); ///< of the disc
QRectF discAt(QPointF centre, QSizeF size);
void paintDisc(QPainter &painter, const QRectF &disc, PinLayer layer, const QPalette &palette);
QFont smaller(QFont font); ///< of the badge
QSizeF badgeSize(const QString &words, const QFont &font);
QPointF badgeAt(const QRectF &disc); ///< its middle
void paintBadge(QPainter &painter, const QRectF &box, const QPalette &palette);

} // namespace ui::map
