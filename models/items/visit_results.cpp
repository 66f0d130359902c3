// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/visit_results.h"

#include <QMap>

#include <numeric>

namespace items
{

namespace
{

/// Who was visited belongs to the round, even where it no longer takes them.
void take(const RoundLine &line, RoundFigures &figures)
{
    ++figures.taken;
    switch (line.state) {
    case RoundLine::Open:
        ++figures.left;
        break;
    case RoundLine::Unreached:
        ++figures.unreached;
        break;
    case RoundLine::Reached:
        ++figures.reached;
        break;
    }
    for (qsizetype at = 0; at < std::min(line.scores.size(), figures.answers.size()); ++at) {
        if (const int score = line.scores.at(at); score >= 1 && score <= 5)
            ++figures.answers[at].given[size_t(score - 1)];
    }
}

} // namespace

int Answers::all() const
{
    return std::accumulate(given.begin(), given.end(), 0);
}

double Answers::mean() const
{
    int sum = 0;
    for (size_t at = 0; at < given.size(); ++at)
        sum += given[at] * int(at + 1);
    return all() ? double(sum) / all() : 0;
}

int Answers::favourable() const
{
    return given[3] + given[4];
}

RoundResults resultsOf(const RoundView &view)
{
    RoundFigures none;
    none.answers.resize(view.plan.questions.size());
    RoundResults results{none, {}};
    QMap<std::pair<bool, QString>, RoundFigures> grids;
    for (const RoundLine &line : view.lines) {
        take(line, results.all);
        const std::pair key(line.grid.isEmpty(), line.grid);
        if (!grids.contains(key))
            grids.insert(key, none);
        take(line, grids[key]);
    }
    for (auto at = grids.cbegin(); at != grids.cend(); ++at)
        results.grids.append({at.key().second, at.value()});
    return results;
}

} // namespace items
