// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/scale_bar.h"

#include "look/measures.h"
#include "look/type.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ui::map
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::map::ScaleMark)
};

constexpr double mostLength = 120; // pixels
constexpr int barHeight = 36;
constexpr double northWidth = 18;

void paintHaloed(
    QPainter &painter, const QPainterPath &path, const ScaleBarLook &look, bool isFilled)
{
    painter.setBrush(Qt::NoBrush);
    if (look.halo.alpha() > 0) {
        painter.setPen(QPen(look.halo, 4 * look.unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    if (isFilled)
        return painter.fillPath(path, look.ink);
    painter.setPen(QPen(look.ink, 1.6 * look.unit, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPath(path);
}

} // namespace

QString ScaleMark::words() const
{
    const QLocale locale;
    return metres >= 1000 ? Words::tr("%1 km").arg(locale.toString(metres / 1000, 'g', 6))
                          : Words::tr("%1 m").arg(locale.toString(metres, 'g', 6));
}

ScaleMark scaleMark(double metresPerUnit, double most)
{
    const double longest = metresPerUnit * most;
    if (!(longest > 0) || !std::isfinite(longest))
        return {};
    double metres = std::pow(10, std::floor(std::log10(longest)));
    for (double times : {5.0, 2.0}) {
        if (metres * times <= longest) {
            metres *= times;
            break;
        }
    }
    return {metres, metres / metresPerUnit};
}

double paintScaleBar(QPainter &painter, QPointF at, const ScaleMark &mark, const ScaleBarLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double tick = 5 * look.unit;
    QPainterPath bar(at + QPointF(0, -tick));
    bar.lineTo(at);
    bar.lineTo(at + QPointF(mark.length, 0));
    bar.lineTo(at + QPointF(mark.length, -tick));
    paintHaloed(painter, bar, look, false);
    const QFontMetricsF metrics(look.font);
    const double width = metrics.horizontalAdvance(mark.words());
    QPainterPath letters;
    letters.addText(
        at + QPointF(4 * look.unit, -metrics.descent() - 1.5 * look.unit), look.font, mark.words());
    if (look.halo.alpha() > 0)
        paintHaloed(painter, letters, look, true);
    else {
        painter.setFont(look.font);
        painter.setPen(look.ink);
        painter.drawText(
            at + QPointF(4 * look.unit, -metrics.descent() - 1.5 * look.unit), mark.words());
    }
    painter.restore();
    return std::max(mark.length, width + 4 * look.unit);
}

void paintNorth(QPainter &painter, const QRectF &box, const ScaleBarLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(look.font);
    const QString north = Words::tr("N", "north, on the map's arrow");
    QPainterPath arrow;
    const double top = box.top() + metrics.ascent() + 2 * look.unit;
    const QPointF tip(box.center().x(), top);
    arrow.moveTo(tip);
    arrow.lineTo(box.right(), box.bottom());
    arrow.lineTo(box.center().x(), box.bottom() - box.height() * 0.16);
    arrow.lineTo(box.left(), box.bottom());
    arrow.closeSubpath();
    paintHaloed(painter, arrow, look, true);
    QPainterPath letter;
    letter.addText(box.center().x() - metrics.horizontalAdvance(north) / 2,
        box.top() + metrics.ascent(), look.font, north);
    paintHaloed(painter, letter, look, true);
    painter.restore();
}

ScaleBar::ScaleBar(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ScaleBar::setMetresPerPixel(double metres)
{
    m_metres = metres;
    setAccessibleName(tr("Scale: %1").arg(scaleMark(m_metres, mostLength).words()));
    update();
}

void ScaleBar::setCredit(const QString &credit)
{
    m_credit = credit;
    updateGeometry();
    update();
}

QSize ScaleBar::sizeHint() const
{
    const QFontMetrics metrics(look::type(look::TypeSize::Small));
    const int credit = m_credit.isEmpty() ? 0 : metrics.horizontalAdvance(m_credit) + look::margin;
    return {int(northWidth + mostLength) + 2 * look::margin + credit, barHeight};
}

void ScaleBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ScaleBarLook look{look::type(look::TypeSize::Small), palette().color(QPalette::Text),
        palette().color(QPalette::Base), 1};
    paintNorth(painter, {3, 2, northWidth - 4, barHeight - 6.0}, look);
    const ScaleMark mark = scaleMark(m_metres, mostLength);
    const double left = northWidth + look::gap;
    paintScaleBar(painter, {left, barHeight - 6.0}, mark, look);
    painter.setFont(look.font);
    painter.setPen(look.ink);
    painter.drawText(QPointF(left + mostLength + look::margin, barHeight - 8.0), m_credit);
}

} // namespace ui::map
