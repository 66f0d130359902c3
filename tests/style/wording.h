// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/source.h"

namespace style
{

// What no source file may say, and the one line that each must begin with.

// The first line names the licence.
QStringList missingLicence(const Source &source);

// Marks of unfinished work.
QStringList leftovers(const Source &source);

// Connects by string, which the compiler can't check.
QStringList stringConnects(const Source &source);

// Waiting for time to pass instead of for what should happen; spinning the event loop by hand.
QStringList waiting(const Source &source);

} // namespace style
