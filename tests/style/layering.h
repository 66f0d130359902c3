// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/source.h"

namespace style
{

// Who may use whom. A layer below models/ uses the layers and the Qt modules that its row of the
// table names and nothing else; ui knows no record, store or
// exchange (the import page alone knows exchange); SQL stays in the store.

// Complains of an include that the table forbids.
QStringList forbiddenIncludes(const Source &source);

// Complains of a layer's CMakeLists.txt that links what its row of the table does not name.
QStringList forbiddenLinks(const Source &cmakeLists);

} // namespace style
