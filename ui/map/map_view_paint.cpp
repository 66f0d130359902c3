// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "map/base_painter.h"
#include "map/map_tool.h"
#include "map/route_painter.h"

#include "look/measures.h"
#include "look/palette.h"
#include "look/type.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::map
{

namespace
{

constexpr double spare = 192; // pixels painted around the window, for the next moves
constexpr double fitMargin = 24;
constexpr double overBase = 0.5; // opacity of fills where a base map shall be seen through them
constexpr double chosenWidth = 3;
constexpr double hoveredWidth = 1.5;
const QSizeF overviewSize(1000, 700);

} // namespace

void MapView::renewLook()
{
    m_colors = mapColors(palette());
    m_pins.setLook(palette(), look::type(look::TypeSize::Small), devicePixelRatioF());
    renewAreas();
}

/// Everything that was painted of the areas looks different now.
void MapView::renewAreas()
{
    m_isOverviewOld = true;
    renderAreas(true);
    update();
}

AreaLook MapView::areaLook() const
{
    AreaLook look;
    look.colors = m_colors;
    look.ranks = m_ranks;
    look.isFilled = m_areGridsShown;
    look.isHatched = m_isHatched && m_areGridsShown;
    look.opacity = hasBase() ? overBase : 1;
    look.codeFont = look::type(look::TypeSize::Body, QFont::DemiBold);
    look.nameFont = look::type(look::TypeSize::Small);
    return look;
}

/// The window's own image. Its fills stand over the base layer, where there is one.
void MapView::renderAreas(bool isUrgent)
{
    if (!isVisible())
        return;
    static const SharedAreas none = std::make_shared<AreaScene>(QVector<MapGrid>());
    const std::optional<PinChoice> dots =
        m_pins.areDots(m_camera) ? std::optional(m_pins.choice()) : std::nullopt;
    const auto paint = [areas = m_areas ? m_areas : none, look = areaLook(), dots,
                           colors = palette()](QImage &image, const MapCamera &camera,
                           const LayerRenderer::Stale &stale) {
        QPainter painter(&image);
        paintAreas(painter, *areas, look, camera, stale);
        paintLabels(painter, *areas, look, camera, stale);
        painter.end();
        if (dots && !stale)
            writeDots(image, *dots, camera, colors);
    };
    m_areaLayer.ask({paint, m_camera.widened(spare), devicePixelRatioF(),
        hasBase() ? QColor(Qt::transparent) : m_colors.ground, isUrgent});
}

/// Painted when the window's own image is there: whoever waits, waits for that one.
void MapView::renderOverview()
{
    if (!m_isOverviewOld || !m_areas || m_areas->box().isNull() || !isVisible())
        return;
    m_isOverviewOld = false;
    MapCamera all(QPointF(), 1, overviewSize);
    all.fit(m_areas->box(), fitMargin);
    const auto paint = [areas = m_areas, look = areaLook()](QImage &image, const MapCamera &camera,
                           const LayerRenderer::Stale &stale) {
        QPainter painter(&image);
        paintAreas(painter, *areas, look, camera, stale);
    };
    m_overview.ask({paint, all, 1, hasBase() ? QColor(Qt::transparent) : m_colors.ground, true});
}

void MapView::renderBase()
{
    if (!m_basePainter || !hasBase() || !isVisible())
        return;
    const auto paint = [base = m_basePainter, ratio = devicePixelRatioF()](QImage &image,
                           const MapCamera &camera, const LayerRenderer::Stale &stale) {
        QPainter painter(&image);
        base->paint(painter, camera, ratio, stale);
    };
    m_baseLayer.ask({paint, m_camera.widened(spare), devicePixelRatioF(), m_colors.ground});
}

bool MapView::coversWindow(const RenderedLayer &layer) const
{
    return !layer.image.isNull() && layer.camera.visible().contains(m_camera.visible());
}

/// While the map is only moved, the painted surroundings are enough until half of them are used up.
void MapView::cameraMoved()
{
    const RenderedLayer &painted = m_areaLayer.latest();
    const bool isSharp = !painted.image.isNull() && painted.camera.scale() == m_camera.scale()
        && painted.camera.visible().contains(m_camera.widened(spare / 2).visible());
    if (!isSharp || m_areaLayer.isBusy()) {
        renderAreas(false); // what is being painted is still nearer to the camera than what stands
        renderBase();
    }
    update();
    Q_EMIT cameraChanged();
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // What was in the middle stays there; who saw everything goes on to see everything.
    m_camera.setSize(size());
    if (m_showsAll || !m_hasPlace)
        showAll();
    cameraMoved();
}

void MapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renewLook();
    renderBase();
}

void MapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_colors.ground);
    paintRendered(painter, m_baseLayer.latest(), m_camera);
    if (!coversWindow(m_areaLayer.latest()))
        paintRendered(painter, m_overview.latest(), m_camera);
    paintRendered(painter, m_areaLayer.latest(), m_camera);
    if (m_pins.isShown(PinLayer::Patrols))
        paintRoutes(painter, *m_routes, m_camera, m_colors);
    if (m_hovered >= 0 && m_hovered != m_chosen && !m_tool)
        paintOutline(painter, m_hovered, hoveredWidth);
    if (m_chosen >= 0)
        paintOutline(painter, m_chosen, chosenWidth);
    m_pins.paint(painter, m_camera);
    if (m_tool)
        m_tool->paint(painter);
    if (!m_areas || m_areas->count() == 0)
        paintEmpty(painter);
    if (hasFocus())
        paintFocus(painter);
}

void MapView::paintOutline(QPainter &painter, int number, double width) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath outline = outlineOf(*m_areas, number, m_camera);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(m_colors.accentEdge, width + 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outline);
    painter.setPen(QPen(m_colors.accent, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(outline);
    painter.restore();
}

void MapView::paintEmpty(QPainter &painter) const
{
    if (m_isMakingAreas)
        return;
    painter.setPen(look::toneColor(look::Tone::Muted, palette()));
    painter.setFont(font());
    painter.drawText(rect().adjusted(look::margin, look::margin, -look::margin, -look::margin),
        Qt::AlignCenter | Qt::TextWordWrap, m_emptyWords);
}

void MapView::paintFocus(QPainter &painter) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_colors.accent, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace ui::map
