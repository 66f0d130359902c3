// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_camera.h"

#include <algorithm>

namespace ui::map
{

namespace
{

constexpr double leastScale = 256 / worldSide; // the whole world in the size of a stamp
constexpr double mostScale = 50; // two centimetres to a pixel: nothing was surveyed finer
constexpr double closeSide = 200; // metres that stand around a single point

} // namespace

MapCamera::MapCamera(QPointF centre, double scale, QSizeF size)
    : m_scale(std::clamp(scale, leastScale, mostScale))
    , m_size(size)
{
    setCentre(centre);
}

void MapCamera::setCentre(QPointF world)
{
    m_centre = {
        std::clamp(world.x(), -worldHalf, worldHalf), std::clamp(world.y(), -worldHalf, worldHalf)};
}

QRectF MapCamera::visible() const
{
    const QSizeF size = m_size / m_scale;
    return {m_centre - QPointF(size.width(), size.height()) / 2, size};
}

QPointF MapCamera::toPixel(QPointF world) const
{
    return (world - m_centre) * m_scale + QPointF(m_size.width(), m_size.height()) / 2;
}

QRectF MapCamera::toPixel(const QRectF &world) const
{
    return {toPixel(world.topLeft()), world.size() * m_scale};
}

QPointF MapCamera::toWorldAt(QPointF pixel) const
{
    return (pixel - QPointF(m_size.width(), m_size.height()) / 2) / m_scale + m_centre;
}

domain::GeoPoint MapCamera::placeAt(QPointF pixel) const
{
    return toPlace(toWorldAt(pixel));
}

void MapCamera::pan(QPointF pixels)
{
    setCentre(m_centre - pixels / m_scale);
}

void MapCamera::zoomAt(QPointF pixel, double factor)
{
    const QPointF held = toWorldAt(pixel);
    m_scale = std::clamp(m_scale * factor, leastScale, mostScale);
    setCentre(m_centre + held - toWorldAt(pixel));
}

void MapCamera::fit(const QRectF &world, double margin)
{
    if (world.isNull())
        return;
    const double width = std::max(m_size.width() - 2 * margin, 1.0);
    const double height = std::max(m_size.height() - 2 * margin, 1.0);
    const bool isPoint = world.width() <= 0 && world.height() <= 0;
    const double across = isPoint ? closeSide : std::max(world.width(), 1e-3);
    const double down = isPoint ? closeSide : std::max(world.height(), 1e-3);
    m_scale = std::clamp(std::min(width / across, height / down), leastScale, mostScale);
    setCentre(world.center());
}

double MapCamera::metresPerPixel() const
{
    return groundMetres(m_centre) / m_scale;
}

MapCamera MapCamera::widened(double pixels) const
{
    MapCamera wide = *this;
    wide.m_size += QSizeF(2 * pixels, 2 * pixels);
    return wide;
}

} // namespace ui::map
