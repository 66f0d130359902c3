// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "store/command_taker.h"
#include "store/desk_folder.h"

#include <QThread>

namespace beside
{

class Door;

/// The process that has the desk open for writing, a window or `serve` or the tool, takes the commands of others beside it:
/// it listens on a socket in the desk's folder, on a thread of its own, and hands what it is asked to the committer.
/// Only processes of the same user that could open the desk themselves are let in. Where no socket can be made (some
/// file systems have none), the others are told that the desk is open elsewhere.
class Host
{
public:
    /// Whoever has taken the desk's lock; a socket left by a process that died is taken over. `taker` outlives it.
    Host(const store::DeskFolder &folder, const QByteArray &deskKey, store::CommandTaker &taker,
        domain::Random &random);
    /// Answers what was asked, says farewell to the others and ends.
    ~Host();

private:
    QThread m_thread;
    Door *m_door;
};

} // namespace beside
