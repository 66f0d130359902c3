// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/palette.h"

#include <QString>

namespace ui::widgets
{

// How a state feels at the counter. Each mood has a shape and a tone; the word comes from the caller,
// so that no state is told by colour alone.
enum class Mood { Open, Running, Waiting, Soon, Late, Done, Conflict };

look::Tone moodTone(Mood mood);
QString moodIcon(Mood mood);

} // namespace ui::widgets
