// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

namespace peers
{

/// Why a session came to its end. The numbers travel in Bye and are never given to another meaning.
enum class Ending : quint8 {
    Parted = 1, ///< one of both closes or goes to sleep
    TryLater = 2, ///< what came couldn't be kept: full disk, damage
    Silent = 3, ///< nothing was heard for too long
    Faulty = 4, ///< the other side sent what no desk sends
    NoCommonProtocol = 5,
    OtherCompany = 6,
    SameDesk = 7, ///< a copy of this very desk
    OtherDesk = 8, ///< not the desk that the connection was made to
    NotAdmitted = 9, ///< unknown here, or revoked
    TooMuch = 10, ///< sends or asks more than was agreed
};

/// Whether the same two may succeed by themselves after a while.
bool mayTryAgain(Ending ending);
/// What this desk says to its people when it ended the session; `detail` is put behind what happened.
domain::Refusal refusalOf(Ending ending, const QString &detail = {});
/// The same when the other side ended it. Its words are in its own language and stand behind ours; a number that
/// only a later program knows is told by them alone.
domain::Refusal refusalByPeer(qint64 ending, const QString &words);

} // namespace peers
