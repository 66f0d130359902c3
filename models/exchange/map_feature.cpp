// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_feature.h"

#include "exchange/words.h"

namespace exchange
{

using namespace domain;

namespace
{

QString asInFile(const QPointF &place)
{
    return QStringLiteral("%1, %2").arg(place.x(), 0, 'g', 12).arg(place.y(), 0, 'g', 12);
}

FeatureFault faultOf(const RawGeometry &geometry)
{
    switch (geometry.fault) {
    case RawGeometry::TooLarge:
        return {FeatureFault::TooManyCorners, {},
            Words::tr("It has more than %1 corners or %2 rings.").arg(mostCorners).arg(mostRings)};
    case RawGeometry::TooDeep:
        return {
            FeatureFault::TooDeep, {}, Words::tr("It is a collection of collections without end.")};
    case RawGeometry::NotFinite:
        return {FeatureFault::NotFinite, {},
            Words::tr("A corner is no number (%1).").arg(asInFile(geometry.at))};
    default:
        return {FeatureFault::OutOfRange, {},
            Words::tr("A corner is no place on earth (%1).").arg(asInFile(geometry.at))};
    }
}

class Taking
{
public:
    Taking(MapFeature &feature, const PlaceOf &placeOf)
        : m_feature(feature)
        , m_placeOf(placeOf)
    {
    }

    bool takePoints(const Places &places)
    {
        for (const QPointF &place : places) {
            const auto point = placed(place);
            if (!point)
                return false;
            m_feature.points.append(*point);
        }
        return true;
    }

    // Without corners that rounding made equal to the one before.
    bool takeLine(const Places &places, QVector<GeoPoint> &line)
    {
        for (const QPointF &place : places) {
            const auto point = placed(place);
            if (!point)
                return false;
            if (line.isEmpty() || line.last() != *point)
                line.append(*point);
        }
        return true;
    }

    bool takeRing(const Places &places, Ring &ring)
    {
        if (!takeLine(places, ring))
            return false;
        while (ring.size() > 1 && ring.first() == ring.last())
            ring.removeLast();
        if (ring.size() < 3) {
            const auto place = ring.isEmpty() ? std::nullopt : std::optional(ring.first());
            fail({FeatureFault::TooFewCorners, place,
                Words::tr("One of its rings has less than three corners.")});
        }
        return true;
    }

    bool takeArea(const QVector<Places> &rings)
    {
        Polygon polygon;
        for (qsizetype i = 0; i < rings.size(); ++i) {
            Ring ring;
            if (!takeRing(rings[i], ring))
                return false;
            if (i == 0)
                polygon.outer = std::move(ring);
            else
                polygon.holes.append(std::move(ring));
        }
        m_feature.shape.parts.append(std::move(polygon));
        return true;
    }

    void fail(FeatureFault fault)
    {
        if (!m_feature.fault)
            m_feature.fault = std::move(fault);
    }

private:
    std::optional<GeoPoint> placed(const QPointF &place)
    {
        const auto point = m_placeOf(place.x(), place.y());
        if (!point)
            fail({FeatureFault::OutOfRange, {},
                Words::tr("A corner is no place on earth (%1).").arg(asInFile(place))});
        return point;
    }

    MapFeature &m_feature;
    const PlaceOf &m_placeOf;
};

bool takeParts(
    Taking &taking, MapFeature &feature, const RawGeometry &geometry, bool closedAreAreas)
{
    for (const Places &points : geometry.points) {
        if (!taking.takePoints(points))
            return false;
    }
    for (const Places &places : geometry.lines) {
        QVector<GeoPoint> line;
        if (!taking.takeLine(places, line))
            return false;
        if (closedAreAreas && line.size() > 3 && line.first() == line.last()) {
            line.removeLast();
            feature.shape.parts.append(Polygon{line, {}});
        } else {
            feature.lines.append(line);
        }
    }
    return std::ranges::all_of(
        geometry.areas, [&](const auto &rings) { return taking.takeArea(rings); });
}

} // namespace

void takeGeometry(
    MapFeature &feature, const RawFeature &raw, const PlaceOf &placeOf, bool closedLinesAreAreas)
{
    Taking taking(feature, placeOf);
    const RawGeometry &geometry = raw.geometry;
    if (geometry.fault != RawGeometry::Sound)
        return taking.fail(faultOf(geometry));
    if (geometry.kind == RawGeometry::None && !raw.reason.isEmpty())
        return taking.fail({FeatureFault::Damaged, {},
            Words::tr("Its geometry can't be read (%1).").arg(raw.reason)});
    if (geometry.kind == RawGeometry::None)
        return taking.fail({FeatureFault::NoGeometry, {}, Words::tr("It has no geometry.")});
    if (!takeParts(taking, feature, geometry, closedLinesAreAreas))
        return;
    const qsizetype rest = feature.points.size() + feature.lines.size();
    if (!feature.shape.isEmpty() && rest > 0)
        taking.fail({FeatureFault::NotAnArea, feature.shape.box().least,
            Words::tr("It holds lines or points beside its area.")});
    if (!feature.fault && !feature.shape.isEmpty() && !isWellFormed(feature.shape))
        taking.fail(faultOf({RawGeometry::Areas, RawGeometry::TooLarge}));
}

std::optional<FeatureFault> faultAsArea(const MapFeature &feature, MapFormat format)
{
    if (feature.fault || !feature.shape.isEmpty())
        return feature.fault;
    if (feature.lines.isEmpty() && feature.points.isEmpty())
        return FeatureFault{FeatureFault::NotAnArea, {}, Words::tr("It is no area.")};
    if (feature.lines.isEmpty())
        return FeatureFault{FeatureFault::NotAnArea, feature.points.first(),
            Words::tr("It is a point and no area.")};
    const GeoPoint end = feature.lines.first().last();
    if (format == MapFormat::Dxf)
        return FeatureFault{FeatureFault::NotClosed, end, Words::tr("The line isn't closed.")};
    return FeatureFault{FeatureFault::NotAnArea, end, Words::tr("It is a line and no area.")};
}

} // namespace exchange
