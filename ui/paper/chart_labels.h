// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/chart_frame.h"
#include "paper/type.h"

#include <QPointF>

class QPainter;

// The words and numbers in a chart: names of categories, the scale, a value at each bar. Set in the
// paper's own type, for Qt Charts cuts long names short.
namespace ui::paper
{
void paintLabels(QPainter &painter, QPointF topLeft, const Chart &chart, const ChartFrame &frame,
    const Inks &inks);
}
