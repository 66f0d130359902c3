// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/field_label.h"

#include "look/measures.h"
#include "look/palette.h"

#include <QPainter>

namespace ui::widgets
{

namespace
{

constexpr int starRoom = 10;

} // namespace

FieldLabel::FieldLabel(const QString &text, QWidget *field, bool required, QWidget *parent)
    : QLabel(text, parent)
    , m_required(required)
{
    setBuddy(field);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFixedHeight(look::fieldHeight);
    setForegroundRole(QPalette::PlaceholderText);
}

QSize FieldLabel::sizeHint() const
{
    return QLabel::sizeHint() + QSize(starRoom, 0);
}

void FieldLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!m_required)
        return;
    QPainter painter(this);
    painter.setPen(look::toneColor(look::Tone::Late, palette()));
    const int words = fontMetrics().horizontalAdvance(text());
    const QRect place(width() - words - starRoom - 1, 2, starRoom, height() - 2);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("*"));
}

} // namespace ui::widgets
