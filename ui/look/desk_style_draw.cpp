// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desk_style.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/palette.h"
#include "look/style_paint.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QWidget>

namespace ui::look
{

namespace
{

bool marked(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

// A view that lets the page shine through has scroll bars that do so too.
QPalette::ColorRole surfaceUnder(const QWidget *scrollBar)
{
    for (const QWidget *above = scrollBar; above; above = above->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(above))
            return area->viewport()->autoFillBackground() ? QPalette::Base : QPalette::Window;
    }
    return QPalette::Base;
}

} // namespace

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return paint::focusRing(painter, option->rect, option->palette);
    case PE_PanelLineEdit: {
        paint::fieldFill(painter, *option);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paint::field(painter, *option, marked(widget, refusedProperty));
        return;
    }
    case PE_FrameLineEdit:
        return paint::field(painter, *option, marked(widget, refusedProperty));
    case PE_PanelButtonCommand:
        return paint::pushButton(painter, *option, marked(widget, primaryProperty));
    case PE_PanelButtonTool:
        return paint::toolButton(painter, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paint::checkMark(painter, *option, false);
    case PE_IndicatorRadioButton:
        return paint::checkMark(painter, *option, true);
    case PE_PanelMenu:
        return paint::menuPanel(painter, *option);
    case PE_FrameMenu:
        return;
    case PE_PanelScrollAreaCorner:
        return painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return paint::itemRow(painter, *item);
        break;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            paint::fieldFill(painter, *option);
            return paint::field(painter, *option, marked(widget, refusedProperty));
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paint::headerSection(painter, *header);
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return paint::headerLabel(painter, *header);
    }
    if (element == CE_Splitter) {
        const QRect area = option->rect;
        painter->setPen(QPen(hairlineColor(option->palette), hairline));
        if (option->state & State_Horizontal)
            painter->drawLine(area.center().x(), area.top(), area.center().x(), area.bottom());
        else
            painter->drawLine(area.left(), area.center().y(), area.right(), area.center().y());
        return;
    }
    if (element == CE_PushButtonLabel && marked(widget, primaryProperty)
        && (option->state & State_Enabled)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton onFilled(*button);
            onFilled.palette.setColor(QPalette::ButtonText, onAccent(option->palette));
            return QProxyStyle::drawControl(element, &onFilled, painter, widget);
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawMenuButton(
    const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const
{
    constexpr int arrowRoom = 4 * unit;
    paint::toolButton(painter, button);
    QStyleOptionToolButton label(button);
    label.features &= ~QStyleOptionToolButton::HasMenu;
    label.rect.adjust(unit, 0, -arrowRoom, 0);
    proxy()->drawControl(CE_ToolButtonLabel, &label, painter, widget);
    const QRect arrow(
        button.rect.right() - arrowRoom, button.rect.top(), 3 * unit, button.rect.height());
    paintIcon(painter, arrow, QStringLiteral("down"), toneColor(Tone::Muted, button.palette));
    if (button.state & State_HasFocus)
        paint::focusRing(painter, button.rect.adjusted(1, 1, -1, -1), button.palette);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
            return paint::comboBox(painter, *box, arrow, marked(widget, refusedProperty));
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            const paint::Steps steps{proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                proxy()->subControlRect(control, option, SC_SpinBoxDown, widget)};
            return paint::spinBox(painter, *box, steps, marked(widget, refusedProperty));
        }
    }
    if (control == CC_ToolButton && paint::opensMenu(option)) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        return drawMenuButton(*button, painter, widget);
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect slider =
                proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
            return paint::scrollBar(painter, *bar, slider, surfaceUnder(widget));
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui::look
