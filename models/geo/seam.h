// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/box_tree.h"

#include <QVector>

namespace geo
{

/// Corners that stand on the borders of several areas, to be sewn into each of them. A place on a slanting border is rarely a whole
/// number: the corner put there lies up to a centimetre beside, and an area that kept the straight border would have a sliver in
/// common with its neighbour. The same border gets the same corners, whoever's it is.
class Seam
{
public:
    explicit Seam(QVector<domain::GeoPoint> corners);

    /// The shape with each corner that lies on one of its edges, but for such as it has there already.
    domain::Shape sewn(const domain::Shape &shape) const;

private:
    domain::Ring sewn(const domain::Ring &ring) const;
    QVector<domain::GeoPoint> cornersOn(
        const domain::GeoPoint &from, const domain::GeoPoint &to) const;

    QVector<domain::GeoPoint> m_corners;
    BoxTree m_tree;
};

/// The ends of edges that the results have and the originals hadn't, each once.
QVector<domain::GeoPoint> newCorners(
    const QVector<domain::Shape> &originals, const QVector<domain::Shape> &results);

} // namespace geo
