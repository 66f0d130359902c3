// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

namespace ui::map
{

namespace
{

constexpr double fitMargin = 24;

} // namespace

void MapView::showAll()
{
    QRectF all = m_areas ? m_areas->box() : QRectF();
    if (all.isNull() && m_pins.pins())
        all = m_pins.pins()->box();
    if (all.isNull())
        return;
    MapCamera camera = m_camera;
    camera.fit(all, fitMargin);
    setCamera(camera);
    m_showsAll = true;
}

void MapView::showBox(const domain::GeoBox &box)
{
    if (box.isEmpty())
        return;
    MapCamera camera = m_camera;
    QRectF world = toWorld(box);
    if (world.isNull())
        world.setSize({1e-3, 1e-3});
    camera.fit(world, fitMargin);
    setCamera(camera);
}

void MapView::setCamera(const MapCamera &camera)
{
    MapCamera sized = camera;
    sized.setSize(size());
    m_hasPlace = true;
    if (sized == m_camera)
        return;
    m_showsAll = false;
    m_camera = sized;
    cameraMoved();
}

void MapView::panBy(QPointF pixels)
{
    MapCamera camera = m_camera;
    camera.pan(pixels);
    setCamera(camera);
}

void MapView::zoomBy(double factor)
{
    MapCamera camera = m_camera;
    camera.zoomAt(m_camera.window().center(), factor);
    setCamera(camera);
}

} // namespace ui::map
