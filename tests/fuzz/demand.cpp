// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

namespace fuzz
{

void demand(bool holds, const char *what)
{
    if (!holds)
        qFatal("fuzzing found: %s", what);
}

} // namespace fuzz
