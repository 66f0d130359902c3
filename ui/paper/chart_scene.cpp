// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/chart_scene.h"

#include "paper/measure.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QValueAxis>

namespace ui::paper
{
namespace
{
constexpr qreal pixelsPerUnit = chartPixelsPerPoint / unitsPerPoint;

class SceneMaker
{
public:
    SceneMaker(const Chart &chart, const ChartFrame &frame, const Inks &inks)
        : m_chart(chart)
        , m_frame(frame)
        , m_inks(inks)
        , m_view(new QChart)
    {
    }

    QChart *make()
    {
        setBearing();
        if (m_chart.kind == Chart::Kind::Line)
            addLines();
        else
            addBars();
        if (m_frame.isPareto())
            addShares();
        addAxes();
        return m_view;
    }

private:
    void setBearing();
    void addBars();
    QBarSet *barSet(int index) const;
    void addLines();
    void addLine(const QList<QPointF> &points, const QPen &pen, bool hasPoints);
    void addShares();
    void addAxes();
    QBarCategoryAxis *categoryAxis() const;
    QValueAxis *valueAxis() const;

    const Chart &m_chart;
    const ChartFrame &m_frame;
    const Inks &m_inks;
    QChart *m_view;
};

void SceneMaker::setBearing()
{
    m_view->setBackgroundVisible(false);
    m_view->setDropShadowEnabled(false);
    m_view->setMargins({0, 0, 0, 0});
    m_view->layout()->setContentsMargins(0, 0, 0, 0);
    m_view->legend()->hide();
    const QRectF plot = m_frame.plot();
    m_view->setPlotArea({plot.topLeft() * pixelsPerUnit, plot.size() * pixelsPerUnit});
}

// Lying bars are counted from below by Qt and read from above by people.
QBarSet *SceneMaker::barSet(int index) const
{
    auto *set = new QBarSet(m_chart.series[index].name);
    for (qreal value : m_chart.series[index].values) {
        if (m_frame.isLying())
            set->insert(0, value);
        else
            set->append(value);
    }
    set->setColor(seriesFill(index, m_inks));
    set->setPen(QPen(m_inks.accent, 0.8));
    return set;
}

void SceneMaker::addBars()
{
    QAbstractBarSeries *bars = nullptr;
    if (m_frame.isLying())
        bars = new QHorizontalBarSeries;
    else
        bars = new QBarSeries;
    const int count = m_frame.isPareto() ? 1 : int(m_chart.series.size());
    for (int i = 0; i < count; ++i)
        bars->append(barSet(m_frame.isLying() ? count - 1 - i : i));
    bars->setBarWidth(m_frame.barShare());
    m_view->addSeries(bars);
}

void SceneMaker::addLines()
{
    for (int i = 0; i < m_chart.series.size(); ++i) {
        QList<QPointF> points;
        for (qreal value : m_chart.series[i].values)
            points.append({qreal(points.size()), value});
        addLine(points, seriesPen(i, m_inks), true);
    }
}

void SceneMaker::addLine(const QList<QPointF> &points, const QPen &pen, bool hasPoints)
{
    auto *line = new QLineSeries;
    line->append(points);
    line->setPen(pen);
    line->setPointsVisible(hasPoints);
    m_view->addSeries(line);
}

void SceneMaker::addShares()
{
    const qreal level = m_frame.valueOf(m_chart.level);
    if (m_chart.level > 0)
        addLine({{-0.5, level}, {m_chart.categories.size() - 0.5, level}},
            QPen(m_inks.quiet, 1.6, Qt::DashLine), false);
    QList<QPointF> points;
    for (qreal share : m_chart.series.value(1).values)
        points.append({qreal(points.size()), m_frame.valueOf(share)});
    addLine(points, sharesPen(m_inks), true);
}

void SceneMaker::addAxes()
{
    QBarCategoryAxis *categories = categoryAxis();
    QValueAxis *values = valueAxis();
    m_view->addAxis(categories, m_frame.isLying() ? Qt::AlignLeft : Qt::AlignBottom);
    m_view->addAxis(values, m_frame.isLying() ? Qt::AlignBottom : Qt::AlignLeft);
    for (QAbstractSeries *series : m_view->series()) {
        series->attachAxis(categories);
        series->attachAxis(values);
    }
}

QBarCategoryAxis *SceneMaker::categoryAxis() const
{
    auto *axis = new QBarCategoryAxis;
    // Names need only differ here: the paper writes its own.
    for (int i = 0; i < m_chart.categories.size(); ++i)
        axis->append(QString::number(i));
    axis->setGridLineVisible(false);
    axis->setLabelsVisible(false);
    axis->setLinePen(QPen(m_inks.text, 0.8));
    return axis;
}

QValueAxis *SceneMaker::valueAxis() const
{
    auto *axis = new QValueAxis;
    const qreal range = m_frame.greatestValue() - m_frame.leastValue();
    axis->setRange(m_frame.leastValue(), m_frame.greatestValue());
    if (m_frame.isPareto()) {
        axis->setTickType(QValueAxis::TicksDynamic);
        axis->setTickInterval(m_frame.step());
    } else {
        axis->setTickCount(qRound(range / m_frame.step()) + 1);
    }
    axis->setLabelsVisible(false);
    axis->setLineVisible(false);
    axis->setGridLinePen(QPen(m_inks.hairline, 0.6));
    return axis;
}
} // namespace

QColor seriesFill(int index, const Inks &inks)
{
    const QList<QColor> fills{inks.accent, inks.tint, Qt::white, inks.text};
    return fills[index % fills.size()];
}

QPen seriesPen(int index, const Inks &inks)
{
    const QList<QPen> pens{QPen(inks.accent, 2.6), QPen(inks.text, 1.8, Qt::DashLine),
        QPen(inks.quiet, 1.8, Qt::DotLine), QPen(inks.accent, 1.8, Qt::DashDotLine)};
    return pens[index % pens.size()];
}

QPen sharesPen(const Inks &inks)
{
    return QPen(inks.text, 2);
}

std::shared_ptr<QGraphicsScene> chartScene(
    const Chart &chart, const ChartFrame &frame, const Inks &inks, QSizeF size_px)
{
    auto scene = std::make_shared<QGraphicsScene>();
    QChart *view = SceneMaker(chart, frame, inks).make();
    scene->addItem(view);
    view->resize(size_px);
    view->layout()->activate();
    scene->setSceneRect(QRectF({}, size_px));
    return scene;
}

} // namespace ui::paper
