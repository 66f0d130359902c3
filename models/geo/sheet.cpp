// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sheet.h"

#include "geo/edge.h"
#include "geo/fault.h"
#include "geo/geos.h"
#include "geo/seam.h"
#include "geo/words.h"

#include <algorithm>

namespace geo
{

using domain::GeoBox;
using domain::GeoPoint;
using domain::Refusal;
using domain::Shape;

namespace
{

constexpr int mostRounds = 5;
constexpr qint64 near = 50'000; // in ten-millionths of a degree: some 400 m, more than any snapping
constexpr qint64 most = 2'000'000'000; // beyond earth

GeoBox boxOf(const Shapes &shapes)
{
    GeoBox box;
    for (const Shape &shape : shapes)
        box.add(shape.box());
    const auto moved = [](const GeoPoint &corner, qint64 by) {
        const auto within = [](qint64 value) { return qint32(std::clamp(value, -most, most)); };
        return GeoPoint{within(corner.lon_e7 + by), within(corner.lat_e7 + by)};
    };
    return box.isEmpty() ? box : GeoBox{moved(box.least, -near), moved(box.most, near)};
}

QVector<GeoPoint> cornersOf(const Shapes &shapes)
{
    // Of nothing everything is new.
    return newCorners({}, shapes);
}

bool isTooSmall(const Shape &shape)
{
    const auto fault = findFault(shape);
    return fault && fault->kind == Fault::Tiny;
}

} // namespace

std::optional<Refusal> refusalOfFaulty(const Shapes &shapes)
{
    for (const Shape &shape : shapes) {
        if (shape.isEmpty())
            return Refusal{
                .what = Words::tr("The grid has no area."), .advice = Words::tr("Draw one first.")};
        if (const auto fault = findFault(shape))
            return Refusal{.what = fault->words(), .advice = Words::tr("Repair the area first.")};
    }
    return {};
}

Sheet::Sheet(Shapes mine, const Shapes &neighbours)
    : m_mine(std::move(mine))
    , m_given(neighbours)
{
    const GeoBox box = boxOf(m_mine);
    for (int at = 0; at < m_given.size(); ++at) {
        if (m_given[at].box().meets(box))
            m_neighbours.insert(at, m_given[at]);
    }
}

bool Sheet::sew(const QVector<GeoPoint> &corners)
{
    const Seam seam(corners);
    bool isChanged = false;
    const auto sewInto = [&](Shape &shape) {
        const Shape sewn = seam.sewn(shape);
        isChanged |= sewn != shape;
        shape = sewn;
    };
    for (Shape &shape : m_mine)
        sewInto(shape);
    for (Shape &shape : m_neighbours)
        sewInto(shape);
    return isChanged;
}

Outcome Sheet::carryOut(const Deed &deed)
{
    const Deadline deadline(patience);
    if (const auto refusal = refusalOfFaulty(m_mine))
        return *refusal;
    sew(cornersOf(m_mine));
    // A neighbour's corner that stands on a border of mine without being a corner of mine.
    const Seam theirs(cornersOf(neighbours()));
    for (Shape &shape : m_mine)
        shape = theirs.sewn(shape);

    Shapes results;
    for (int round = 0; round < mostRounds; ++round) {
        const Cut cut = deed(*this);
        if (const auto *refusal = std::get_if<Refusal>(&cut))
            return *refusal;
        results = std::get<Shapes>(cut);
        if (!sew(newCorners(m_mine + neighbours(), results)))
            break;
    }
    return finish(results);
}

Outcome Sheet::finish(const Shapes &results)
{
    const QVector<GeoPoint> corners = newCorners(neighbours(), results);
    sew(corners);
    Edited edited;
    for (const Shape &shape : results)
        edited.shapes.append(Seam(corners).sewn(shape));
    if (const auto refusal = refusalOf(edited.shapes))
        return *refusal;
    for (auto at = m_neighbours.cbegin(); at != m_neighbours.cend(); ++at) {
        if (at.value() != m_given[at.key()])
            edited.neighbours.insert(at.key(), at.value());
    }
    return edited;
}

std::optional<Refusal> Sheet::refusalOf(const Shapes &results) const
{
    const auto tooClose = [](const GeoPoint &place) {
        return Refusal{.what = Words::tr("The new border comes too close to another one at %1.")
                                   .arg(domain::placeText(place)),
            .advice = Words::tr("Draw it a little further away.")};
    };
    if (results.isEmpty())
        return Refusal{.what = Words::tr("These borders can't be reckoned with."),
            .advice = Words::tr("Repair the areas, then try again.")};
    for (const Shape &shape : results) {
        if (shape.isEmpty() || isTooSmall(shape))
            return Refusal{.what = Words::tr("Nothing of the area would be left."),
                .advice = Words::tr("Give it up instead, if that is meant.")};
        if (const auto fault = findFault(shape))
            return tooClose(fault->place);
    }
    for (auto at = m_neighbours.cbegin(); at != m_neighbours.cend(); ++at) {
        const Shape &given = m_given[at.key()];
        if (at.value() == given)
            continue;
        if (const auto fault = findFault(at.value()); fault && !findFault(given))
            return tooClose(fault->place);
    }
    return {};
}

} // namespace geo
