// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/measures.h"

#include <array>
#include <bitset>
#include <optional>
#include <vector>

namespace reports
{

/// Which measures a ticket counts for, judged once however many groups it falls into.
using Marks = std::bitset<measureCount>;
Marks marksOf(const store::TicketFacts &ticket, qint64 at_ms);

/// The counts of one group of tickets, and the shares that follow from them.
class Tally
{
public:
    void add(const Marks &marks, int satisfaction);
    Tally &operator+=(const Tally &other);

    qint64 operator[](Measure measure) const { return m_counts[int(measure)]; }
    /// How many gave this answer, 1…5.
    qint64 answers(int satisfaction) const { return m_answers[satisfaction - 1]; }

    /// All shares lie between 0 and 1; nothing where there is nothing to share.
    std::optional<double> lateShare() const; ///< late ÷ (on time + late)
    std::optional<double> onTimeShare() const; ///< on time ÷ (on time + late)
    std::optional<double> firstFixShare() const; ///< fixed at once ÷ repairs done
    std::optional<double> satisfiedShare() const; ///< satisfied ÷ rated
    std::optional<double> averageSatisfaction() const; ///< 1…5

    bool operator==(const Tally &) const = default;

private:
    std::optional<double> share(Measure part, qint64 whole) const;

    std::array<qint64, measureCount> m_counts{};
    std::array<qint64, 5> m_answers{};
};

/// How long something took, over several tickets.
struct Spread {
    qint64 count = 0;
    qint64 mean_ms = 0;
    qint64 median_ms = 0; ///< of an even number the mean of the middle two

    static Spread of(std::vector<qint64> &&lengths_ms);
    bool operator==(const Spread &) const = default;
};

} // namespace reports
