// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionToolButton;

namespace ui::look
{

// Fusion, made calm and dense: hairlines instead of bevels, flat tool buttons, rows of 30 pixels, a
// focus rectangle that can be seen, and nothing that moves by itself. A field that was refused carries
// the property `refusedProperty` (bool) and is drawn with a border in the late tone; a push button
// with the property `primaryProperty` is the page's one filled button.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    static constexpr auto refusedProperty = "refused";
    static constexpr auto primaryProperty = "primary";

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(
        PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
        const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;

    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
        QPainter *painter, const QWidget *widget) const override;

private:
    void drawMenuButton(
        const QStyleOptionToolButton &button, QPainter *painter, const QWidget *widget) const;
};

} // namespace ui::look
