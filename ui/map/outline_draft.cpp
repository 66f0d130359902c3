// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/outline_draft.h"

namespace ui::map
{

using domain::GeoPoint;
using domain::Ring;

namespace
{

constexpr int leastOfArea = 3;
constexpr int leastOfLine = 2;
constexpr int mostSteps = 200; // that can be taken back

} // namespace

OutlineDraft::OutlineDraft(Kind kind)
    : m_kind(kind)
    , m_rings{{}}
{
}

OutlineDraft::OutlineDraft(const domain::Shape &existing)
    : m_kind(Kind::Existing)
{
    for (const domain::Polygon &part : existing.parts) {
        m_rings << part.outer << part.holes;
        m_holes << int(part.holes.size());
    }
}

bool OutlineDraft::isEnough() const
{
    if (m_rings.isEmpty())
        return false;
    return m_rings.constFirst().size() >= (m_kind == Kind::Line ? leastOfLine : leastOfArea);
}

domain::Shape OutlineDraft::shape() const
{
    if (m_kind != Kind::Existing)
        return {{{m_rings.constFirst(), {}}}};
    domain::Shape made;
    qsizetype ring = 0;
    for (int holes : m_holes) {
        made.parts.append({m_rings.at(ring), m_rings.sliced(ring + 1, holes)});
        ring += 1 + holes;
    }
    return made;
}

void OutlineDraft::beginStep()
{
    m_before.append(m_rings);
    if (m_before.size() > mostSteps)
        m_before.removeFirst();
    m_after.clear();
}

bool OutlineDraft::undo()
{
    if (m_before.isEmpty())
        return false;
    m_after.append(m_rings);
    m_rings = m_before.takeLast();
    return true;
}

bool OutlineDraft::redo()
{
    if (m_after.isEmpty())
        return false;
    m_before.append(m_rings);
    m_rings = m_after.takeLast();
    return true;
}

bool OutlineDraft::append(const GeoPoint &place)
{
    const Ring &ring = m_rings.constFirst();
    if (ring.size() >= domain::mostCorners || (!ring.isEmpty() && ring.constLast() == place))
        return false;
    beginStep();
    m_rings.first().append(place);
    return true;
}

bool OutlineDraft::takeBack()
{
    if (m_rings.constFirst().isEmpty())
        return false;
    beginStep();
    m_rings.first().removeLast();
    return true;
}

void OutlineDraft::move(Place place, const GeoPoint &to)
{
    m_rings[place.ring][place.corner] = to;
}

OutlineDraft::Place OutlineDraft::insertAfter(Place place, const GeoPoint &corner)
{
    m_rings[place.ring].insert(place.corner + 1, corner);
    return {place.ring, place.corner + 1};
}

bool OutlineDraft::remove(Place place)
{
    if (m_rings.at(place.ring).size() <= leastOfArea)
        return false;
    beginStep();
    m_rings[place.ring].removeAt(place.corner);
    return true;
}

std::optional<OutlineDraft::Place> OutlineDraft::next(
    std::optional<Place> place, bool forwards) const
{
    QVector<Place> all;
    for (int ring = 0; ring < m_rings.size(); ++ring) {
        for (int corner = 0; corner < m_rings.at(ring).size(); ++corner)
            all.append({ring, corner});
    }
    if (all.isEmpty())
        return {};
    const qsizetype here = place ? all.indexOf(*place) : (forwards ? -1 : 0);
    return all.at((here + (forwards ? 1 : -1) + all.size()) % all.size());
}

} // namespace ui::map
