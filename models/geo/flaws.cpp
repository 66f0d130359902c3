// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/flaws.h"

#include "geo/flaw_search.h"

#include <algorithm>

namespace geo
{

std::optional<QVector<Flaw>> findFlaws(const QVector<domain::GridArea> &areas, const Step &step)
{
    const Coverage coverage(areas);
    QVector<Flaw> flaws;
    const auto goesOn = [&step](int permille) { return !step || step(permille); };
    const auto within = [&goesOn](int from, int to) {
        return [=](int permille) { return goesOn(from + (to - from) * permille / 1000); };
    };
    constexpr int overlapsFrom = 100, gapsFrom = 500, all = 1000;
    if (!goesOn(overlapsFrom) || !findOverlaps(coverage, flaws, within(overlapsFrom, gapsFrom))
        || !findGaps(coverage, flaws, within(gapsFrom, all)))
        return {};
    std::ranges::stable_sort(flaws, std::greater(), &Flaw::area_m2);
    return flaws;
}

} // namespace geo
