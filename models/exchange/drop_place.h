// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "store/desk_folder.h"

#include <optional>

namespace exchange
{

// Why this can't be a drop folder of a desk, since every file in one is moved: there is none, it belongs to a desk or holds this
// one, or it is a person's home or the whole disk. Nothing when it can.
std::optional<domain::Refusal> dropPlaceFault(const QString &folder, const store::DeskFolder &desk);

// What to do about it.
QString emptyFolderAdvice();

} // namespace exchange
