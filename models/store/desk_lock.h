// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

#include <QLockFile>

namespace store
{

/// Takes a desk for writing: one process at a time does. The refusal names the one that holds it.
std::optional<domain::Refusal> takeLock(QLockFile &lock, const DeskFolder &folder);

} // namespace store
