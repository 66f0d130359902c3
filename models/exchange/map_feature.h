// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"
#include "exchange/map_plugin.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace exchange
{

// Why a feature of a map can't be taken as it is, and where.
struct FeatureFault {
    enum Kind : quint8 {
        NoGeometry,
        Damaged, // the library can't read it
        NotAnArea, // points or lines where an area is wanted, or a mixture
        NotClosed, // an open line in a drawing, whose closed ones are areas
        TooFewCorners, // after rounding to the centimetre
        TooManyCorners,
        TooDeep, // collections in collections
        NotFinite,
        OutOfRange, // no place on earth
    };

    Kind kind = NoGeometry;
    std::optional<domain::GeoPoint> place;
    QString words; // a sentence
};

// One thing of a map with its attributes. Corners are those of the file, rounded to the record's ten-millionths of a degree, without
// those that this makes equal to the one before; whether its rings cross is for geo to say.
struct MapFeature {
    qint64 number = 0; // as the file counts or calls it
    qint64 ordinal = 0; // from 1, in the file's order
    QStringList texts; // one for each column
    domain::Shape shape; // with a fault it holds what there is to show
    QVector<domain::GeoPoint> points;
    QVector<QVector<domain::GeoPoint>> lines;
    std::optional<FeatureFault> fault;
};

// Degrees to a place on earth; a map with an offset (GCJ-02) is set right here.
using PlaceOf = std::function<std::optional<domain::GeoPoint>(double lon, double lat)>;

// Fills in shape, points, lines and fault. Closed lines count as areas in drawings, which know no other.
void takeGeometry(
    MapFeature &feature, const RawFeature &raw, const PlaceOf &placeOf, bool closedLinesAreAreas);

// Why it can't be the area of a grid: its own fault, or that it is no area at all.
std::optional<FeatureFault> faultAsArea(const MapFeature &feature, MapFormat format);

} // namespace exchange
