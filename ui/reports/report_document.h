// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"
#include "reports/figures.h"

namespace ui::reports
{

// A report's figures on paper: heading, key figures and what changed, then one chart per question with
// its table. The same for every report of the table of reports; what has no figures has no section.
paper::Document reportDocument(
    const ::reports::Figures &figures, const QString &madeBy, const QDateTime &madeAt);

} // namespace ui::reports
