// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/texts.h"

namespace ui::desks
{

using widgets::paragraph;
using widgets::quietParagraph;
using widgets::readAloud;

// Running text of the dialogs about desks, in a width that is read easily.
inline constexpr int readableWidth = 500;

} // namespace ui::desks
