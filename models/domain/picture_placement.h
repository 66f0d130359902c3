// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "domain/shape.h"

#include <variant>

namespace domain
{

/// A plan of the estate as the background of the map: a picture, and some of its points of which somebody knows where on earth they
/// are. Everything is reckoned in Web Mercator, in which a plan of a town keeps its angles.

struct ControlPoint {
    double x = 0; ///< pixels from the left
    double y = 0; ///< and from the top
    GeoPoint place;
};

/// A picture and the points of it that somebody knows.
struct PictureControl {
    int width = 0; ///< pixels
    int height = 0;
    QVector<ControlPoint> points;
};

/// In metres of Web Mercator; longer than those on the ground, by a fifth in Shanghai.
struct MercatorPoint {
    double x = 0;
    double y = 0;
};
MercatorPoint toMercator(const GeoPoint &place);
/// Nothing for a place beyond the map's edge.
std::optional<GeoPoint> fromMercator(const MercatorPoint &point);

/// Where each pixel lies: x' = a·x + b·y + c, y' = d·x + e·y + f. Two points turn and scale the picture as it is; with three or more
/// it may also be sheared, and lies so that it misses them by as little as possible.
struct PicturePlacement {
    double a = 1, b = 0, c = 0, d = 0, e = -1, f = 0;
    QVector<double>
        misses; ///< metres on the ground by which it misses each point; 0 where nothing could show it
    double typicalMiss = 0; ///< their quadratic mean
    int doubtful =
        -1; ///< the point that contradicts the others, if one does: of five points or more

    MercatorPoint mercatorOf(double x, double y) const;
    std::optional<GeoPoint> placeOf(double x, double y) const;
    /// The pixel at a place, which may lie outside the picture.
    std::pair<double, double> pixelOf(const GeoPoint &place) const;
};

constexpr int mostControlPoints = 50;
constexpr int largestPictureSide = 50'000; // pixels

/// Refuses fewer than two points, points that are one, points on one line, and points that would show the picture from behind.
std::variant<PicturePlacement, Refusal> placePicture(const PictureControl &picture);

} // namespace domain
