// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/pin_marks.h"

#include "map/mark_painter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace ui::map
{

namespace
{

constexpr double edge = 3; // around what is kept, for its outer line
// Numbers of one length are about equally wide: one of each stands for all.
constexpr int samples[] = {0, 8, 88, 888, 8800};

/// Of the number as the mark says it: "7", "42", "310", "1.2k" and "12k".
int lengthOf(int count)
{
    return count < 10 ? 1 : count < 100 ? 2 : count < 1000 ? 3 : 4;
}

} // namespace

PinMarks::PinMarks(const QPalette &palette, const QFont &font, double pixelRatio)
    : m_palette(palette)
    , m_font(font)
    , m_ratio(pixelRatio)
{
    for (size_t length = 0; length < m_sizes.size(); ++length)
        m_sizes[length] = clusterSize(samples[length], m_font);
}

QPixmap PinMarks::blank(QSizeF size) const
{
    QPixmap pixmap((size * m_ratio).toSize());
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

const QPixmap &PinMarks::single(PinKind kind)
{
    QPixmap &kept = m_singles[size_t(kind)];
    if (kept.isNull()) {
        kept = blank({singleSide, singleSide});
        QPainter painter(&kept);
        paintSingle(painter, {0, 0, singleSide, singleSide}, kind, m_palette);
    }
    return kept;
}

const QPixmap &PinMarks::ground(PinLayer layer, int length)
{
    QPixmap &kept = m_grounds[size_t(layer)][size_t(length)];
    if (kept.isNull()) {
        const QSizeF size = clusterSize(samples[length], m_font);
        kept = blank(size + QSizeF(edge, edge) * 2);
        QPainter painter(&kept);
        paintDisc(painter, QRectF(QPointF(edge, edge), size), layer, m_palette);
    }
    return kept;
}

const QPixmap &PinMarks::badge(int length)
{
    QPixmap &kept = m_badges[size_t(length)];
    if (kept.isNull()) {
        const QSizeF size = badgeSize(shortCount(samples[length]), m_font);
        kept = blank(size + QSizeF(edge, edge) * 2);
        QPainter painter(&kept);
        paintBadge(painter, QRectF(QPointF(edge, edge), size), m_palette);
    }
    return kept;
}

const PinMarks::Letter &PinMarks::letter(QChar sign, bool isSmall)
{
    Letter &kept = m_letters[{sign, isSmall}];
    if (kept.image.isNull()) {
        const QFont font = isSmall ? smaller(m_font) : m_font;
        const QFontMetricsF metrics(font);
        kept.advance = metrics.horizontalAdvance(sign);
        kept.image = blank({kept.advance + 2, metrics.height()});
        QPainter painter(&kept.image);
        painter.setFont(font);
        painter.setPen(m_palette.color(isSmall ? QPalette::Base : QPalette::Text));
        painter.drawText(QPointF(1, metrics.ascent()), QString(sign));
    }
    return kept;
}

void PinMarks::set(QPainter &painter, QPointF centre, const QString &words, bool isSmall)
{
    double width = 0;
    for (const QChar sign : words)
        width += letter(sign, isSmall).advance;
    double x = centre.x() - width / 2;
    for (const QChar sign : words) {
        const Letter &of = letter(sign, isSmall);
        draw(painter, of.image, {x + of.advance / 2, centre.y()});
        x += of.advance;
    }
}

/// With its middle there, on whole pixels of the screen: between them its edges would blur.
void PinMarks::draw(QPainter &painter, const QPixmap &image, QPointF centre) const
{
    const QPointF corner = centre * m_ratio - QPointF(image.width(), image.height()) / 2;
    painter.drawPixmap(QPointF(qRound(corner.x()), qRound(corner.y())) / m_ratio, image);
}

void PinMarks::drawSingle(QPainter &painter, QPointF centre, PinKind kind)
{
    draw(painter, single(kind), centre);
}

void PinMarks::drawCluster(QPainter &painter, QPointF centre, PinLayer layer, int count, int late)
{
    draw(painter, ground(layer, lengthOf(count)), centre);
    set(painter, centre, shortCount(count), false);
    if (late <= 0)
        return;
    const QPointF corner = badgeAt(discAt(centre, sizeOf(count)));
    draw(painter, badge(lengthOf(late)), corner);
    set(painter, corner, shortCount(late), true);
}

QSizeF PinMarks::sizeOf(int count) const
{
    return m_sizes[size_t(lengthOf(count))];
}

} // namespace ui::map
