// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/flaw_search.h"
#include "geo/meeting.h"

#include <set>

namespace geo
{

namespace
{

using Pair = std::pair<int, int>; // of areas, the lesser place first

// Pairs of areas whose parts have, or may have, ground in common.
class Suspects
{
public:
    explicit Suspects(const Coverage &coverage)
    {
        std::vector<domain::GeoBox> boxes;
        for (int area = 0; area < coverage.size(); ++area) {
            for (const domain::Polygon &part : coverage.shape(area).parts) {
                m_parts.emplace_back(part);
                m_areas.push_back(area);
                boxes.push_back(m_parts.back().box());
            }
        }
        m_tree = BoxTree(boxes);
    }

    std::size_t size() const { return m_parts.size(); }
    void addOf(std::size_t part, std::set<Pair> &pairs) const
    {
        m_tree.visitMeeting(m_parts[part].box(), [&](int found) {
            const auto other = std::size_t(found);
            const Pair pair = std::minmax(m_areas[part], m_areas[other]);
            if (other > part && pair.first != pair.second && !pairs.contains(pair)
                && meetingOf(m_parts[part], m_parts[other]) != Meeting::Apart)
                pairs.insert(pair);
        });
    }

private:
    std::vector<EdgeBands> m_parts;
    std::vector<int> m_areas;
    BoxTree m_tree;
};

} // namespace

bool findOverlaps(const Coverage &coverage, QVector<Flaw> &flaws, const Step &step)
{
    constexpr std::size_t askEvery = 64;
    constexpr int half = 500, all = 1000;
    const Suspects suspects(coverage);
    std::set<Pair> pairs;
    for (std::size_t part = 0; part < suspects.size(); ++part) {
        if (part % askEvery == 0 && !step(int(half * part / suspects.size())))
            return false;
        if (pairs.size() < std::size_t(mostFlaws))
            suspects.addOf(part, pairs);
    }
    std::size_t done = 0;
    for (const auto &[one, other] : pairs) {
        if (!step(half + int((all - half) * done++ / pairs.size())))
            return false;
        const Geometry both = common(coverage.geometry(one), coverage.geometry(other));
        if (flaws.size() < mostFlaws)
            addFlaw(flaws, Flaw::Overlap, {one, other}, shapeOf(both.get()));
    }
    return true;
}

} // namespace geo
