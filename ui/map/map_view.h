// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/area_painter.h"
#include "map/base_tiles.h"
#include "map/layer_renderer.h"
#include "map/map_tool.h"
#include "map/pin_drawing.h"

#include <QPointer>
#include <QWidget>

namespace ui::map
{

class BasePainter;

/// The map: grids in the colours of a theme, pins, routes, one grid that is chosen. One widget that paints itself. Areas are painted on
/// another thread into an image that is laid down with each frame; pins and what is chosen are drawn with the frame. New content is made
/// ready on another thread too, and the old one stands until then.
///
/// Keys: arrows move, + and − zoom, Home shows everything, Tab and Shift+Tab walk the grids in the order of their codes (Ctrl+Tab leaves the
/// map), Enter opens the chosen grid, Space selects an area, Esc gives up what is chosen. With the mouse: drag, wheel, click,
/// double click, Shift and drag for an area.
class MapView : public QWidget
{
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    void setGrids(const QVector<MapGrid> &grids);
    void setPins(const QVector<MapPin> &pins);
    void setLines(const QVector<MapLine> &lines);
    void setTheme(const MapTheme &theme);
    const MapTheme &theme() const { return m_theme; }
    void setWork(const QHash<domain::Id, GridWork> &work); ///< what is said of a chosen grid
    void setPicture(const std::optional<PlacedPicture> &picture);
    void setTiles(std::shared_ptr<const BaseTiles> tiles);
    void setEmptyWords(const QString &words); ///< what stands there while there is no grid

    void setHatched(bool isHatched);
    void setClustered(bool isClustered);
    void setGridsShown(bool isShown);
    void setLayerShown(PinLayer layer, bool isShown);
    bool hasLayer(PinLayer layer) const; ///< whether there is anything that it would show
    bool isLayerShown(PinLayer layer) const { return m_pins.isShown(layer); }

    const MapCamera &camera() const { return m_camera; }
    void setCamera(const MapCamera &camera);
    void panBy(QPointF pixels);
    void zoomBy(double factor); ///< at the centre
    void showAll();
    void showBox(const domain::GeoBox &box);
    void showGrid(const domain::Id &grid); ///< chooses it and brings it into view

    domain::Id chosen() const; ///< null: none
    void choose(const domain::Id &grid); ///< before they are ready: as soon as they are
    QVector<domain::Id> gridsIn(const domain::GeoBox &box) const; ///< whose areas meet the box's

    void pickPoint(); ///< until Esc or leaveTool()
    void selectArea();
    /// The view owns the tool from here on; the one before ends.
    void setTool(MapTool *tool);
    MapTool *tool() const { return m_tool; }
    void leaveTool();

    const SharedAreas &areas() const { return m_areas; } ///< null until the first grids are ready
    const std::vector<qint8> &ranks() const
    {
        return m_ranks;
    } ///< of the theme, for each grid of areas()
    const PinChoice &pinChoice() const { return m_pins.choice(); }
    const QVector<QPolygonF> &routes() const { return *m_routes; }
    /// Neither content is being made ready nor an image painted.
    bool isSettled() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void gridChosen(const domain::Id &grid); ///< null: none any more
    void gridActivated(const domain::Id &grid);
    void pinActivated(const domain::Id &pin);
    void clusterActivated(const QVector<domain::Id> &pins);
    void areaSelected(const domain::GeoBox &box);
    void pointPicked(const domain::GeoPoint &place);
    void contextAsked(
        const domain::Id &grid, const QPoint &globalPosition); ///< null: beside all grids
    void cameraChanged();
    void layersChanged(); ///< other layers have something to show
    void toolChanged(); ///< the tool is another one, or its words are
    void settled(); ///< what was asked for is on the screen

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void takeAreas();
    void takePins();
    void renewLook();
    void renewAreas();
    AreaLook areaLook() const;
    bool hasBase() const { return m_tiles || m_picture; }
    void renderAreas(bool isUrgent);
    void renderOverview();
    void renderBase();
    void cameraMoved();
    bool coversWindow(const RenderedLayer &layer) const;
    void tellIfSettled();

    void chooseNumber(int number);
    void renewWords();
    void hoverAt(QPointF pixel);
    void clickAt(QPointF pixel);
    bool walk(int direction);
    void bringIntoView(int number);
    bool moveByKey(QKeyEvent *event);
    bool actByKey(QKeyEvent *event);
    QString tipAt(QPointF pixel);

    void paintOutline(QPainter &painter, int number, double width) const;
    void paintEmpty(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;

    MapCamera m_camera;
    bool m_hasPlace = false; ///< the camera shows something that was wanted
    bool m_showsAll = false; ///< and still everything: a window of another size does so too
    SharedAreas m_areas;
    QFutureWatcher<SharedAreas> m_areasMade;
    QFutureWatcher<SharedPins> m_pinsMade;
    bool m_isMakingAreas =
        false; ///< until they were taken: a future is finished before anybody hears of it
    bool m_isMakingPins = false;
    std::shared_ptr<const QVector<QPolygonF>> m_routes; ///< in the world
    MapTheme m_theme;
    QHash<domain::Id, GridWork> m_work;
    std::vector<qint8> m_ranks;
    QString m_emptyWords;

    LayerRenderer m_areaLayer;
    LayerRenderer
        m_overview; ///< everything, small: stands in where the window's image doesn't reach yet
    LayerRenderer m_baseLayer;
    std::shared_ptr<BasePainter> m_basePainter;
    std::shared_ptr<const BaseTiles> m_tiles;
    std::optional<PlacedPicture> m_picture;
    PinDrawing m_pins;
    MapColors m_colors;
    bool m_isOverviewOld = true;
    bool m_isHatched = false;
    bool m_areGridsShown = true;

    int m_chosen = -1;
    std::optional<domain::Id> m_wanted; ///< chosen while its grids weren't ready yet
    bool m_isWantedInView = false;
    int m_hovered = -1;
    QPointer<MapTool> m_tool;
    std::optional<QPointF> m_pressed;
    bool m_isDragging = false;
    bool m_isHeld = false; ///< the tool holds the mouse
};

} // namespace ui::map
