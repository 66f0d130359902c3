// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mercator.h"

#include <QSizeF>

namespace ui::map
{

/// Which part of the world stands in a window, and how large: the centre, pixels to a metre of the flat world, and the window's size.
/// A value without a widget; pixels are device-independent and counted from the window's upper left corner.
class MapCamera
{
public:
    MapCamera() = default;
    MapCamera(QPointF centre, double scale, QSizeF size);

    QPointF centre() const { return m_centre; }
    double scale() const { return m_scale; }
    QSizeF size() const { return m_size; }
    QRectF window() const { return {QPointF(), m_size}; }
    QRectF visible() const; ///< of the world

    QPointF toPixel(QPointF world) const;
    QRectF toPixel(const QRectF &world) const;
    QPointF toWorldAt(QPointF pixel) const;
    domain::GeoPoint placeAt(QPointF pixel) const;
    QPointF pixelOf(const domain::GeoPoint &place) const { return toPixel(toWorld(place)); }

    void setSize(QSizeF size) { m_size = size; } ///< the centre stays where it is
    void setCentre(QPointF world);
    void pan(QPointF pixels); ///< what is seen moves by so much
    void zoomAt(QPointF pixel, double factor); ///< the place under the pixel stays under it
    /// All of the area with so many pixels left around it. Nothing is done for an empty one; a single point comes close.
    void fit(const QRectF &world, double margin);

    double metresPerPixel() const; ///< on the ground, at the centre
    /// The same view with so many pixels more on every side.
    MapCamera widened(double pixels) const;

    bool operator==(const MapCamera &) const = default;

private:
    QPointF m_centre;
    double m_scale = 1e-5;
    QSizeF m_size{1, 1};
};

} // namespace ui::map
