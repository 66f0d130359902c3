// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icon_text.h"

#include "look/icons.h"
#include "look/measures.h"

#include <QPainter>

#include <algorithm>

namespace ui::widgets
{

namespace
{

constexpr int wordsAt = look::smallIcon + look::unit + 2;

} // namespace

IconText::IconText(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void IconText::setContent(const QString &icon, const QString &text, look::Tone tone)
{
    m_icon = icon;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    fit();
    updateGeometry();
    update();
}

QSize IconText::sizeHint() const
{
    return {
        wordsAt + fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + look::unit};
}

QSize IconText::minimumSizeHint() const
{
    return {look::smallIcon, sizeHint().height()};
}

void IconText::setWraps()
{
    m_wraps = true;
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    fit();
}

void IconText::fit()
{
    if (!m_wraps)
        return;
    const QRect room(0, 0, std::max(width() - wordsAt, 1), QWIDGETSIZE_MAX);
    const QRect words = fontMetrics().boundingRect(room, Qt::TextWordWrap, m_text);
    setFixedHeight(words.height() + look::unit);
}

void IconText::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void IconText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = look::toneColor(m_tone, palette());
    const int firstLine = sizeHint().height();
    const int middle = m_wraps ? firstLine / 2 : height() / 2;
    const QRect place(0, middle - look::smallIcon / 2, look::smallIcon, look::smallIcon);
    look::paintIcon(&painter, place, m_icon, color);
    painter.setPen(color);
    const QRect room = rect().adjusted(wordsAt, 0, 0, 0);
    if (m_wraps) {
        painter.drawText(room, Qt::AlignVCenter | Qt::TextWordWrap, m_text);
        return;
    }
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(m_text, Qt::ElideRight, room.width()));
}

} // namespace ui::widgets
