// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/fault.h"

#include "geo/crossings.h"
#include "geo/geos.h"
#include "geo/measures.h"
#include "geo/words.h"

#include <algorithm>
#include <cstring>

namespace geo
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

constexpr double tiny_m2 = 1;

// What GEOS says of a polygon, as it says it.
struct Reason {
    const char *text;
    Fault::Kind kind;
};
constexpr Reason reasons[]{
    {"Ring Self-intersection", Fault::TouchesItself},
    {"Self-intersection", Fault::CrossesItself},
    {"Hole lies outside shell", Fault::HoleOutside},
    {"Holes are nested", Fault::HolesMeet},
    {"Nested shells", Fault::PartsOverlap},
    {"Duplicate Rings", Fault::PartsOverlap},
    {"Interior is disconnected", Fault::CutApart},
    {"Too few points in geometry component", Fault::TooFewCorners},
};

Fault::Kind kindOf(const char *text)
{
    for (const Reason &reason : reasons) {
        if (std::strncmp(text, reason.text, std::strlen(reason.text)) == 0)
            return reason.kind;
    }
    return Fault::CrossesItself;
}

bool isOnEarth(const GeoPoint &point)
{
    return GeoPoint::fromDegrees(point.lon(), point.lat()).has_value();
}

bool enclosesNothing(const Ring &ring)
{
    if (ring.size() < 3)
        return true;
    const auto isNew = [&ring](const GeoPoint &corner) { return corner != ring.front(); };
    const auto second = std::ranges::find_if(ring, isNew);
    return std::none_of(second, ring.end(),
        [&](const GeoPoint &corner) { return isNew(corner) && corner != *second; });
}

GeoPoint firstOf(const Ring &ring)
{
    return ring.isEmpty() ? GeoPoint() : ring.front();
}

std::optional<Fault> faultOf(const Ring &ring)
{
    if (enclosesNothing(ring))
        return Fault{Fault::TooFewCorners, firstOf(ring)};
    const auto strange = std::ranges::find_if_not(ring, isOnEarth);
    return strange == ring.end() ? std::nullopt : std::optional(Fault{Fault::OffEarth, *strange});
}

std::optional<Fault> faultOf(const Polygon &part)
{
    if (auto fault = faultOf(part.outer))
        return fault;
    for (const Ring &hole : part.holes) {
        if (auto fault = faultOf(hole))
            return fault;
    }
    return {};
}

// Of what has rings that can be rings.
std::optional<Fault> faultOf(const GEOSGeometry *geometry)
{
    char *text = nullptr;
    GEOSGeometry *at = nullptr;
    const int valid = GEOSisValidDetail_r(geos(), geometry, 0, &text, &at);
    const Geometry place(at);
    const Fault fault{text ? kindOf(text) : Fault::TooTangled, pointOf(place.get())};
    GEOSFree_r(geos(), text);
    return valid == 1 ? std::nullopt : std::optional(fault);
}

// Own reckoning first: GEOS names what it meets first, which may be a harmless touch, and is slow where everything crosses.
std::optional<Fault> faultWithin(const Polygon &part)
{
    const QVector<GeoPoint> places = crossings(Shape{{part}}, 1);
    if (!places.isEmpty())
        return Fault{Fault::CrossesItself, places.front()};
    const Geometry geometry = geometryOf(part);
    auto fault = faultOf(geometry.get());
    if (fault && fault->kind == Fault::TooTangled)
        fault->place = firstOf(part.outer);
    return fault;
}

std::optional<Fault> faultBetweenRings(const Shape &shape)
{
    for (const Polygon &part : shape.parts) {
        if (auto fault = faultWithin(part))
            return fault;
    }
    if (shape.parts.size() < 2)
        return {};
    // Each is right by itself, so whatever is wrong is between two of them.
    const Geometry geometry = geometryOf(shape);
    const auto fault = faultOf(geometry.get());
    if (!fault)
        return {};
    if (fault->kind == Fault::TooTangled)
        return Fault{Fault::TooTangled, firstOf(shape.parts.front().outer)};
    return Fault{Fault::PartsOverlap, fault->place};
}

QString sentenceOf(Fault::Kind kind)
{
    switch (kind) {
    case Fault::TooLarge:
        return Words::tr("The area has more corners or parts than any grid (%1).");
    case Fault::OffEarth:
        return Words::tr("A corner lies nowhere on earth (%1).");
    case Fault::TooFewCorners:
        return Words::tr("A ring at %1 encloses nothing.");
    case Fault::CrossesItself:
        return Words::tr("The border crosses itself at %1.");
    case Fault::TouchesItself:
        return Words::tr("The border runs through the same place twice at %1.");
    case Fault::HoleOutside:
        return Words::tr("A hole lies outside of its area at %1.");
    case Fault::HolesMeet:
        return Words::tr("Two holes lie over each other at %1.");
    case Fault::PartsOverlap:
        return Words::tr("Two parts of the area overlap at %1.");
    case Fault::CutApart:
        return Words::tr("Holes that touch cut the area in two at %1.");
    case Fault::TooTangled:
        return Words::tr("The borders at %1 are too tangled to be checked.");
    case Fault::Tiny:
        break;
    }
    return Words::tr("The area at %1 is smaller than a square metre.");
}

} // namespace

QString Fault::words() const
{
    return sentenceOf(kind).arg(domain::placeText(place));
}

std::optional<Fault> findFault(const Shape &shape)
{
    if (shape.isEmpty())
        return {};
    const Deadline deadline(patience);
    for (const Polygon &part : shape.parts) {
        if (auto fault = faultOf(part))
            return fault;
    }
    if (!domain::isWellFormed(shape))
        return Fault{Fault::TooLarge, firstOf(shape.parts.front().outer)};
    if (auto fault = faultBetweenRings(shape))
        return fault;
    if (area_m2(shape) < tiny_m2)
        return Fault{Fault::Tiny, firstOf(shape.parts.front().outer)};
    return {};
}

} // namespace geo
