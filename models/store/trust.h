// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

namespace store
{

/// How far a desk believes its own tables. One that began with another desk's snapshot works with it at once and checks meanwhile
/// everything that is in it. Should that fail, it writes no more, sets the tables aside, and begins anew from its peers' entries.
enum class Trust : quint8 {
    Own, ///< folded here, or checked
    Borrowed, ///< another desk's, not yet checked
    Broken, ///< another desk's, and not what the record gives
};

/// Throws SqlFailure.
Trust trustIn(Database &database);
void setTrust(Database &database, Trust trust);

/// What a desk with broken tables says to whoever wants to write.
domain::Refusal refusalOfBroken();

/// Where a desk's tables are broken they are set aside under backups/ and it has empty ones: what it wrote itself waits there for
/// the others' entries, the owners' keys that it has stay. Nothing is done while another process holds the desk.
std::optional<domain::Refusal> beginAnewWhereBroken(
    const DeskFolder &folder, const Secrets &secrets, qint64 now_ms);

} // namespace store
