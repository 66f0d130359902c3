// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/pin_drawing.h"

#include "map/dot_image.h"
#include "map/mark_painter.h"

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
constexpr double markReach = 40; // pixels beyond the window whose marks reach into it

// The first ones are drawn over the others, and meant first.
constexpr PinLayer byWeight[] = {
    PinLayer::Tickets, PinLayer::People, PinLayer::Patrols, PinLayer::Equipment};

bool overlap(const QRectF &one, const QRectF &other)
{
    return one.left() < other.right() && other.left() < one.right() && one.top() < other.bottom()
        && other.top() < one.bottom();
}

template <typename Visit>
void eachWithin(const PinScene::Layer &layer, const QRectF &world, Visit visit)
{
    for (size_t i = 0; i < layer.worlds.size(); ++i) {
        if (world.contains(layer.worlds[i]))
            visit(i);
    }
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
        if (m_marks && pins() && isShown(layer))
            addMarks(marks, layer, camera);
    }
    return marks;
}

/// Tickets stand where they are; gathered marks of other layers step aside for what stands there already.
void PinDrawing::addMarks(std::vector<Mark> &marks, PinLayer layer, const MapCamera &camera)
{
    const QRectF seen = camera.widened(markReach).visible();
    if (!m_choice.isClustered) {
        const PinScene::Layer &from = pins()->of(layer);
        eachWithin(from, seen, [&](size_t i) {
            marks.push_back(
                {boxAt(camera.toPixel(from.worlds[i]), 1), layer, from.kinds[i], 1, 0, int(i)});
        });
        return;
    }
    for (const Cluster &cluster : clusters(layer, camera.scale())) {
        if (!seen.contains(cluster.at))
            continue;
        const QRectF box = boxAt(camera.toPixel(cluster.at), cluster.count);
        marks.push_back({layer == PinLayer::Tickets ? box : aside(box, marks), layer, cluster.kind,
            cluster.count, cluster.late, cluster.first});
    }
}

QRectF PinDrawing::boxAt(QPointF centre, int count) const
{
    const double side = PinMarks::singleSide;
    QRectF box(0, 0, side, side);
    if (count > 1)
        box.setSize(m_marks->sizeOf(count));
    box.moveCenter(centre);
    return box;
}

/// The box, or the nearest of the four places beside it that is free; the box itself where none is.
QRectF PinDrawing::aside(const QRectF &box, const std::vector<Mark> &marks)
{
    for (const QPointF way :
        {QPointF(), QPointF(0, 1), QPointF(1, 0), QPointF(-1, 0), QPointF(0, -1)}) {
        const QRectF tried =
            box.translated(way.x() * (box.width() + 6), way.y() * (box.height() + 3));
        if (std::none_of(marks.begin(), marks.end(),
                [&tried](const Mark &other) { return overlap(tried, other.box); }))
            return tried;
    }
    return box;
}

void PinDrawing::paint(QPainter &painter, const MapCamera &camera)
{
    if (areDots(camera))
        return;
    const std::vector<Mark> all = marks(camera);
    for (auto mark = all.rbegin(); mark != all.rend(); ++mark) {
        if (mark->count > 1)
            m_marks->drawCluster(painter, mark->box.center(), mark->layer, mark->count, mark->late);
        else
            m_marks->drawSingle(painter, mark->box.center(), mark->kind);
    }
}

void PinDrawing::paintVectors(QPainter &painter, const MapCamera &camera)
{
    const std::vector<Mark> all = marks(camera);
    for (auto mark = all.rbegin(); mark != all.rend(); ++mark) {
        if (mark->count > 1)
            paintCluster(painter, mark->box.center(), mark->layer, mark->count, mark->late,
                m_palette, m_font);
        else
            paintSingle(painter, mark->box, mark->kind, m_palette);
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
