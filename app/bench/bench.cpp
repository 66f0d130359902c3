// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <algorithm>

namespace bench
{

namespace
{

constexpr qint64 million = 1'000'000;

constexpr BenchSpec benches[] = {
    {"save", million, 1000, benchSave},
    {"import", 100'000, 3, benchImport},
    {"list", million, 200, benchList},
    {"search", million, 200, benchSearch},
    {"start", million, 15, benchStart},
    {"memory", million, 1, benchMemory},
    {"report", million, 10, benchReport},
    {"people", 100'000, 200, benchPeople},
    {"sync-merge", 10'000, 1, benchMerge},
    {"sync-join", 100'000, 1, benchJoin},
    {"sync-live", 1'000, 500, benchLive},
    {"grids", 10'000, 10, benchGrids},
};

} // namespace

std::span<const BenchSpec> allBenches()
{
    return benches;
}

const BenchSpec *findBench(QStringView name)
{
    const auto at = std::ranges::find_if(
        benches, [name](const BenchSpec &spec) { return name == QLatin1StringView(spec.name); });
    return at == std::end(benches) ? nullptr : at;
}

} // namespace bench
