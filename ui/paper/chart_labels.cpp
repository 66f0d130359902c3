// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/chart_labels.h"

#include "paper/measure.h"
#include "paper/text.h"

#include <QPainter>

#include <cmath>

namespace ui::paper
{
namespace
{
constexpr qreal gap = mm(1.2);
constexpr qreal valueGap = mm(0.5);

class Labels
{
public:
    Labels(QPainter &painter, QPointF origin, const Chart &chart, const ChartFrame &frame,
        const Inks &inks)
        : m_painter(painter)
        , m_origin(origin)
        , m_chart(chart)
        , m_frame(frame)
        , m_inks(inks)
    {
    }

    void paintScale() const;
    void paintShareScale() const;
    void paintCategories() const;
    void paintValues() const;
    void paintParetoValues() const;

private:
    void paintCentred(const QString &words, QPointF top, qreal width, const QColor &ink) const;
    void paintBeside(const QString &words, QPointF middle, qreal width, Qt::Alignment align,
        const QColor &ink) const;
    void clearGridBehind(const QString &value, QPointF at) const;
    bool haveValuesRoom() const;
    int categoryStep() const;

    QPainter &m_painter;
    QPointF m_origin;
    const Chart &m_chart;
    const ChartFrame &m_frame;
    const Inks &m_inks;
};

void Labels::paintCentred(const QString &words, QPointF top, qreal width, const QColor &ink) const
{
    const Text text(words, type::chart, width, Qt::AlignHCenter);
    text.paint(m_painter, m_origin + top - QPointF(width / 2, 0), ink);
}

// The middle of the text's left edge, or of its right edge where it is aligned to the right.
void Labels::paintBeside(
    const QString &words, QPointF middle, qreal width, Qt::Alignment align, const QColor &ink) const
{
    const Text text(words, type::chart, width, align);
    const qreal left = align == Qt::AlignRight ? width : 0;
    text.paint(m_painter, m_origin + middle - QPointF(left, text.height() / 2), ink);
}

void Labels::paintScale() const
{
    const QRectF plot = m_frame.plot();
    const qreal range = m_frame.greatestValue() - m_frame.leastValue();
    const int ticks = int(range / m_frame.step() + 1e-6);
    for (int i = 0; i <= ticks; ++i) {
        const QString words = m_frame.scaleLabel(m_frame.leastValue() + i * m_frame.step());
        const qreal share = i * m_frame.step() / range;
        if (m_frame.isLying()) {
            const QPointF top = plot.bottomLeft() + QPointF(share * plot.width(), gap / 2);
            paintCentred(words, top, mm(30), m_inks.quiet);
        } else {
            const QPointF right = plot.bottomLeft() - QPointF(gap, share * plot.height());
            paintBeside(words, right, plot.left() - gap + pt(1), Qt::AlignRight, m_inks.quiet);
        }
    }
}

void Labels::paintShareScale() const
{
    const QRectF plot = m_frame.plot();
    for (const qreal share : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0}) {
        const qreal height = m_frame.valueOf(share) / m_frame.greatestValue() * plot.height();
        const QPointF left = plot.bottomRight() + QPointF(gap, -height);
        const bool isMarked = qFuzzyCompare(share, m_chart.level);
        paintBeside(
            shareLabel(share), left, mm(15), Qt::AlignLeft, isMarked ? m_inks.text : m_inks.quiet);
    }
}

// In a long row of days only every second or fifth is named.
int Labels::categoryStep() const
{
    if (m_chart.kind != Chart::Kind::Line)
        return 1;
    qreal widest = 0;
    for (const QString &category : m_chart.categories)
        widest = qMax(widest, widthOf(category, type::chart));
    return qMax(1, int(std::ceil((widest + gap) / m_frame.slot())));
}

void Labels::paintCategories() const
{
    const int step = categoryStep();
    for (int i = 0; i < m_chart.categories.size(); i += step) {
        const QPointF axis = m_frame.axisAt(i);
        const QString &name = m_chart.categories[i];
        if (m_frame.isLying()) {
            paintBeside(name, axis - QPointF(gap, 0), m_frame.plot().left() - gap, Qt::AlignRight,
                m_inks.text);
        } else {
            const qreal width = step * m_frame.slot() - (step > 1 ? 0 : gap);
            paintCentred(name, axis + QPointF(0, gap / 2), width, m_inks.text);
        }
    }
}

// Values are written all or not at all, so that none seems to be missing.
bool Labels::haveValuesRoom() const
{
    const bool isLine = m_chart.kind == Chart::Kind::Line;
    if (isLine && m_chart.series.size() > 1)
        return false;
    if (m_frame.isLying())
        return m_frame.barThickness() >= type::chart.lineHeight() * 0.7;
    qreal widest = 0;
    for (const Series &series : m_chart.series) {
        for (qreal value : series.values)
            widest = qMax(widest, widthOf(valueLabel(m_chart, value), type::chart));
    }
    if (m_frame.isPareto())
        widest = qMax(widest, widthOf(shareLabel(1, 1), type::chart));
    return widest + pt(2) <= m_frame.valueDistance();
}

// A number with a grid line through it is hard to read. Lines of the chart itself stay whole.
void Labels::clearGridBehind(const QString &value, QPointF at) const
{
    if (m_chart.kind == Chart::Kind::Line)
        return;
    const QSizeF size(widthOf(value, type::chart) + pt(1), type::chart.lineHeight() * 0.8);
    const QPointF middle =
        m_frame.isLying() ? QPointF(size.width() / 2, 0) : QPointF(0, type::chart.lineHeight() / 2);
    QRectF patch({}, size);
    patch.moveCenter(m_origin + at + middle);
    m_painter.fillRect(patch, Qt::white);
}

void Labels::paintValues() const
{
    if (!haveValuesRoom())
        return;
    const qreal line = type::chart.lineHeight();
    for (int series = 0; series < m_chart.series.size(); ++series) {
        const QList<qreal> &values = m_chart.series[series].values;
        for (int i = 0; i < qMin(values.size(), m_chart.categories.size()); ++i) {
            const QPointF end = m_frame.at(series, i, values[i]);
            const QString words = valueLabel(m_chart, values[i]);
            const qreal above = values[i] < 0 ? -valueGap : line + valueGap;
            const QPointF at = end + (m_frame.isLying() ? QPointF(gap, 0) : QPointF(0, -above));
            clearGridBehind(words, at);
            if (m_frame.isLying())
                paintBeside(words, at, mm(40), Qt::AlignLeft, m_inks.text);
            else
                paintCentred(words, at, mm(30), m_inks.text);
        }
    }
}
// The line of shares rises to the right of its points, so their values stand to the left; the first bars, which it begins
// at, have theirs within.
void Labels::paintParetoValues() const
{
    if (!haveValuesRoom())
        return;
    const qreal line = type::chart.lineHeight();
    const QRectF plot = m_frame.plot();
    for (int i = 0; i < m_chart.categories.size(); ++i) {
        const qreal count = m_chart.series.value(0).values.value(i);
        const QPointF end = m_frame.at(0, i, count);
        const bool isWithin = plot.bottom() - end.y() > 1.6 * line;
        const QPointF top = end + QPointF(0, isWithin ? valueGap : -line - valueGap);
        if (!isWithin)
            clearGridBehind(valueLabel(m_chart, count), top);
        paintCentred(valueLabel(m_chart, count), top, mm(30), isWithin ? Qt::white : m_inks.text);
        const QString share = shareLabel(m_chart.series.value(1).values.value(i), 1);
        const QPointF point = m_frame.at(1, i, m_chart.series.value(1).values.value(i));
        const qreal width = widthOf(share, type::chart);
        const QPointF above = point - QPointF(width / 2 + gap / 2, line + valueGap);
        clearGridBehind(share, above);
        paintCentred(share, above, mm(30), m_inks.text);
    }
}
} // namespace

void paintLabels(QPainter &painter, QPointF topLeft, const Chart &chart, const ChartFrame &frame,
    const Inks &inks)
{
    const Labels labels(painter, topLeft, chart, frame, inks);
    labels.paintScale();
    labels.paintCategories();
    if (!frame.isPareto())
        return labels.paintValues();
    labels.paintShareScale();
    labels.paintParetoValues();
}

} // namespace ui::paper
