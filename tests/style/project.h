// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/source.h"

namespace style
{

// The root of the tree and what a release says of itself.

// Complains of what does not belong at the top level. `ignored` is the text of .gitignore: what a
// build or an editor leaves there is nobody's concern.
QStringList strangersAtTop(const QStringList &entries, const QString &ignored);

// The version that the program is built with must be the newest heading of the change log.
QStringList versionsThatDiffer(const Source &cmakeLists, const Source &changelog);

} // namespace style
