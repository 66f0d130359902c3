// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFontMetrics;

namespace ui::tickets
{

/// The room that a column of tickets needs for its heading and for what usually stands in it, in the language
/// that is spoken and in this font; a name or a street that is longer is cut. Device-independent pixels.
int columnWidth(int column, const QFontMetrics &metrics);

} // namespace ui::tickets
