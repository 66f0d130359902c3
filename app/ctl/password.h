// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ctl
{

/// Passwords come from the environment, where no list of processes shows them, else from a prompt on the terminal that
/// shows nothing of what is typed. Where there is neither: exit 1, saying so.

/// Of whoever does it: GRIDDESK_PASSWORD.
QString readPassword(const QString &login);
/// A new one for somebody: GRIDDESK_NEW_PASSWORD, else asked for twice.
QString readNewPassword(const QString &login);

} // namespace ctl
