// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pareto.h"

#include "reports/figures.h"

#include <algorithm>

namespace reports
{

Pareto paretoOf(const QVector<Group> &groups)
{
    Pareto pareto;
    for (const Group &group : groups) {
        const qint64 count = group.tally[Measure::Received];
        if (group.code.isEmpty())
            pareto.unknown += count;
        else if (count > 0)
            pareto.lines.append({group.code, group.label, count});
    }
    std::ranges::sort(pareto.lines, [](const Pareto::Line &one, const Pareto::Line &other) {
        return one.count != other.count ? one.count > other.count : one.code < other.code;
    });
    for (Pareto::Line &line : pareto.lines) {
        pareto.known += line.count;
        line.sum = pareto.known;
    }
    const auto reached = std::ranges::find_if(pareto.lines,
        [&](const Pareto::Line &line) { return pareto.shareUpTo(line) >= Pareto::level; });
    if (reached != pareto.lines.end())
        pareto.vital = reached - pareto.lines.begin() + 1;
    return pareto;
}

} // namespace reports
