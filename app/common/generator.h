// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <functional>
#include <optional>

class Desk;

namespace app
{

/// What to make for a load test. The same seed makes the same tickets, with the same ids and times;
/// a seed whose tickets the desk has already is refused.
struct Load {
    qint64 tickets = 0;
    quint64 seed = 1;
    std::function<void(qint64 done)> progress;
};

/// Fills a desk with plausible tickets, spread evenly over the three years 2022–2024: a customer's file for every ten,
/// the sample company's grids and people, words as often as people use them. Nearly all are over; a few are under way.
std::optional<domain::Refusal> generate(Desk &desk, const Load &load);

} // namespace app
