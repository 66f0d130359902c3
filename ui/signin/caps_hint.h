// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace ui::signin
{

enum class Caps { Unknown, Off, On };

/// Whether Caps Lock is on, as far as a key that was typed tells: a capital letter without Shift, or a small one with it.
Caps capsSeenIn(const QKeyEvent &key);

} // namespace ui::signin
