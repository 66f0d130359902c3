// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/figure_table.h"

namespace app
{

/// Writes a report's figures as a workbook. Gives why it couldn't, for the person who asked; empty when done.
QString writeFigures(const reports::FigureTable &table, const QString &path);

} // namespace app
