// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"

#include <QRectF>

// Where everything in a chart's drawing stands, in units from its top left corner: the plot, the
// scale of values beside it, the middle of each bar or point.
namespace ui::paper
{
// Qt Charts has distances fixed in pixels; at two pixels to the point they look right on paper.
constexpr qreal chartPixelsPerPoint = 2;

class ChartFrame
{
public:
    ChartFrame(const Chart &chart, QSizeF drawing);

    bool isLying() const { return m_isLying; }
    bool isPareto() const { return m_isPareto; }
    QRectF plot() const { return m_plot; }

    qreal leastValue() const { return m_least; }
    qreal greatestValue() const { return m_greatest; }
    qreal step() const { return m_step; }
    QString scaleLabel(qreal value) const;

    qreal slot() const; // room along the axis for one category
    qreal barThickness() const;
    qreal valueDistance() const; // from the middle of one value to the next
    qreal barShare() const; // of the slot, for all bars of a category

    // What stands for a share on the scale of the bars.
    qreal valueOf(qreal share) const { return share * m_sum; }
    // The end of a bar, or a point of a line; the value of a Pareto chart's second series is a share.
    QPointF at(int series, int category, qreal value) const;
    QPointF axisAt(int category) const; // where the axis is beside the category's middle

private:
    void findScale(const Chart &chart);
    void findParetoScale(const Chart &chart);
    void findPlot(const Chart &chart, QSizeF drawing);
    qreal along(qreal value) const; // 0 at the foot of the scale, 1 at its end

    bool m_isLying;
    bool m_isLine;
    bool m_isPareto;
    int m_categories;
    int m_series;
    qreal m_sum = 1; // of a Pareto chart's bars
    qreal m_least = 0;
    qreal m_greatest = 1;
    qreal m_step = 1;
    QRectF m_plot;
};

QString valueLabel(const Chart &chart, qreal value);
QString shareLabel(qreal share, int decimals = 0);
} // namespace ui::paper
