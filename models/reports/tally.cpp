// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/tally.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace reports
{

Marks marksOf(const store::TicketFacts &ticket, qint64 at_ms)
{
    Marks marks;
    for (const MeasureSpec &spec : allMeasures())
        marks[size_t(spec.measure)] = spec.counts(ticket, at_ms);
    return marks;
}

void Tally::add(const Marks &marks, int satisfaction)
{
    for (size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += marks[i];
    if (satisfaction >= 1 && satisfaction <= int(m_answers.size()))
        ++m_answers[size_t(satisfaction - 1)];
}

Tally &Tally::operator+=(const Tally &other)
{
    std::ranges::transform(m_counts, other.m_counts, m_counts.begin(), std::plus());
    std::ranges::transform(m_answers, other.m_answers, m_answers.begin(), std::plus());
    return *this;
}

std::optional<double> Tally::share(Measure part, qint64 whole) const
{
    return whole ? std::optional(double((*this)[part]) / double(whole)) : std::nullopt;
}

std::optional<double> Tally::lateShare() const
{
    return share(Measure::Late, (*this)[Measure::OnTime] + (*this)[Measure::Late]);
}

std::optional<double> Tally::onTimeShare() const
{
    return share(Measure::OnTime, (*this)[Measure::OnTime] + (*this)[Measure::Late]);
}

std::optional<double> Tally::firstFixShare() const
{
    return share(Measure::FixedFirst, (*this)[Measure::RepairsDone]);
}

std::optional<double> Tally::satisfiedShare() const
{
    return share(Measure::Satisfied, (*this)[Measure::Rated]);
}

std::optional<double> Tally::averageSatisfaction() const
{
    qint64 sum = 0, count = 0;
    for (size_t i = 0; i < m_answers.size(); ++i) {
        sum += qint64(i + 1) * m_answers[i];
        count += m_answers[i];
    }
    return count ? std::optional(double(sum) / double(count)) : std::nullopt;
}

Spread Spread::of(std::vector<qint64> &&lengths_ms)
{
    if (lengths_ms.empty())
        return {};
    const auto count = qint64(lengths_ms.size());
    const qint64 sum = std::accumulate(lengths_ms.begin(), lengths_ms.end(), qint64(0));
    const auto middle = lengths_ms.begin() + count / 2;
    std::ranges::nth_element(lengths_ms, middle);
    qint64 median = *middle;
    if (count % 2 == 0)
        median = (median + *std::ranges::max_element(lengths_ms.begin(), middle)) / 2;
    return {count, sum / count, median};
}

} // namespace reports
