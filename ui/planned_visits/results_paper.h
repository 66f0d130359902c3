// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/visit_results.h"
#include "paper/document.h"

namespace ui::planned_visits
{

/// What came of a round on paper: who was reached, what was answered to each question, and both by grid.
paper::Document resultsPaper(
    const items::RoundView &view, store::Reader &reader, const domain::Id &printedBy);

} // namespace ui::planned_visits
