// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QPalette>
#include <QPixmap>

class QPainter;

namespace ui::map
{

struct Cluster;

/// The marks of pins and clusters: a shape for each kind besides its colour (open: ring, late: octagon with a bar, done: tick,
/// equipment: square, patrol: diamond, person: head and shoulders), a disc with the number for several, and for those that are late a
/// corner badge of the octagon's shape with their own number. Drawn once for each look and kept.
class PinMarks
{
public:
    PinMarks(const QPalette &palette, const QFont &font, double pixelRatio);

    const QPixmap &single(PinKind kind);
    const QPixmap &cluster(PinLayer layer, int count, int late);

    /// The same drawings straight to a page or a legend.
    static void paintCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late,
        const QPalette &palette, const QFont &font);
    static QSizeF clusterSize(int count, const QFont &font); ///< without the badge
    static void paintSingle(
        QPainter &painter, const QRectF &area, PinKind kind, const QPalette &palette);
    /// "7", "99", "1.2k": at most four characters.
    static QString shortCount(int count);

    static constexpr double singleSide = 20;

private:
    QPixmap blank(QSizeF size) const;

    QPalette m_palette;
    QFont m_font;
    double m_ratio;
    std::array<QPixmap, pinKinds> m_singles;
    QHash<quint64, QPixmap> m_clusters;
};

} // namespace ui::map
