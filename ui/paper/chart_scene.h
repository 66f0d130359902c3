// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/chart_frame.h"
#include "paper/type.h"

#include <QPen>
#include <QSizeF>

#include <memory>

class QGraphicsScene;

// The bars or lines of a chart over their grid, without a word. Series differ by lightness and by
// the pattern of their lines, so that they stay apart in black and white.
namespace ui::paper
{
QColor seriesFill(int index, const Inks &inks);
QPen seriesPen(int index, const Inks &inks); // width in chart pixels
// Of the line over a Pareto chart's bars; it differs from them by lightness.
QPen sharesPen(const Inks &inks);

std::shared_ptr<QGraphicsScene> chartScene(
    const Chart &chart, const ChartFrame &frame, const Inks &inks, QSizeF size_px);
} // namespace ui::paper
