// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// Fonts such as Noto Sans CJK draw 用 and the Kangxi radical ⽤, 长 and ⻓, space and tab with one
// glyph, and Qt writes into a PDF the lowest code point that a glyph has: what looks right would be
// copied as radicals and never be found. This puts the characters that people type in their place.
namespace ui::paper
{
// A PDF as Qt writes it, with its tables from glyph to text corrected by an incremental update.
// Anything else comes back as it was.
QByteArray withReadableText(const QByteArray &pdf);
} // namespace ui::paper
