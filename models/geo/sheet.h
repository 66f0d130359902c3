// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/edits.h"

namespace geo
{

/// The areas that an edit works on, with the neighbours that are near enough to have a border in common. It keeps what all edits owe:
/// faulty areas are refused, the same border gets the same corners on both sides, and nothing comes out that isn't valid.
class Sheet
{
public:
    using Cut = std::variant<Shapes, domain::Refusal>;
    using Deed = std::function<Cut(const Sheet &)>;

    Sheet(Shapes mine, const Shapes &neighbours);

    const Shapes &mine() const { return m_mine; }
    Shapes neighbours() const { return m_neighbours.values(); }

    /// Does the deed again until it puts no corner on a border that the border doesn't have on both sides.
    Outcome carryOut(const Deed &deed);
    /// What came out of a deed that is done once, with its corners sewn into the neighbours.
    Outcome finish(const Shapes &results);

private:
    bool sew(const QVector<domain::GeoPoint> &corners);
    std::optional<domain::Refusal> refusalOf(const Shapes &results) const;

    Shapes m_mine;
    QMap<int, domain::Shape> m_neighbours; // those near, by their place
    const Shapes m_given; // all of them, as they were
};

/// "Repair it first", with the fault.
std::optional<domain::Refusal> refusalOfFaulty(const Shapes &shapes);

} // namespace geo
