// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/simplify.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace ui::map
{

namespace
{

double triangle(QPointF a, QPointF b, QPointF c)
{
    return std::abs((b.x() - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (b.y() - a.y())) / 2;
}

struct Candidate {
    double area;
    int corner;
    bool operator>(const Candidate &other) const
    {
        return area != other.area ? area > other.area : corner > other.corner;
    }
};

/// The corners that are still there, each with its neighbours.
class Chain
{
public:
    explicit Chain(std::span<const QPointF> line)
        : m_line(line)
        , m_before(line.size())
        , m_after(line.size())
        , m_area(line.size(), 0)
    {
        for (int i = 0; i < int(line.size()); ++i) {
            m_before[size_t(i)] = i - 1;
            m_after[size_t(i)] = i + 1;
        }
    }

    Candidate reckon(int corner)
    {
        const auto at = size_t(corner);
        m_area[at] =
            triangle(m_line[size_t(m_before[at])], m_line[at], m_line[size_t(m_after[at])]);
        return {m_area[at], corner};
    }

    bool isInner(int corner) const { return corner > 0 && corner + 1 < int(m_line.size()); }
    bool isCurrent(const Candidate &candidate) const
    {
        return m_area[size_t(candidate.corner)] == candidate.area;
    }

    std::pair<int, int> remove(int corner)
    {
        const int before = m_before[size_t(corner)];
        const int after = m_after[size_t(corner)];
        m_after[size_t(before)] = after;
        m_before[size_t(after)] = before;
        m_area[size_t(corner)] = -1;
        return {before, after};
    }

private:
    std::span<const QPointF> m_line;
    std::vector<int> m_before;
    std::vector<int> m_after;
    std::vector<double> m_area;
};

} // namespace

std::vector<float> cornerAreas(std::span<const QPointF> line)
{
    std::vector<float> matters(line.size(), always);
    Chain chain(line);
    std::vector<Candidate> first;
    for (int i = 1; i + 1 < int(line.size()); ++i)
        first.push_back(chain.reckon(i));
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue(
        std::greater<>(), std::move(first));
    double reached = 0;
    while (!queue.empty()) {
        const Candidate least = queue.top();
        queue.pop();
        if (!chain.isCurrent(least))
            continue;
        // A corner that goes later matters at least as much as those before it.
        reached = std::max(reached, least.area);
        matters[size_t(least.corner)] = float(reached);
        const auto [before, after] = chain.remove(least.corner);
        for (int neighbour : {before, after}) {
            if (chain.isInner(neighbour))
                queue.push(chain.reckon(neighbour));
        }
    }
    return matters;
}

} // namespace ui::map
