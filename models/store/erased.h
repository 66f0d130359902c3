// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

#include <QSet>

namespace store
{

/// Whose keys were destroyed, so that no backup brings them back: ids alone, which name nobody, in a file beside the
/// database. It is never replaced by a restore, only added to.

/// Adds to those that are remembered; durable before it returns. A refusal leaves the list as it was.
std::optional<domain::Refusal> rememberErased(
    const DeskFolder &folder, const QVector<domain::Id> &owners);
/// All of them. A damaged list is refused rather than taken for an empty one.
std::variant<QSet<domain::Id>, domain::Refusal> erasedOwners(const DeskFolder &folder);

} // namespace store
