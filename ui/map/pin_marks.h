// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QPalette>
#include <QPixmap>

class QPainter;

namespace ui::map
{

/// The marks of pins and clusters for a screen (mark_painter.h says how they look), put together from parts that were drawn once: grounds
/// and digits. To draw hundreds of new numbers afresh would cost a frame at every step of the zoom.
class PinMarks
{
public:
    PinMarks(const QPalette &palette, const QFont &font, double pixelRatio);

    void drawSingle(QPainter &painter, QPointF centre, PinKind kind);
    void drawCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late);
    QSizeF sizeOf(int count) const; ///< without the badge

    static constexpr double singleSide = 20;

private:
    struct Letter {
        QPixmap image;
        double advance = 0;
    };
    static constexpr size_t lengths = 5; ///< of numbers, 0 to 4

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
