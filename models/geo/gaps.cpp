// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/flaw_search.h"
#include "geo/outline.h"
#include "geo/scale.h"

#include <algorithm>

namespace geo
{

namespace
{

constexpr double mitre = 8; // corners down to 15° come out of a closing as they went in
constexpr double reach = 1.5; // of the raster, beside which a rounded corner may lie

QVector<int> neighboursOf(const Coverage &coverage, const GEOSGeometry *gap)
{
    domain::GeoBox box = shapeOf(gap).box();
    box.add(
        {{box.least.lon_e7 - 2, box.least.lat_e7 - 2}, {box.most.lon_e7 + 2, box.most.lat_e7 + 2}});
    QVector<int> neighbours;
    coverage.tree().visitMeeting(box, [&](int area) {
        if (GEOSDistanceWithin_r(geos(), coverage.geometry(area), gap, reach) == 1)
            neighbours << area;
    });
    std::ranges::sort(neighbours);
    return neighbours;
}

Geometry grown(const GEOSGeometry *geometry, double by)
{
    return Geometry(geometry ? GEOSBufferWithStyle_r(
                        geos(), geometry, by, 1, GEOSBUF_CAP_FLAT, GEOSBUF_JOIN_MITRE, mitre)
                             : nullptr);
}

// What is filled when the ground grows by half of a lane's width on all sides and shrinks again: lanes, and nothing of open
// country. What they enclose then, as a yard with a way in that nobody sees, is filled with them.
Geometry lanesOf(const GEOSGeometry *ground, const domain::GeoBox &box)
{
    const Scale scale = Scale::at(box);
    const double half = lane_m / 2 / scale.lat_m;
    const Geometry plane = squeezed(ground, scale.squeeze());
    const Geometry wider = grown(plane.get(), half);
    const Geometry closed = grown(wider.get(), -half);
    const Geometry back = squeezed(closed.get(), 1 / scale.squeeze());
    return without(withoutHoles(onRaster(back.get()).get()).get(), ground);
}

void addLanes(const Coverage &coverage, const GEOSGeometry *ground, QVector<Flaw> &flaws)
{
    constexpr double least_m2 = 1;
    const Geometry lanes = lanesOf(ground, shapeOf(ground).box());
    forEachSimple(lanes.get(), [&](const GEOSGeometry *lane) {
        const QVector<int> neighbours = neighboursOf(coverage, lane);
        QVector<Flaw> found;
        if (neighbours.size() > 1)
            addFlaw(found, Flaw::Gap, neighbours, shapeOf(lane));
        // A bend of the outer border is cut off by a trace now and then; a lane is longer than wide.
        for (const Flaw &flaw : std::as_const(found)) {
            if (flaw.area_m2 >= least_m2)
                flaws.append(flaw);
        }
    });
}

} // namespace

bool findGaps(const Coverage &coverage, QVector<Flaw> &flaws, const Step &step)
{
    constexpr int outlined = 300, enclosed = 700, all = 1000;
    std::vector<Geometry> faces = facesOf(outlineOf(coverage));
    if (!step(outlined))
        return false;
    std::vector<Geometry> ground;
    for (Geometry &face : faces) {
        const auto place = pointWithin(face.get());
        if (flaws.size() < mostFlaws && place && coverage.index().find(*place).isEmpty())
            addFlaw(flaws, Flaw::Gap, neighboursOf(coverage, face.get()), shapeOf(face.get()));
        ground.push_back(std::move(face));
    }
    if (!step(enclosed))
        return false;
    const Geometry whole = joinedFaces(std::move(ground));
    addLanes(coverage, whole.get(), flaws);
    return step(all);
}

} // namespace geo
