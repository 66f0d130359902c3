// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <vector>

namespace geo
{

/// Which of many boxes hold a point or meet a box. Built once, packed: boxes that lie near each other stand together, eight to a
/// knot, eight knots to the next. It doesn't mind that one of them was put at the end of the world by mistake, as a raster over
/// everything would. Asking takes no memory.
class BoxTree
{
public:
    BoxTree() = default;
    /// An empty box is never found.
    explicit BoxTree(const std::vector<domain::GeoBox> &boxes);

    /// Calls `found(int)` with the place of each box that holds the point.
    template <typename Found> void visitAt(const domain::GeoPoint &point, Found found) const
    {
        visit([&point](const domain::GeoBox &box) { return box.holds(point); }, found);
    }
    /// The same for each that meets the box; touching counts.
    template <typename Found> void visitMeeting(const domain::GeoBox &with, Found found) const
    {
        visit([&with](const domain::GeoBox &box) { return box.meets(with); }, found);
    }

private:
    static constexpr std::size_t width = 8;
    using Level = std::vector<domain::GeoBox>;

    template <typename Test, typename Found> void visit(Test test, Found &found) const
    {
        if (!m_levels.empty())
            visitRange(m_levels.size() - 1, 0, m_levels.back().size(), test, found);
    }
    template <typename Test, typename Found>
    void visitRange(
        std::size_t level, std::size_t from, std::size_t to, Test &test, Found &found) const
    {
        for (std::size_t at = from; at < to; ++at) {
            if (!test(m_levels[level][at]))
                continue;
            if (level == 0)
                found(m_places[at]);
            else
                visitRange(level - 1, at * width,
                    std::min((at + 1) * width, m_levels[level - 1].size()), test, found);
        }
    }

    std::vector<int> m_places; // of the boxes of the lowest level in the list that was given
    std::vector<Level> m_levels; // the boxes themselves first, the last has one knot
};

} // namespace geo
