// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/visit_round.h"

#include <array>

namespace items
{

/// The answers to one question: how many said 1, 2 … 5.
struct Answers {
    std::array<int, 5> given{};

    int all() const;
    double mean() const; ///< 0 where nobody answered
    int favourable() const; ///< who said 4 or 5
};

/// What came of a round somewhere: whom it takes or took, who was reached, who wasn't, who is left, and what they said.
struct RoundFigures {
    int taken = 0;
    int reached = 0;
    int unreached = 0;
    int left = 0; ///< not tried yet
    QVector<Answers> answers; ///< one for each question
};

struct RoundResults {
    RoundFigures all;
    QVector<std::pair<QString, RoundFigures>>
        grids; ///< by their codes; last those who live in none
};

/// The same on every desk that holds the same, whoever is erased or merged later.
RoundResults resultsOf(const RoundView &view);

} // namespace items
