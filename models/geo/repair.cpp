// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/repair.h"

#include "geo/crossings.h"
#include "geo/fault.h"
#include "geo/geos.h"
#include "geo/measures.h"
#include "geo/words.h"

#include <cmath>

namespace geo
{

using domain::Polygon;
using domain::Ring;
using domain::Shape;

namespace
{

constexpr double noticed_m2 = 0.5;
constexpr int mostRounds = 4;

struct Params {
    explicit Params(GEOSMakeValidMethods method)
        : made(GEOSMakeValidParams_create_r(geos()))
    {
        GEOSMakeValidParams_setMethod_r(geos(), made, method);
        GEOSMakeValidParams_setKeepCollapsed_r(geos(), made, 0);
    }
    ~Params() { GEOSMakeValidParams_destroy_r(geos(), made); }
    Params(const Params &) = delete;
    Params &operator=(const Params &) = delete;

    GEOSMakeValidParams *made;
};

Geometry valid(const GEOSGeometry *geometry, GEOSMakeValidMethods method)
{
    const Params params(method);
    return Geometry(geometry ? GEOSMakeValidWithParams_r(geos(), geometry, params.made) : nullptr);
}

bool isRing(const Ring &ring)
{
    return ring.size() >= 3;
}

// Without rings that GEOS couldn't take at all; a hole of an outer ring that is none goes with it.
Shape withoutStumps(const Shape &shape, int &stumps)
{
    Shape whole;
    for (const Polygon &part : shape.parts) {
        if (!isRing(part.outer)) {
            stumps += 1 + int(part.holes.size());
            continue;
        }
        Polygon kept{part.outer, {}};
        std::ranges::copy_if(part.holes, std::back_inserter(kept.holes), isRing);
        stumps += int(part.holes.size() - kept.holes.size());
        whole.parts.append(kept);
    }
    return whole;
}

// What lies within an odd number of a part's rings, of all parts together: what GridIndex answers and the map paints.
double shown_m2(const Shape &shape)
{
    std::vector<Geometry> parts;
    for (const Polygon &part : shape.parts) {
        const Geometry geometry = geometryOf(part);
        Geometry made = valid(geometry.get(), GEOS_MAKE_VALID_LINEWORK);
        if (!made)
            return 0;
        parts.push_back(onRaster(made.get()));
    }
    return area_m2(shapeOf(joined(std::move(parts)).get()));
}

// The places of crossings are rounded to the raster, where the new corners may touch again: seldom, and then once more.
Shape madeValid(const Shape &shape)
{
    Shape made = shape;
    for (int round = 0; round < mostRounds; ++round) {
        const Geometry geometry = geometryOf(made);
        const Geometry right = valid(geometry.get(), GEOS_MAKE_VALID_STRUCTURE);
        made = shapeOf(onRaster(right.get()).get());
        if (made.isEmpty() || isValid(geometryOf(made).get()))
            return made;
    }
    return {};
}

QStringList changesOf(const Fault &fault, const Repair &repair, int stumps, qsizetype partsBefore)
{
    QStringList changes;
    if (repair.shape.isEmpty() && Deadline::isOver())
        return {Fault{Fault::TooTangled, fault.place}.words()};
    if (repair.shape.isEmpty())
        return {Words::tr("Nothing of the area is left: no ring encloses any ground.")};
    if (fault.kind == Fault::CrossesItself && !repair.places.isEmpty())
        changes << Words::tr("The border was parted at %n place(s) where it crossed itself.",
            nullptr, int(repair.places.size()));
    else
        changes << Words::tr("Put right: %1").arg(fault.words());
    if (stumps > 0)
        changes << Words::tr("%n ring(s) that enclose nothing were left out.", nullptr, stumps);
    if (repair.shape.parts.size() != partsBefore)
        changes << Words::tr("The area has %1 parts now; it had %2.")
                       .arg(repair.shape.parts.size())
                       .arg(partsBefore);
    const double more = repair.after_m2 - repair.before_m2;
    if (more > noticed_m2)
        changes << Words::tr("What the border goes around twice belongs to it now: %1 more.")
                       .arg(domain::areaText(more));
    if (more < -noticed_m2)
        changes << Words::tr("The area is %1 smaller.").arg(domain::areaText(-more));
    return changes;
}

} // namespace

Repair repaired(const Shape &shape)
{
    const auto fault = findFault(shape);
    if (!fault || fault->kind == Fault::Tiny) {
        const double area = area_m2(shape);
        return {shape, area, area, {}, {}};
    }
    if (fault->kind == Fault::TooLarge || fault->kind == Fault::OffEarth
        || fault->kind == Fault::TooTangled)
        return {{}, 0, 0, {fault->place}, {fault->words()}};
    int stumps = 0;
    const Shape whole = withoutStumps(shape, stumps);
    Repair repair{{}, 0, 0, crossings(whole, mostCrossings), {}};
    if (repair.places.size() >= mostCrossings) {
        repair.changes << Words::tr(
            "The border crosses itself at %1 places or more: that is no border of a grid.")
                              .arg(mostCrossings);
        return repair;
    }
    const Deadline deadline(patience);
    repair.shape = madeValid(whole);
    repair.before_m2 = shown_m2(whole);
    repair.after_m2 = area_m2(repair.shape);
    if (repair.places.isEmpty())
        repair.places << fault->place;
    repair.changes = changesOf(*fault, repair, stumps, shape.parts.size());
    return repair;
}

} // namespace geo
