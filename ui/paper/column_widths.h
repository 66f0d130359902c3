// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"

// How a table's width is divided among its columns: by their shares, but no column is
// so narrow that a number, a date or a word would be broken, as long as the paper has room.
namespace ui::paper
{
QList<qreal> columnWidths(const Table &table, qreal width);
}
