// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chip.h"

#include "look/icons.h"
#include "look/measures.h"

#include <QLocale>
#include <QPainter>

namespace ui::widgets
{

namespace
{

constexpr int padding = 10;

QFont heavier(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setIconSize({look::smallIcon, look::smallIcon});
    setAccessibleName(text);
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleName(count < 0 ? text() : text() + QLatin1Char(' ') + countText());
    updateGeometry();
    update();
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : locale().toString(m_count);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(heavier(font()));
    int width = 2 * padding + metrics.horizontalAdvance(text());
    if (!icon().isNull())
        width += look::smallIcon + look::unit;
    if (m_count >= 0)
        width += 6 + metrics.horizontalAdvance(countText());
    return {width, std::max(look::fieldHeight, metrics.height() + look::unit)};
}

void Chip::paintFrame(QPainter *painter) const
{
    const QColor accent = look::toneColor(look::Tone::Accent, palette());
    QColor fill =
        isChecked() ? palette().color(QPalette::Highlight) : palette().color(QPalette::Base);
    if (underMouse() && !isChecked() && isEnabled())
        fill = look::mixed(palette().color(QPalette::Highlight), fill, 0.4);
    QPen edge(isChecked() ? accent : look::hairlineColor(palette()), 1);
    if (hasFocus())
        edge = QPen(accent, 2);
    const double inset = edge.widthF() / 2;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), look::corner, look::corner);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFrame(&painter);
    painter.setFont(isChecked() ? heavier(font()) : font());
    const QFontMetrics metrics(heavier(font()));
    QRect area = rect().adjusted(padding, 0, -padding, 0);
    if (!icon().isNull()) {
        const QRect place(
            area.left(), (height() - look::smallIcon) / 2, look::smallIcon, look::smallIcon);
        icon().paint(
            &painter, place, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        area.setLeft(place.right() + 1 + look::unit);
    }
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(palette().color(group, QPalette::ButtonText));
    if (m_count < 0)
        return painter.drawText(area, Qt::AlignCenter, text());
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text());
    area.setLeft(area.left() + metrics.horizontalAdvance(text()) + 6);
    painter.setPen(
        look::toneColor(isChecked() ? look::Tone::Accent : look::Tone::Muted, palette()));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, countText());
}

} // namespace ui::widgets
