// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

namespace peers
{

/// Why one side doesn't talk to the other. It travels as a number, and either side says it in its own language.
enum class Objection : quint8 {
    None,
    Garbage, ///< what came is none of our frames
    Version, ///< the other program greets in another way
    Unproven, ///< it doesn't hold the key that it names, or somebody stands in between
    Unknown, ///< no desk of this company
    NotJoined, ///< invited and not let in yet
    Revoked,
    ItsOwn, ///< it calls itself the same desk
    Doubled, ///< there is a better connection to the same desk
    NotInvited, ///< the invitation is used up, too old, or never was
    NotAdmitted, ///< a person said no, or the codes were not the same
    Busy, ///< too many at once
    Silent, ///< nothing came for too long
    Deaf, ///< nothing was read for too long
    Leaving, ///< the program ends
    Last = Leaving
};

/// What we object to the other side.
domain::Refusal toPeer(Objection objection);
/// What the other side objects to us.
domain::Refusal byPeer(Objection objection);

} // namespace peers
