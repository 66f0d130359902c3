// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/map_reader.h"

namespace exchange
{

// In a drawing the name of an area is a text that somebody put into it. Where exactly one lies inside, it becomes the area's
// own text; with several nobody can say which is meant, and the area keeps none.
void nameAreasByTexts(MapContent &drawing);

} // namespace exchange
