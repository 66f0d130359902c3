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
/// corner badge of the octagon's shape with their own number. On the screen they are put together from parts that were drawn once: grounds
/// and digits. To draw hundreds of new numbers afresh would cost a frame at every step of the zoom.
class PinMarks
{
public:
    PinMarks(const QPalette &palette, const QFont &font, double pixelRatio);

    void drawSingle(QPainter &painter, QPointF centre, PinKind kind);
    void drawCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late);
    QSizeF sizeOf(int count) const; ///< without the badge

    /// The same drawings straight to a page or a legend.
    static void paintCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late,
        const QPalette &palette, const QFont &font);
    static void paintSingle(
        QPainter &painter, const QRectF &area, PinKind kind, const QPalette &palette);
    /// "7", "99", "1.2k": at most four characters.
    static QString shortCount(int count);

    static constexpr double singleSide = 20;

private:
    struct Letter {
        QPixmap image;
        double advance = 0;
    };
    static constexpr size_t lengths = 5; ///< of numbers, 0 to 4

    static QSizeF clusterSize(int count, const QFont &font);
    QPixmap blank(QSizeF size) const;
    const QPixmap &single(PinKind kind);
    const QPixmap &ground(PinLayer layer, int length);
    const QPixmap &badge(int length);
    const Letter &letter(QChar sign, bool isSmall);
    void set(QPainter &painter, QPointF centre, const QString &words, bool isSmall);
    void draw(QPainter &painter, const QPixmap &image, QPointF centre) const;

    QPalette m_palette;
    QFont m_font;
    double m_ratio;
    std::array<QSizeF, lengths> m_sizes;
    std::array<QPixmap, pinKinds> m_singles;
    std::array<std::array<QPixmap, lengths>, pinLayers> m_grounds;
    std::array<QPixmap, lengths> m_badges;
    QHash<std::pair<QChar, bool>, Letter> m_letters;
};

} // namespace ui::map
