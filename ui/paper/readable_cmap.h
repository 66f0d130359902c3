// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/readable.h"

#include <QByteArray>

// The table from glyph to text that each font in a PDF carries (its ToUnicode CMap).
namespace ui::paper
{
// The table with the characters that people type; empty where it is no such table.
QByteArray readableCmap(const QByteArray &cmap, const Readable &readable);
} // namespace ui::paper
