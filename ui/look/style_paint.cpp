// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/style_paint.h"

#include "look/icons.h"
#include "look/measures.h"

#include <QPainter>

namespace ui::look::paint
{

namespace
{

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void roundedBox(QPainter *painter, const QRectF &area, const QColor &fill, const QPen &edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    const double inset = edge.style() == Qt::NoPen ? 0 : edge.widthF() / 2;
    painter->drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

QPen edgeOf(const QStyleOption &option, bool refused)
{
    const QPalette &palette = option.palette;
    if (refused)
        return QPen(toneColor(Tone::Late, palette), 1.5);
    if (!has(option, QStyle::State_Enabled))
        return QPen(hairlineColor(palette), 1);
    if (has(option, QStyle::State_HasFocus))
        return QPen(toneColor(Tone::Accent, palette), 2);
    return QPen(fieldBorder(palette), 1);
}

QColor pressable(const QStyleOption &option, const QColor &still)
{
    const QColor ink = option.palette.color(QPalette::WindowText);
    if (has(option, QStyle::State_Sunken))
        return mixed(ink, still, 0.12);
    if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        return mixed(ink, still, 0.06);
    return still;
}

} // namespace

bool opensMenu(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

void focusRing(QPainter *painter, const QRectF &area, const QPalette &palette)
{
    roundedBox(painter, area, Qt::transparent, QPen(toneColor(Tone::Accent, palette), 2));
}

void fieldFill(QPainter *painter, const QStyleOption &option)
{
    roundedBox(painter, option.rect, option.palette.color(QPalette::Base), QPen(Qt::NoPen));
}

void field(QPainter *painter, const QStyleOption &option, bool refused)
{
    roundedBox(painter, option.rect, Qt::transparent, edgeOf(option, refused));
}

void pushButton(QPainter *painter, const QStyleOption &option, bool primary)
{
    const QPalette &palette = option.palette;
    const bool filled = primary && has(option, QStyle::State_Enabled);
    const QColor still =
        filled ? toneColor(Tone::Accent, palette) : palette.color(QPalette::Button);
    const QPen edge = filled ? QPen(Qt::NoPen) : QPen(fieldBorder(palette), 1);
    roundedBox(painter, option.rect, pressable(option, still), edge);
}

void toolButton(QPainter *painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    if (has(option, QStyle::State_On)) {
        roundedBox(painter, option.rect, palette.color(QPalette::Highlight), QPen(Qt::NoPen));
    } else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver)) {
        roundedBox(painter, option.rect, pressable(option, palette.color(QPalette::Window)),
            QPen(Qt::NoPen));
    }
}

void comboBox(
    QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow, bool refused)
{
    if (option.frame) {
        fieldFill(painter, option);
        field(painter, option, refused);
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor color = enabled ? toneColor(Tone::Muted, option.palette)
                                 : option.palette.color(QPalette::Disabled, QPalette::Text);
    const QRect place(arrow.center().x() - 7, arrow.center().y() - 6, 14, 14);
    paintIcon(painter, place, QStringLiteral("down"), color);
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const Steps &steps, bool refused)
{
    if (option.frame) {
        fieldFill(painter, option);
        field(painter, option, refused);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect &half, QAbstractSpinBox::StepEnabledFlag step, bool up) {
        const bool usable = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
        const QPointF middle = QRectF(half).center();
        const double rise = up ? 1.75 : -1.75;
        painter->setPen(
            QPen(usable ? toneColor(Tone::Muted, option.palette) : fieldBorder(option.palette),
                1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{
            middle + QPointF(-3.5, rise), middle - QPointF(0, rise), middle + QPointF(3.5, rise)});
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    arrow(steps.up, QAbstractSpinBox::StepUpEnabled, true);
    arrow(steps.down, QAbstractSpinBox::StepDownEnabled, false);
    painter->restore();
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const QColor still = option.palette.color(QPalette::Window);
    const bool hovered = has(option, QStyle::State_MouseOver);
    painter->fillRect(option.rect, hovered ? pressable(option, still) : still);
    painter->setPen(QPen(hairlineColor(option.palette), hairline));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.orientation == Qt::Horizontal && option.position != QStyleOptionHeader::End
        && option.position != QStyleOptionHeader::OnlyOneSection) {
        const int x = option.rect.right();
        painter->drawLine(x, option.rect.top() + 7, x, option.rect.bottom() - 7);
    }
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    // Muted, and never bold: the words of a column stay where they are when a row is chosen.
    QRect room = option.rect.adjusted(2, 0, -2, 0);
    if (option.sortIndicator != QStyleOptionHeader::None)
        room.adjust(0, 0, -smallIcon, 0);
    painter->setPen(toneColor(Tone::Muted, option.palette));
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width());
    painter->drawText(room, int(option.textAlignment), text);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider,
    QPalette::ColorRole under)
{
    painter->fillRect(option.rect, option.palette.color(under));
    if (option.maximum <= option.minimum)
        return;
    const bool lively = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const bool lying = option.orientation == Qt::Horizontal;
    const QRectF handle =
        lying ? QRectF(slider).adjusted(2, 3, -2, -3) : QRectF(slider).adjusted(3, 2, -3, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        lively ? toneColor(Tone::Muted, option.palette) : fieldBorder(option.palette));
    const double radius = std::min(handle.width(), handle.height()) / 2;
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

void itemRow(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QPalette &palette = option.palette;
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    else if (has(option, QStyle::State_MouseOver))
        painter->fillRect(option.rect,
            mixed(palette.color(QPalette::Highlight), palette.color(QPalette::Base), 0.4));
}

void checkMark(QPainter *painter, const QStyleOption &option, bool round)
{
    const QPalette &palette = option.palette;
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor accent = enabled ? toneColor(Tone::Accent, palette)
                                  : palette.color(QPalette::Disabled, QPalette::Text);
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? accent : toneColor(Tone::Muted, palette), 1.5));
    painter->setBrush(on && !round ? accent : palette.color(QPalette::Base));
    painter->drawRoundedRect(box, round ? box.width() / 2 : 3, round ? box.width() / 2 : 3);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(box.center(), box.width() / 4, box.width() / 4);
    } else if (on) {
        painter->setPen(QPen(onAccent(palette), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double w = box.width();
        painter->drawPolyline(QPolygonF{box.topLeft() + QPointF(w * 0.22, w * 0.52),
            box.topLeft() + QPointF(w * 0.42, w * 0.72),
            box.topLeft() + QPointF(w * 0.78, w * 0.3)});
    } else if (has(option, QStyle::State_NoChange)) {
        painter->drawLine(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0));
    }
    painter->restore();
}

void menuPanel(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    painter->setPen(QPen(fieldBorder(option.palette), hairline));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace ui::look::paint
