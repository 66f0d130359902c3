// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/key_cap.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QPainter>

namespace ui::widgets
{

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
    , m_text(keys.toString(QKeySequence::NativeText))
{
    setFont(look::type(look::TypeSize::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_text);
}

QSize KeyCap::sizeHint() const
{
    const int height = fontMetrics().height() + look::unit;
    return {std::max(height, fontMetrics().horizontalAdvance(m_text) + 2 * look::gap - look::unit),
        height};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::fieldBorder(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::corner, look::corner);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace ui::widgets
