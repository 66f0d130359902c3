// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <optional>

namespace app
{

/// Fills a desk with the sample company: ten grids, forty people, three hundred households and six hundred
/// tickets over the year up to now, in all kinds, lines and states, through the same commands as any
/// other. Chance falls the same way every time; only the times follow the desk's clock. Nothing when all was accepted.
std::optional<domain::Refusal> fillWithSample(Desk &desk);

/// Founds the sample company on a new desk in a folder and fills it.
Desk::Opening foundSample(const QString &folder, domain::Clock &clock, domain::Random &random);

} // namespace app
