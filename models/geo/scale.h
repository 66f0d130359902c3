// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

namespace geo
{

/// How many metres a ten-millionth of a degree is at a latitude, on the ellipsoid of WGS 84. What lies within some kilometres may be
/// reckoned as on a plane with it: 5 km further north a degree of longitude is 0.1 % shorter at 50°.
struct Scale {
    double lon_m = 0; ///< 0 at the poles
    double lat_m = 0;

    static Scale at(double lat);
    static Scale at(const domain::GeoBox &box);

    /// What a longitude is to be multiplied with for a plane whose unit is as long both ways. Never quite 0.
    double squeeze() const;
    /// From one place to another near by.
    double distance_m(const domain::GeoPoint &from, const domain::GeoPoint &to) const;
    /// From the point to the nearest place of the straight piece of border.
    double distance_m(const domain::GeoPoint &point, const domain::GeoPoint &from,
        const domain::GeoPoint &to) const;
    /// The box with so many metres more on each side, as far as earth goes.
    domain::GeoBox grown(const domain::GeoBox &box, double metres) const;
};

/// Where on the straight piece of border the point's foot is: 0 at `from`, 1 at `to`, never beyond.
double footOn(const domain::GeoPoint &from, const domain::GeoPoint &to,
    const domain::GeoPoint &point, const Scale &scale);

} // namespace geo
