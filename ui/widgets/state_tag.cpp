// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state_tag.h"

#include "look/icons.h"
#include "look/measures.h"

#include <QPainter>

namespace ui::widgets
{

namespace
{

constexpr int tagHeight = 22;
constexpr int shape = 14;
constexpr int padding = 6;

} // namespace

StateTag::StateTag(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateTag::setState(Mood mood, const QString &word)
{
    m_mood = mood;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StateTag::sizeHint() const
{
    return {stateTagWidth(m_word, fontMetrics()), std::max(tagHeight, fontMetrics().height() + 2)};
}

void StateTag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateTag(&painter, rect(), m_mood, m_word, palette());
}

int stateTagWidth(const QString &word, const QFontMetrics &metrics)
{
    return 2 * padding + shape + look::unit + metrics.horizontalAdvance(word);
}

void paintStateTag(
    QPainter *painter, const QRect &area, Mood mood, const QString &word, const QPalette &palette)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int height = std::min(area.height(), std::max(tagHeight, metrics.height() + 2));
    const int width = std::min(area.width(), stateTagWidth(word, metrics));
    const QRect tag(area.left(), area.top() + (area.height() - height) / 2, width, height);
    const QColor color = look::toneColor(moodTone(mood), palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look::tint(moodTone(mood), palette));
    painter->drawRoundedRect(tag, look::corner, look::corner);
    look::paintIcon(painter,
        QRect(tag.left() + padding, tag.center().y() - shape / 2 + 1, shape, shape), moodIcon(mood),
        color);
    painter->setPen(color);
    const QRect room = tag.adjusted(padding + shape + look::unit, 0, -look::unit, 0);
    painter->drawText(tag.adjusted(padding + shape + look::unit, 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(word, Qt::ElideRight, room.width() + 2));
    painter->restore();
}

} // namespace ui::widgets
