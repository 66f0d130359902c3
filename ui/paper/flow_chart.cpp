// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/flow_chart.h"

#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::paper
{
namespace
{
constexpr qreal lane = mm(2.6); // from one arrow at the left to the next
constexpr qreal boxWidth = mm(40);
constexpr qreal boxHeight = mm(9);
constexpr qreal stationGap = mm(7); // room for the arrow to the next one
constexpr qreal wayIndent = mm(6);
constexpr qreal arrowHead = mm(1.6);
constexpr qreal rounding = mm(2);
constexpr qreal headingRoom = mm(40);
constexpr qreal leastScale = 0.45, scaleStep = 0.05;

struct Way {
    Text deed;
    Text details;

    bool hasDetails = false;

    qreal height() const { return deed.height() + (hasDetails ? details.height() : 0) + mm(0.8); }
};

struct Station {
    Text title;
    bool isEnd = false;
    QList<Way> ways;
    qreal top = 0;
    qreal height = 0;

    QRectF box(qreal left) const { return {left, top, boxWidth, boxHeight}; }
    qreal middle() const { return top + boxHeight / 2; }
};

/// An arrow that doesn't lead to the very next station, in a lane of its own at the left.
struct Jump {
    int from;
    int to;
    int lane = 0;

    int first() const { return std::min(from, to); }
    int last() const { return std::max(from, to); }
};

struct Drawing {
    QList<Station> stations;
    QList<Jump> jumps;
    QList<int> onward; // stations with an arrow to the next one
    qreal left = 0; // of the boxes
    qreal height = 0;
};

/// Short ones lie inside, and two share a lane where they don't meet.
void layLanes(QList<Jump> &jumps)
{
    std::ranges::stable_sort(
        jumps, {}, [](const Jump &jump) { return jump.last() - jump.first(); });
    for (qsizetype at = 0; at < jumps.size(); ++at) {
        const auto isTaken = [&](int wanted) {
            return std::any_of(jumps.cbegin(), jumps.cbegin() + at, [&](const Jump &other) {
                return other.lane == wanted && other.first() <= jumps[at].last()
                    && jumps[at].first() <= other.last();
            });
        };
        while (isTaken(jumps[at].lane))
            ++jumps[at].lane;
    }
}

void findArrows(const FlowChart &chart, Drawing &drawing)
{
    for (int from = 0; from < chart.stations.size(); ++from) {
        for (const FlowWay &way : chart.stations[from].ways) {
            if (way.target < 0 || way.target == from)
                continue;
            const bool isKnown = std::ranges::any_of(drawing.jumps,
                [&](const Jump &jump) { return jump.from == from && jump.to == way.target; });
            if (way.target == from + 1 && !drawing.onward.contains(from))
                drawing.onward << from;
            else if (way.target != from + 1 && !isKnown)
                drawing.jumps.append({from, way.target});
        }
    }
    layLanes(drawing.jumps);
}

Drawing drawingOf(const FlowChart &chart, qreal width)
{
    Drawing drawing;
    findArrows(chart, drawing);
    int lanes = 0;
    for (const Jump &jump : std::as_const(drawing.jumps))
        lanes = std::max(lanes, jump.lane + 1);
    drawing.left = lanes * lane + mm(4);
    const qreal waysWidth = width - drawing.left - boxWidth - wayIndent;
    qreal top = 0;
    for (const FlowStation &given : chart.stations) {
        Station station{Text(given.title, type::tableStrong, boxWidth - mm(3), Qt::AlignHCenter),
            given.isEnd, {}, top};
        qreal ways = 0;
        for (const FlowWay &way : given.ways) {
            const QString deed =
                way.leadsTo.isEmpty() ? way.deed : way.deed + QStringLiteral("  →  ") + way.leadsTo;
            station.ways.append({Text(deed, type::tableStrong, waysWidth),
                Text(way.details, type::chart, waysWidth), !way.details.isEmpty()});
            ways += station.ways.constLast().height();
        }
        station.height = std::max(boxHeight, ways);
        top += station.height + stationGap;
        drawing.stations.append(station);
    }
    drawing.height = top - stationGap;
    return drawing;
}

void paintHead(QPainter &painter, QPointF tip, QPointF along)
{
    const QPointF across(-along.y(), along.x());
    QPainterPath head(tip);
    head.lineTo(tip - along * arrowHead + across * arrowHead / 2);
    head.lineTo(tip - along * arrowHead - across * arrowHead / 2);
    head.closeSubpath();
    painter.fillPath(head, painter.pen().color());
}

void paintJump(QPainter &painter, const Jump &jump, const Drawing &drawing)
{
    const Station &from = drawing.stations[jump.from], &to = drawing.stations[jump.to];
    // Those that leave lie a little lower than those that arrive, so that they stay apart.
    const qreal leaves = from.middle() + boxHeight / 5, arrives = to.middle() - boxHeight / 5;
    const qreal x = drawing.left - mm(4) - jump.lane * lane;
    QPainterPath path(QPointF(drawing.left, leaves));
    path.lineTo(x, leaves);
    path.lineTo(x, arrives);
    path.lineTo(drawing.left, arrives);
    painter.strokePath(path, painter.pen());
    paintHead(painter, {drawing.left, arrives}, {1, 0});
}

void paintStation(
    QPainter &painter, const Station &station, const Drawing &drawing, const Inks &inks)
{
    const QRectF box = station.box(drawing.left);
    painter.setPen(QPen(inks.text, pt(strong_pt)));
    painter.setBrush(inks.tint);
    if (station.isEnd)
        painter.drawRoundedRect(box, boxHeight / 2, boxHeight / 2);
    else
        painter.drawRoundedRect(box, rounding, rounding);
    painter.setBrush(Qt::NoBrush);
    station.title.paint(
        painter, {box.left() + mm(1.5), box.center().y() - station.title.height() / 2}, inks.text);
    QPointF at(box.right() + wayIndent, station.top);
    for (const Way &way : station.ways) {
        way.deed.paint(painter, at, inks.text);
        way.details.paint(painter, at + QPointF(0, way.deed.height()), inks.quiet);
        at.ry() += way.height();
    }
}

void paintOnward(QPainter &painter, int from, const Drawing &drawing)
{
    const qreal x = drawing.left + boxWidth / 2;
    const qreal top = drawing.stations[from].top + boxHeight;
    const qreal bottom = drawing.stations[from + 1].top;
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    paintHead(painter, {x, bottom}, {0, 1});
}
} // namespace

QList<Piece> piecesOf(const FlowChart &chart, const Inks &inks, Area area)
{
    if (chart.stations.isEmpty())
        return {};
    // A way that is longer than the sheet is drawn smaller, over its whole width: torn in two, nobody can follow it.
    const qreal room = area.height - headingRoom;
    qreal scale = 1;
    Drawing drawing = drawingOf(chart, area.width);
    while (drawing.height * scale > room && scale > leastScale) {
        scale -= scaleStep;
        drawing = drawingOf(chart, area.width / scale);
    }
    const auto paint = [drawing, inks, scale](QPainter &painter, QPointF at) {
        painter.save();
        painter.translate(at);
        painter.scale(scale, scale);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(inks.text, pt(strong_pt)));
        for (int from : drawing.onward)
            paintOnward(painter, from, drawing);
        painter.setPen(QPen(inks.quiet, pt(strong_pt)));
        for (const Jump &jump : drawing.jumps)
            paintJump(painter, jump, drawing);
        for (const Station &station : drawing.stations)
            paintStation(painter, station, drawing, inks);
        painter.restore();
    };
    return {{.height = drawing.height * scale, .paint = paint, .gapBefore = mm(5)}};
}

} // namespace ui::paper
