// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/area_painter.h"

#include "map/hatch.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::map
{

namespace
{

// Of more areas than this the eye sees a texture, and smooth borders would cost four times as much.
constexpr size_t fewAreas = 1500;
constexpr double leastBorder =
    3.5; // an area of fewer pixels across is all border: only its colour is drawn

int rankOf(const AreaLook &look, int number)
{
    return size_t(number) < look.ranks.size() ? look.ranks[size_t(number)] : -1;
}

QPainterPath pathOf(const QList<QPolygonF> &rings)
{
    QPainterPath path;
    for (const QPolygonF &ring : rings) {
        path.addPolygon(ring);
        path.closeSubpath();
    }
    return path;
}

void fill(QPainter &painter, const QList<QPolygonF> &rings)
{
    if (rings.size() == 1)
        painter.drawPolygon(rings.constFirst(), Qt::OddEvenFill);
    else
        painter.drawPath(pathOf(rings));
}

/// Without smoothing: then every pixel belongs to one area, and no seam shines through between two.
void paintFills(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::vector<int> &seen, const std::atomic_bool &stale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setOpacity(look.opacity);
    painter.setPen(Qt::NoPen);
    QList<QPolygonF> rings;
    for (int number : seen) {
        if (stale)
            break;
        painter.setBrush(fillOf(look.colors, rankOf(look, number)));
        scene.outlines().ringsInto(rings, number, camera);
        fill(painter, rings);
    }
    painter.restore();
}

void paintHatches(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::vector<int> &seen, const std::atomic_bool &stale)
{
    for (int number : seen) {
        if (stale)
            return;
        QList<QPolygonF> rings;
        scene.outlines().ringsInto(rings, number, camera);
        paintHatch(painter, pathOf(rings), rankOf(look, number), look.colors.hatch, look.hatch);
    }
}

void paintBorders(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::vector<int> &seen, const std::atomic_bool &stale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, seen.size() <= fewAreas);
    painter.setPen(QPen(look.colors.border, seen.size() <= fewAreas ? look.hairline : 0));
    std::vector<bool> done(size_t(scene.outlines().borders()));
    for (int number : seen) {
        if (stale)
            break;
        const QSizeF size = scene.box(number).size() * camera.scale();
        if (std::max(size.width(), size.height()) < leastBorder)
            continue;
        scene.outlines().eachBorder(number, done, camera,
            [&painter](const QPolygonF &line) { painter.drawPolyline(line); });
    }
    painter.restore();
}

} // namespace

void paintAreas(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::atomic_bool &stale)
{
    const std::vector<int> seen = scene.meeting(camera.visible());
    if (look.isFilled)
        paintFills(painter, scene, look, camera, seen, stale);
    if (look.isHatched)
        paintHatches(painter, scene, look, camera, seen, stale);
    paintBorders(painter, scene, look, camera, seen, stale);
}

QPainterPath outlineOf(const AreaScene &scene, int number, const MapCamera &camera)
{
    QList<QPolygonF> rings;
    scene.outlines().ringsInto(rings, number, camera);
    return pathOf(rings);
}

} // namespace ui::map
