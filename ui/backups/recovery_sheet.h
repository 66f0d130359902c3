// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QDateTime>

namespace ui::backups
{

// The sheet that goes into the safe: the code in large type, what it opens, when it was made, and what to do with it. It can be
// typed or scanned.
struct RecoverySheet {
    QString company;
    QString deskName;
    QString code; // in groups
    QDateTime madeAt; // of the company
};

paper::Pages recoveryPages(const RecoverySheet &sheet);

} // namespace ui::backups
