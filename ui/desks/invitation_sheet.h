// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QStringList>

namespace ui::desks
{

// An invitation as it is carried to the new computer: the code in large type, where to call, until when, and what to do there.
struct InvitationSheet {
    QString company;
    QString invitingDesk;
    QString newDesk;
    QString code;
    QStringList addresses; // of the inviting desk
    QString until;
};

paper::Pages invitationPages(const InvitationSheet &sheet);
// The same to paste into a message.
QString invitationText(const InvitationSheet &sheet);
// The code in lines of so many groups.
QString inLines(const QString &code, int groups);

} // namespace ui::desks
