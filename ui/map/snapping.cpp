// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/snapping.h"

#include <QLineF>

#include <algorithm>

namespace ui::map
{

using domain::GeoPoint;
using domain::Ring;

namespace
{

class Nearest
{
public:
    Nearest(QPointF pixel, const MapCamera &camera)
        : m_pixel(pixel)
        , m_camera(camera)
        , m_snap{camera.placeAt(pixel), Snap::To::Nothing}
    {
        const QPointF reach(snapReach, snapReach);
        m_around.add(camera.placeAt(pixel - reach));
        m_around.add(camera.placeAt(pixel + reach));
    }

    QRectF around() const { return toWorld(m_around); }
    const Snap &snap() const { return m_snap; }

    void look(const Ring &ring)
    {
        for (qsizetype i = 0; i < ring.size(); ++i)
            look(ring.at(i), ring.at(i + 1 == ring.size() ? 0 : i + 1));
    }

private:
    void look(const GeoPoint &from, const GeoPoint &to)
    {
        domain::GeoBox edge;
        edge.add(from);
        edge.add(to);
        if (!edge.meets(m_around))
            return;
        const QLineF line(m_camera.pixelOf(from), m_camera.pixelOf(to));
        take(QLineF(m_pixel, line.p1()).length(), m_corner, from, Snap::To::Corner);
        if (m_snap.to == Snap::To::Corner || line.length() <= 0)
            return;
        const QPointF way = line.p2() - line.p1();
        const double share = std::clamp(
            QPointF::dotProduct(m_pixel - line.p1(), way) / QPointF::dotProduct(way, way), 0.0,
            1.0);
        const QPointF foot = line.pointAt(share);
        take(QLineF(m_pixel, foot).length(), m_edge, m_camera.placeAt(foot), Snap::To::Edge);
    }

    void take(double distance, double &best, const GeoPoint &place, Snap::To to)
    {
        if (distance >= best)
            return;
        best = distance;
        m_snap = {place, to};
    }

    QPointF m_pixel;
    const MapCamera &m_camera;
    domain::GeoBox m_around;
    Snap m_snap;
    double m_corner = snapReach;
    double m_edge = snapReach;
};

} // namespace

Snap snapped(
    QPointF pixel, const MapCamera &camera, const AreaScene *areas, const QSet<domain::Id> &without)
{
    Nearest nearest(pixel, camera);
    if (!areas)
        return nearest.snap();
    for (int number : areas->meeting(nearest.around())) {
        if (without.contains(areas->grid(number).id))
            continue;
        for (const domain::Polygon &part : areas->grid(number).shape.parts) {
            nearest.look(part.outer);
            for (const Ring &hole : part.holes)
                nearest.look(hole);
        }
    }
    return nearest.snap();
}

} // namespace ui::map
