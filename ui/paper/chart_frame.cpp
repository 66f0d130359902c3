// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/chart_frame.h"

#include "paper/measure.h"
#include "paper/text.h"

#include <QLocale>

#include <cmath>

namespace ui::paper
{
namespace
{
constexpr qreal labelGap = mm(1.2);

// 1, 2 or 5 times a power of ten, about a quarter of the range.
qreal niceStep(qreal range)
{
    const qreal rough = range / 4;
    const qreal power = std::pow(10, std::floor(std::log10(rough)));
    for (qreal factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

qreal widestOf(const QStringList &texts)
{
    qreal widest = 0;
    for (const QString &text : texts)
        widest = qMax(widest, widthOf(text, type::chart));
    return widest;
}

// Qt Charts leaves out a grid line that lies a fraction of a pixel outside the plot.
QRectF snapped(const QRectF &plot)
{
    constexpr qreal pixel = unitsPerPoint / chartPixelsPerPoint;
    const QRect inPixels = QRectF(plot.topLeft() / pixel, plot.size() / pixel).toRect();
    return {QPointF(inPixels.topLeft()) * pixel, QSizeF(inPixels.size()) * pixel};
}

int mostLines(const QStringList &texts, qreal width)
{
    int most = 1;
    for (const QString &text : texts)
        most = qMax(most, linesNeeded(text, type::chart, width));
    return most;
}
} // namespace

QString shareLabel(qreal share, int decimals)
{
    return QLocale().toString(share * 100, 'f', decimals) + QLatin1Char('%');
}

QString valueLabel(const Chart &chart, qreal value)
{
    return QLocale().toString(value, 'f', chart.decimals);
}

ChartFrame::ChartFrame(const Chart &chart, QSizeF drawing)
    : m_isLying(chart.kind == Chart::Kind::HorizontalBars)
    , m_isLine(chart.kind == Chart::Kind::Line)
    , m_isPareto(chart.kind == Chart::Kind::Pareto)
    , m_categories(qMax(1, int(chart.categories.size())))
    , m_series(m_isPareto ? 1 : qMax(1, int(chart.series.size())))
{
    if (m_isPareto)
        findParetoScale(chart);
    else
        findScale(chart);
    findPlot(chart, drawing);
    m_plot = snapped(m_plot);
}

void ChartFrame::findScale(const Chart &chart)
{
    qreal least = 0;
    qreal greatest = 0;
    for (const Series &series : chart.series) {
        for (qreal value : series.values) {
            least = qMin(least, value);
            greatest = qMax(greatest, value);
        }
    }
    if (greatest > least)
        m_step = niceStep(greatest - least);
    m_least = std::floor(least / m_step) * m_step;
    m_greatest = qMax(std::ceil(greatest / m_step) * m_step, m_least + m_step);
}

// One scale for the bars and for the shares of their sum. It ends a little above that, so that the last point is drawn whole.
void ChartFrame::findParetoScale(const Chart &chart)
{
    constexpr qreal above = 1.03;
    qreal sum = 0;
    for (qreal value : chart.series.value(0).values)
        sum += value;
    m_sum = qMax(sum, 1.0);
    m_greatest = m_sum * above;
    m_step = qMax(niceStep(m_sum), 1.0);
}

void ChartFrame::findPlot(const Chart &chart, QSizeF drawing)
{
    const qreal line = type::chart.lineHeight();
    const QString greatest = valueLabel(chart, m_greatest);
    if (m_isLying) {
        const qreal names = qMin(widestOf(chart.categories) + pt(1), drawing.width() * 0.4);
        m_plot = QRectF(QPointF(names + labelGap, 0), QPointF(drawing.width(), drawing.height()));
        m_plot.adjust(0, 0, -widthOf(greatest, type::chart) - labelGap, -line - labelGap / 2);
        return;
    }
    const qreal scale =
        qMax(widestOf({scaleLabel(m_greatest)}), widestOf({scaleLabel(m_least)})) + labelGap;
    const qreal shares = m_isPareto ? widestOf({shareLabel(1)}) + labelGap : 0;
    const qreal slot = (drawing.width() - scale - shares) / m_categories;
    const int lines = m_isLine ? 1 : mostLines(chart.categories, slot - labelGap);
    m_plot = QRectF(QPointF(scale, line), QPointF(drawing.width(), drawing.height()));
    m_plot.adjust(0, 0, -shares, -lines * line - labelGap / 2);
}

QString ChartFrame::scaleLabel(qreal value) const
{
    const int decimals = qMax(0, int(-std::floor(std::log10(m_step) + 1e-9)));
    return QLocale().toString(value, 'f', decimals);
}

qreal ChartFrame::slot() const
{
    return (m_isLying ? m_plot.height() : m_plot.width()) / m_categories;
}

qreal ChartFrame::barShare() const
{
    return m_series > 1 || m_isPareto ? 0.72 : 0.5;
}

qreal ChartFrame::barThickness() const
{
    return slot() * barShare() / m_series;
}

qreal ChartFrame::valueDistance() const
{
    return m_series > 1 && !m_isLine ? barThickness() : slot();
}

qreal ChartFrame::along(qreal value) const
{
    return (value - m_least) / (m_greatest - m_least);
}

QPointF ChartFrame::at(int series, int category, qreal value) const
{
    if (m_isPareto && series > 0)
        return at(0, category, valueOf(value));
    const qreal aside = m_isLine ? 0 : (series - (m_series - 1) / 2.0) * barThickness();
    const qreal across = (category + 0.5) * slot() + aside;
    if (m_isLying)
        return m_plot.topLeft() + QPointF(along(value) * m_plot.width(), across);
    return m_plot.bottomLeft() + QPointF(across, -along(value) * m_plot.height());
}

QPointF ChartFrame::axisAt(int category) const
{
    const qreal across = (category + 0.5) * slot();
    return m_isLying ? m_plot.topLeft() + QPointF(0, across)
                     : m_plot.bottomLeft() + QPointF(across, 0);
}

} // namespace ui::paper
