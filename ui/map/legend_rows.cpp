// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/legend_rows.h"

#include "map/hatch.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::map
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::map::Legend)
};

struct Row {
    int rank;
    QString words;
    QString count;
};

QVector<Row> rowsOf(const Legend &legend)
{
    QVector<Row> rows;
    for (int rank = 0; rank < legend.classes.size(); ++rank)
        rows.append({rank, legend.classes.at(rank).words,
            QLocale().toString(legend.classes.at(rank).grids)});
    if (legend.noData > 0)
        rows.append({-1, Words::tr("no data"), QLocale().toString(legend.noData)});
    return rows;
}

QString withCount(const Row &row)
{
    return Words::tr("%1 (%2)", "a class and how many grids it has").arg(row.words, row.count);
}

void paintSwatch(QPainter &painter, const QRectF &box, int rank, const LegendLook &look)
{
    const QColor fill = look.isFilled ? fillOf(look.colors, rank) : look.colors.ground;
    painter.fillRect(box, fill);
    if (look.isHatched) {
        QPainterPath area;
        area.addRect(box);
        paintHatch(painter, area, rank, look.colors.hatch, look.hatch);
    }
    painter.setPen(QPen(look.colors.border, 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

} // namespace

QSizeF legendSize(const Legend &legend, const LegendLook &look)
{
    const QFontMetricsF metrics(look.font);
    double words = 0;
    double counts = 0;
    const QVector<Row> rows = rowsOf(legend);
    for (const Row &row : rows) {
        words = std::max(words, metrics.horizontalAdvance(row.words));
        counts = std::max(counts, metrics.horizontalAdvance(row.count));
    }
    const double gap = look.swatch * 0.45;
    return {look.swatch + gap + words + 2 * gap + counts, look.row * double(rows.size())};
}

void paintLegend(
    QPainter &painter, const QRectF &area, const Legend &legend, const LegendLook &look)
{
    painter.save();
    painter.setFont(look.font);
    QRectF line(area.topLeft(), QSizeF(area.width(), look.row));
    const double height = look.swatch * 2 / 3;
    for (const Row &row : rowsOf(legend)) {
        paintSwatch(painter, {line.left(), line.center().y() - height / 2, look.swatch, height},
            row.rank, look);
        painter.setPen(look.ink);
        painter.drawText(line.adjusted(look.swatch * 1.45, 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter, row.words);
        painter.setPen(look.quiet);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.count);
        line.translate(0, look.row);
    }
    painter.restore();
}

namespace
{

/// Where each cell begins, the title's first.
QVector<QPointF> cellsOf(const Legend &legend, const LegendLook &look, double width)
{
    const QFontMetricsF metrics(look.font);
    QVector<QPointF> cells{{0, 0}};
    QPointF at(metrics.horizontalAdvance(legend.title) + look.cell, 0);
    for (const Row &row : rowsOf(legend)) {
        const double needed = look.swatch * 1.3 + metrics.horizontalAdvance(withCount(row));
        if (at.x() > 0 && at.x() + needed > width)
            at = {0, at.y() + look.row};
        cells.append(at);
        at.rx() += needed + look.cell;
    }
    return cells;
}

} // namespace

int legendLines(const Legend &legend, const LegendLook &look, double width)
{
    return qRound(cellsOf(legend, look, width).constLast().y() / look.row) + 1;
}

void paintLegendLines(
    QPainter &painter, const QRectF &area, const Legend &legend, const LegendLook &look)
{
    painter.save();
    const QVector<QPointF> cells = cellsOf(legend, look, area.width());
    const double height = look.swatch * 0.55;
    const QVector<Row> rows = rowsOf(legend);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QRectF cell(area.topLeft() + cells.at(i), QSizeF(area.width(), look.row));
        if (i > 0) {
            const Row &row = rows.at(i - 1);
            paintSwatch(painter, {cell.left(), cell.center().y() - height / 2, look.swatch, height},
                row.rank, look);
            cell.adjust(look.swatch * 1.3, 0, 0, 0);
        }
        painter.setFont(look.font);
        painter.setPen(look.ink);
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
            i == 0 ? legend.title : withCount(rows.at(i - 1)));
    }
    painter.restore();
}

QString legendWords(const Legend &legend)
{
    QStringList parts;
    for (const Row &row : rowsOf(legend))
        parts << Words::tr("%1: %2 grids").arg(row.words, row.count);
    return Words::tr("%1: %2").arg(
        legend.title, parts.join(Words::tr("; ", "between the classes of a legend")));
}

} // namespace ui::map
