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
constexpr double spare = 2; // pixels around a mark that count as the mark
constexpr double dotReach = 4;

// The first ones are drawn over the others, and meant first.
constexpr PinLayer byWeight[] = {
    PinLayer::Tickets, PinLayer::People, PinLayer::Patrols, PinLayer::Equipment};

template <typename Visit>
void eachWithin(const PinScene::Layer &layer, const QRectF &world, Visit visit)
{
    for (size_t i = 0; i < layer.worlds.size(); ++i) {
        if (world.contains(layer.worlds[i]))
            visit(i);
    }
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
    m_palette = palette;
    m_font = font;
    m_font.setWeight(QFont::DemiBold);
    m_ratio = pixelRatio;
    m_marks = std::make_unique<PinMarks>(palette, m_font, pixelRatio);
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
    for (const PinLayer layer : byWeight) {
        if (isShown(layer))
            eachWithin(pins()->of(layer), camera.visible(), [&seen](size_t) { ++seen; });
    }
    return seen > fewPins;
}

std::vector<PinDrawing::Mark> PinDrawing::marks(const MapCamera &camera)
{
    std::vector<Mark> marks;
    for (const PinLayer layer : byWeight) {
        if (pins() && isShown(layer))
            addMarks(marks, layer, camera);
    }
    return marks;
}

/// Tickets stand where they are; gathered marks of other layers step aside for what stands there already.
void PinDrawing::addMarks(std::vector<Mark> &marks, PinLayer layer, const MapCamera &camera)
{
    const QRectF seen = camera.window().adjusted(-40, -40, 40, 40);
    const bool stepsAside = layer != PinLayer::Tickets && m_choice.isClustered;
    const auto add = [&](Mark mark, QPointF at) {
        mark.box.moveCenter(camera.toPixel(at));
        if (!seen.contains(mark.box.center()))
            return;
        for (const QPointF aside :
            {QPointF(), QPointF(0, 1), QPointF(1, 0), QPointF(-1, 0), QPointF(0, -1)}) {
            const QRectF tried = mark.box.translated(
                aside.x() * (mark.box.width() + 6), aside.y() * (mark.box.height() + 3));
            if (stepsAside && std::any_of(marks.begin(), marks.end(), [&tried](const Mark &other) {
                    return other.box.intersects(tried);
                }))
                continue;
            mark.box = tried;
            break;
        }
        marks.push_back(mark);
    };
    const QRectF single(0, 0, PinMarks::singleSide, PinMarks::singleSide);
    if (m_choice.isClustered) {
        for (const Cluster &cluster : clusters(layer, camera.scale())) {
            const QRectF box = cluster.count > 1
                ? QRectF(QPointF(), PinMarks::clusterSize(cluster.count, m_font))
                : single;
            add({box, layer, cluster.kind, cluster.count, cluster.late, cluster.first}, cluster.at);
        }
        return;
    }
    const PinScene::Layer &from = pins()->of(layer);
    eachWithin(from, camera.widened(PinMarks::singleSide).visible(), [&](size_t i) {
        add({single, layer, from.kinds[i], 1, 0, int(i)}, from.worlds[i]);
    });
}

void PinDrawing::paint(QPainter &painter, const MapCamera &camera)
{
    if (!m_marks || areDots(camera))
        return;
    const std::vector<Mark> all = marks(camera);
    for (auto mark = all.rbegin(); mark != all.rend(); ++mark) {
        drawCentred(painter,
            mark->count > 1 ? m_marks->cluster(mark->layer, mark->count, mark->late)
                            : m_marks->single(mark->kind),
            mark->box.center(), m_ratio);
    }
}

void PinDrawing::paintVectors(QPainter &painter, const MapCamera &camera)
{
    const std::vector<Mark> all = marks(camera);
    for (auto mark = all.rbegin(); mark != all.rend(); ++mark) {
        if (mark->count > 1)
            PinMarks::paintCluster(painter, mark->box.center(), mark->layer, mark->count,
                mark->late, m_palette, m_font);
        else
            PinMarks::paintSingle(painter, mark->box, mark->kind, m_palette);
    }
}

void writeDots(
    QImage &image, const PinChoice &choice, const MapCamera &camera, const QPalette &palette)
{
    DotImage dots(image, palette);
    const double ratio = image.devicePixelRatio();
    for (const PinLayer layer : byWeight) {
        if (!choice.isShown[size_t(layer)])
            continue;
        const PinScene::Layer &from = choice.pins->of(layer);
        for (size_t i = 0; i < from.worlds.size(); ++i)
            dots.write(camera.toPixel(from.worlds[i]) * ratio, from.kinds[i]);
    }
}

std::optional<PinHit> PinDrawing::hitAt(QPointF pixel, const MapCamera &camera)
{
    if (!pins())
        return {};
    // Of dots nobody can tell which was meant: all around the cursor are.
    const bool isDots = areDots(camera);
    std::optional<PinHit> hit;
    for (const Mark &mark : isDots ? std::vector<Mark>() : marks(camera)) {
        if (QLineF(mark.box.center(), pixel).length() > mark.box.height() / 2 + spare)
            continue;
        if (hit && hit->layer != mark.layer)
            break;
        const auto begin = pins()->of(mark.layer).order.begin() + mark.first;
        hit = hit.value_or(PinHit{mark.layer, {}});
        hit->pins.insert(hit->pins.end(), begin, begin + mark.count);
        if (m_choice.isClustered)
            break;
    }
    return isDots ? dotsAt(pixel, camera) : hit;
}

std::optional<PinHit> PinDrawing::dotsAt(QPointF pixel, const MapCamera &camera) const
{
    const QPointF corner(dotReach, dotReach);
    const QRectF around(camera.toWorldAt(pixel - corner), camera.toWorldAt(pixel + corner));
    for (const PinLayer layer : byWeight) {
        if (!isShown(layer))
            continue;
        PinHit hit{layer, {}};
        const PinScene::Layer &from = pins()->of(layer);
        eachWithin(from, around, [&](size_t i) { hit.pins.push_back(from.order[i]); });
        if (!hit.pins.empty())
            return hit;
    }
    return {};
}

std::vector<int> PinDrawing::within(const QRectF &world) const
{
    std::vector<int> found;
    for (const PinLayer layer : byWeight) {
        if (!pins() || !isShown(layer))
            continue;
        const PinScene::Layer &from = pins()->of(layer);
        eachWithin(from, world, [&](size_t i) { found.push_back(from.order[i]); });
    }
    return found;
}

} // namespace ui::map
