// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// Lengths on paper. Everything is laid out in tenths of a typographic point, whatever the device:
// text then breaks at the same place on the screen, on the printer and in the PDF, and at this size
// the rounding of glyph widths to whole pixels can't be seen.
namespace ui::paper
{
constexpr qreal unitsPerInch = 720;
constexpr qreal unitsPerPoint = 10;

constexpr qreal pt(qreal points)
{
    return points * unitsPerPoint;
}
constexpr qreal mm(qreal millimetres)
{
    return millimetres * unitsPerInch / 25.4;
}
constexpr qreal toMm(qreal units)
{
    return units * 25.4 / unitsPerInch;
}
} // namespace ui::paper
