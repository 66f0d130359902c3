// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desk_style.h"

#include "look/measures.h"
#include "look/style_paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTextDocument>

namespace ui::look
{

DeskStyle::DeskStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void DeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QHeaderView *>(widget)
        || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *table = qobject_cast<QTableView *>(widget)) {
        table->setShowGrid(false);
        table->verticalHeader()->setMinimumSectionSize(fieldHeight);
    }
    if (auto *lines = qobject_cast<QPlainTextEdit *>(widget))
        lines->document()->setDocumentMargin(unit + 1);
}

int DeskStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return smallIcon;
    case PM_LargeIconSize:
        return largeIcon;
    case PM_HeaderDefaultSectionSizeVertical:
        return rowHeight;
    case PM_HeaderMargin:
        return unit;
    case PM_FocusFrameHMargin:
        return unit + 1; // an item's text stands one pixel further in
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return unit + 1;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget)
            ? 2 // room for the rounded corners
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 3 * unit;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return smallIcon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
    const QSize &contents, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int writing = option ? option->fontMetrics.height() : 0;
    const int field = std::max(fieldHeight, writing + unit);
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ComboBox:
        size.setHeight(field);
        break;
    case CT_PushButton:
        size = QSize(std::max(size.width() + 2 * gap, 18 * unit), field);
        break;
    case CT_ToolButton:
        size =
            QSize(std::max(size.width() + (paint::opensMenu(option) ? 3 * unit : 0), fieldHeight),
                std::max(size.height(), fieldHeight));
        break;
    case CT_HeaderSection:
        size = QSize(size.width() + 2 * unit, std::max(size.height(), fieldHeight));
        break;
    case CT_ItemViewItem:
        size.setHeight(std::max(size.height(), fieldHeight));
        break;
    case CT_MenuItem:
        if (size.height() > gap * 2)
            size.setHeight(std::max(size.height(), fieldHeight));
        break;
    default:
        break;
    }
    return size;
}

QRect DeskStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect area = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return area.adjusted(unit, 0, -unit, 0);
    return area;
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(2, 0, 0, 0);
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(-2, 0, 0, 0);
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
        return {};
    if (part == SC_ScrollBarGroove)
        return bar->rect;
    const bool lying = bar->orientation == Qt::Horizontal;
    const int length = lying ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int least = pixelMetric(PM_ScrollBarSliderMin, option, widget);
    const int slider = range > 0
        ? std::min(
            length, std::max(least, int(qint64(length) * bar->pageStep / (range + bar->pageStep))))
        : length;
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
    const auto span = [&](int from, int size) {
        return lying ? QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height())
                     : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return span(start, slider);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + slider, length - start - slider);
    default:
        return {};
    }
}

} // namespace ui::look
