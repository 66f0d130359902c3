// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/chart.h"

#include "paper/chart_labels.h"
#include "paper/chart_scene.h"
#include "paper/measure.h"
#include "paper/text.h"

#include <QGraphicsScene>
#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr qreal sceneScale = unitsPerPoint / chartPixelsPerPoint;
constexpr qreal uprightHeight = mm(52);
constexpr qreal barHeight = mm(5.2);
constexpr qreal axisHeight = mm(8);

qreal drawingHeight(const Chart &chart, Area area)
{
    if (chart.kind != Chart::Kind::HorizontalBars)
        return qMin(uprightHeight, area.height / 4);
    const qreal perCategory = barHeight * (0.5 + 0.7 * qMax(1, int(chart.series.size())));
    return axisHeight + perCategory * qMax(2, int(chart.categories.size()));
}

QString titleOf(const Chart &chart)
{
    return chart.unit.isEmpty() ? chart.title
                                : QStringLiteral("%1 (%2)").arg(chart.title, chart.unit);
}

qreal legendWidth(const Chart &chart)
{
    qreal width = 0;
    for (const Series &series : chart.series)
        width += mm(11) + widthOf(series.name, type::small);
    return width;
}

void paintKey(
    QPainter &painter, const Chart &chart, int index, QPointF middleLeft, const Inks &inks)
{
    const bool isShares = chart.kind == Chart::Kind::Pareto && index > 0;
    if (chart.kind == Chart::Kind::Line || isShares) {
        QPen pen = isShares ? sharesPen(inks) : seriesPen(index, inks);
        pen.setWidthF(pen.widthF() * sceneScale);
        painter.setPen(pen);
        painter.drawLine(middleLeft, middleLeft + QPointF(mm(7), 0));
        return;
    }
    const QRectF key(middleLeft + QPointF(mm(4), -mm(1.2)), QSizeF(mm(2.4), mm(2.4)));
    painter.fillRect(key, seriesFill(index, inks));
    painter.setPen(QPen(inks.accent, pt(0.4)));
    painter.drawRect(key);
}

void paintLegend(QPainter &painter, const Chart &chart, QPointF topRight, const Inks &inks)
{
    QPointF at = topRight - QPointF(legendWidth(chart), 0);
    const qreal line = type::strong.lineHeight();
    for (int i = 0; i < chart.series.size(); ++i) {
        const Text name(chart.series[i].name, type::small, mm(80));
        paintKey(painter, chart, i, at + QPointF(0, line / 2), inks);
        const qreal top = (line - name.lineHeight()) / 2;
        name.paint(painter, at + QPointF(mm(8), top), inks.text);
        at.rx() += mm(11) + name.widest();
    }
}

void paintScene(QPainter &painter, QGraphicsScene &scene, QPointF topLeft)
{
    painter.save();
    painter.translate(topLeft);
    painter.scale(sceneScale, sceneScale);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, scene.sceneRect(), scene.sceneRect());
    painter.restore();
}
} // namespace

QList<Piece> piecesOf(const Chart &chart, const Inks &inks, Area area)
{
    const qreal drawing = drawingHeight(chart, area);
    const bool hasLegend = chart.series.size() > 1;
    const qreal titleWidth = area.width - (hasLegend ? legendWidth(chart) + mm(4) : 0);
    const Text title(titleOf(chart), type::strong, qMax(titleWidth, area.width / 3));
    const QSizeF size(area.width, drawing);
    const ChartFrame frame(chart, size);
    const std::shared_ptr<QGraphicsScene> scene = chartScene(chart, frame, inks, size / sceneScale);
    const auto paint = [=, width = area.width](QPainter &painter, QPointF at) {
        title.paint(painter, at, inks.text);
        if (hasLegend)
            paintLegend(painter, chart, at + QPointF(width, 0), inks);
        const QPointF drawingAt = at + QPointF(0, title.height() + mm(1));
        paintScene(painter, *scene, drawingAt);
        paintLabels(painter, drawingAt, chart, frame, inks);
    };
    return {{.height = title.height() + mm(1) + drawing, .paint = paint, .gapBefore = mm(5)}};
}

} // namespace ui::paper
