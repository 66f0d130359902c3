// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/pin_drawing.h"

#include "map/dot_image.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr int fewPins = 1500; // of more that are seen at once each is a dot
constexpr double clusterReach = 16; // pixels around a mark's middle that count as the mark
constexpr double singleReach = 10;

constexpr PinLayer bottomUp[] = {
    PinLayer::Equipment, PinLayer::Patrols, PinLayer::Tickets, PinLayer::People};

template <typename Visit>
void eachWithin(const PinScene::Layer &layer, const QRectF &world, Visit visit)
{
    for (size_t i = 0; i < layer.worlds.size(); ++i) {
        if (world.contains(layer.worlds[i]))
            visit(i);
    }
}

double distance(QPointF one, QPointF other)
{
    return QLineF(one, other).length();
}

/// The middle of a mark on whole pixels of the screen, or its letters would blur.
void drawCentred(QPainter &painter, const QPixmap &mark, QPointF at, double ratio)
{
    const QPointF corner = at - QPointF(mark.width(), mark.height()) / (2 * ratio);
    painter.drawPixmap(
        QPointF(qRound(corner.x() * ratio), qRound(corner.y() * ratio)) / ratio, mark);
}

} // namespace

void PinDrawing::setPins(SharedPins pins)
{
    m_choice.pins = std::move(pins);
    m_levels = {};
}

void PinDrawing::setLook(const QPalette &palette, const QFont &font, double pixelRatio)
{
    m_ratio = pixelRatio;
    m_marks = std::make_unique<PinMarks>(palette, font, pixelRatio);
}

const std::vector<Cluster> &PinDrawing::clusters(PinLayer layer, double scale)
{
    Level &kept = m_levels[size_t(layer)];
    const int level = PinScene::levelFor(scale);
    if (kept.level != level)
        kept = {level, pins()->clusters(layer, level)};
    return kept.clusters;
}

bool PinDrawing::areDots(const MapCamera &camera) const
{
    if (!pins() || m_choice.isClustered)
        return false;
    int seen = 0;
    for (const PinLayer layer : bottomUp) {
        if (isShown(layer))
            eachWithin(pins()->of(layer), camera.visible(), [&seen](size_t) { ++seen; });
    }
    return seen > fewPins;
}

void PinDrawing::paint(QPainter &painter, const MapCamera &camera)
{
    if (!pins() || !m_marks || areDots(camera))
        return;
    for (const PinLayer layer : bottomUp) {
        if (!isShown(layer))
            continue;
        if (m_choice.isClustered)
            paintClusters(painter, layer, camera);
        else
            paintEach(painter, layer, camera);
    }
}

void PinDrawing::paintClusters(QPainter &painter, PinLayer layer, const MapCamera &camera)
{
    const QRectF seen = camera.window().adjusted(-40, -40, 40, 40);
    for (const Cluster &cluster : clusters(layer, camera.scale())) {
        const QPointF at = camera.toPixel(cluster.at);
        if (!seen.contains(at))
            continue;
        drawCentred(painter,
            cluster.count > 1 ? m_marks->cluster(layer, cluster.count, cluster.late)
                              : m_marks->single(cluster.kind),
            at, m_ratio);
    }
}

void PinDrawing::paintEach(QPainter &painter, PinLayer layer, const MapCamera &camera)
{
    const PinScene::Layer &from = pins()->of(layer);
    eachWithin(from, camera.widened(PinMarks::singleSide).visible(), [&](size_t i) {
        drawCentred(
            painter, m_marks->single(from.kinds[i]), camera.toPixel(from.worlds[i]), m_ratio);
    });
}

void writeDots(
    QImage &image, const PinChoice &choice, const MapCamera &camera, const QPalette &palette)
{
    DotImage dots(image, palette);
    const double ratio = image.devicePixelRatio();
    for (const PinLayer layer : bottomUp) {
        if (!choice.isShown[size_t(layer)])
            continue;
        const PinScene::Layer &from = choice.pins->of(layer);
        for (size_t i = 0; i < from.worlds.size(); ++i)
            dots.write(camera.toPixel(from.worlds[i]) * ratio, from.kinds[i]);
    }
}

std::optional<PinHit> PinDrawing::hitAt(QPointF pixel, const MapCamera &camera)
{
    for (auto layer = std::rbegin(bottomUp); pins() && layer != std::rend(bottomUp); ++layer) {
        if (!isShown(*layer))
            continue;
        if (auto hit = hitIn(*layer, pixel, camera))
            return hit;
    }
    return {};
}

std::optional<PinHit> PinDrawing::hitIn(PinLayer layer, QPointF pixel, const MapCamera &camera)
{
    if (m_choice.isClustered) {
        for (const Cluster &cluster : clusters(layer, camera.scale())) {
            const double reach = cluster.count > 1 ? clusterReach : singleReach;
            if (distance(camera.toPixel(cluster.at), pixel) <= reach)
                return PinHit{layer, pins()->members(layer, cluster)};
        }
        return {};
    }
    PinHit hit{layer, {}};
    const QPointF corner(singleReach, singleReach);
    const PinScene::Layer &from = pins()->of(layer);
    eachWithin(from, {camera.toWorldAt(pixel - corner), camera.toWorldAt(pixel + corner)},
        [&](size_t i) { hit.pins.push_back(from.order[i]); });
    return hit.pins.empty() ? std::nullopt : std::optional(hit);
}

std::vector<int> PinDrawing::within(const QRectF &world) const
{
    std::vector<int> found;
    for (const PinLayer layer : bottomUp) {
        if (!pins() || !isShown(layer))
            continue;
        const PinScene::Layer &from = pins()->of(layer);
        eachWithin(from, world, [&](size_t i) { found.push_back(from.order[i]); });
    }
    return found;
}

} // namespace ui::map
