// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "map/base_painter.h"
#include "map/map_tool.h"
#include "map/map_words.h"
#include "map/point_tool.h"

#include "look/type.h"

#include <QEvent>
#include <QtConcurrent>

namespace ui::map
{

using domain::Id;

MapView::MapView(QWidget *parent)
    : QWidget(parent)
    , m_routes(std::make_shared<QVector<QPolygonF>>())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    renewLook();
    renewWords();
    connect(&m_areasMade, &QFutureWatcherBase::finished, this, &MapView::takeAreas);
    connect(&m_pinsMade, &QFutureWatcherBase::finished, this, &MapView::takePins);
    connect(&m_areaLayer, &LayerRenderer::rendered, this, &MapView::renderOverview);
    for (LayerRenderer *layer : {&m_areaLayer, &m_overview, &m_baseLayer}) {
        connect(layer, &LayerRenderer::rendered, this, [this] {
            update();
            tellIfSettled();
        });
    }
}

MapView::~MapView() = default;

void MapView::setGrids(const QVector<MapGrid> &grids)
{
    m_isMakingAreas = true;
    m_areasMade.setFuture(
        QtConcurrent::run([grids] { return SharedAreas(std::make_shared<AreaScene>(grids)); }));
}

void MapView::takeAreas()
{
    const Id before = chosen();
    m_isMakingAreas = false;
    m_areas = m_areasMade.result();
    m_chosen = m_areas->numberOf(before);
    m_hovered = -1;
    setTheme(m_theme);
    if (!m_hasPlace)
        showAll();
    if (m_chosen < 0 && !before.isNull())
        Q_EMIT gridChosen({});
    if (const auto wanted = std::exchange(m_wanted, {}))
        m_isWantedInView ? showGrid(*wanted) : choose(*wanted);
    renewWords();
    tellIfSettled();
}

void MapView::setPins(const QVector<MapPin> &pins)
{
    m_isMakingPins = true;
    m_pinsMade.setFuture(
        QtConcurrent::run([pins] { return SharedPins(std::make_shared<PinScene>(pins)); }));
}

void MapView::takePins()
{
    m_isMakingPins = false;
    m_pins.setPins(m_pinsMade.result());
    Q_EMIT layersChanged();
    if (!m_hasPlace)
        showAll();
    renderAreas(false);
    update();
    tellIfSettled();
}

bool MapView::hasLayer(PinLayer layer) const
{
    return (m_pins.pins() && m_pins.pins()->count(layer) > 0)
        || (layer == PinLayer::Patrols && !m_routes->isEmpty());
}

void MapView::setLines(const QVector<MapLine> &lines)
{
    auto routes = std::make_shared<QVector<QPolygonF>>();
    for (const MapLine &line : lines) {
        QPolygonF route;
        for (const domain::GeoPoint &point : line.points)
            route.append(toWorld(point));
        routes->append(route);
    }
    m_routes = routes;
    Q_EMIT layersChanged();
    update();
}

void MapView::setTheme(const MapTheme &theme)
{
    m_theme = theme;
    m_ranks.assign(m_areas ? size_t(m_areas->count()) : 0, -1);
    for (size_t number = 0; number < m_ranks.size(); ++number) {
        const auto value = m_theme.values.constFind(m_areas->grid(int(number)).id);
        if (value != m_theme.values.cend())
            m_ranks[number] = qint8(value->rank);
    }
    renewAreas();
}

void MapView::setWork(const QHash<Id, GridWork> &work)
{
    m_work = work;
    renewWords();
}

void MapView::setPicture(const std::optional<PlacedPicture> &picture)
{
    m_picture = picture;
    m_basePainter = std::make_shared<BasePainter>(m_tiles, m_picture);
    m_baseLayer.forget();
    renderBase();
    renewAreas();
}

void MapView::setTiles(std::shared_ptr<const BaseTiles> tiles)
{
    m_tiles = std::move(tiles);
    setPicture(m_picture);
}

void MapView::setEmptyWords(const QString &words)
{
    m_emptyWords = words;
    update();
}

void MapView::setHatched(bool isHatched)
{
    m_isHatched = isHatched;
    renewAreas();
}

void MapView::setClustered(bool isClustered)
{
    m_pins.setClustered(isClustered);
    renderAreas(true);
    update();
}

void MapView::setGridsShown(bool isShown)
{
    m_areGridsShown = isShown;
    renewAreas();
}

void MapView::setLayerShown(PinLayer layer, bool isShown)
{
    m_pins.setShown(layer, isShown);
    if (!m_pins.choice().isClustered)
        renderAreas(true);
    update();
}

Id MapView::chosen() const
{
    return m_chosen < 0 ? Id() : m_areas->grid(m_chosen).id;
}

void MapView::choose(const Id &grid)
{
    if (m_isMakingAreas || !m_areas) {
        m_wanted = grid;
        m_isWantedInView = false;
        return;
    }
    chooseNumber(m_areas && !grid.isNull() ? m_areas->numberOf(grid) : -1);
}

void MapView::chooseNumber(int number)
{
    if (m_chosen == number)
        return;
    m_chosen = number;
    renewWords();
    update();
    Q_EMIT gridChosen(chosen());
}

void MapView::showGrid(const Id &grid)
{
    choose(grid);
    if (m_wanted)
        m_isWantedInView = true;
    else if (m_chosen >= 0)
        bringIntoView(m_chosen);
}

QVector<Id> MapView::gridsIn(const domain::GeoBox &box) const
{
    QVector<Id> found;
    if (!m_areas)
        return found;
    for (int number : m_areas->gridsIn(toWorld(box)))
        found.append(m_areas->grid(number).id);
    return found;
}

void MapView::renewWords()
{
    setAccessibleName(m_chosen < 0
            ? MapWords::mapName()
            : MapWords::ofGrid(m_areas->grid(m_chosen), m_work.value(chosen()), m_theme,
                MapWords::Says::Everything));
    setAccessibleDescription(m_tool ? m_tool->words() : MapWords::howTo());
}

void MapView::pickPoint()
{
    auto *point = new PointTool(*this, this);
    connect(point, &PointTool::picked, this, &MapView::pointPicked);
    setTool(point);
}

void MapView::selectArea()
{
    auto *band = new BandTool(*this, this);
    connect(band, &BandTool::selected, this, &MapView::areaSelected);
    setTool(band);
}

void MapView::setTool(MapTool *tool)
{
    if (m_tool) {
        m_tool->disconnect(this);
        m_tool->deleteLater();
    }
    m_tool = tool;
    m_isHeld = false;
    if (m_tool) {
        m_tool->setParent(this);
        connect(m_tool, &MapTool::changed, this, [this] {
            update();
            renewWords();
            Q_EMIT toolChanged();
        });
        connect(m_tool, &MapTool::left, this, &MapView::leaveTool);
    }
    setCursor(m_tool ? m_tool->cursor() : QCursor(Qt::ArrowCursor));
    renewWords();
    update();
    Q_EMIT toolChanged();
}

void MapView::leaveTool()
{
    setTool(nullptr);
}

bool MapView::isSettled() const
{
    return !m_isMakingAreas && !m_isMakingPins && !m_areaLayer.isBusy() && !m_baseLayer.isBusy();
}

void MapView::tellIfSettled()
{
    if (isSettled())
        Q_EMIT settled();
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange)
        renewLook();
    else if (type == QEvent::LanguageChange)
        renewWords();
}

} // namespace ui::map
