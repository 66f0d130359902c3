// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/desk_line.h"
#include "widgets/mood.h"

#include <QTimeZone>

namespace ui::desks
{

// How it stands with a desk, with the hub, and with all of them together, as people at the counter say it. `Moment` is when it is
// said, and by which clock on the wall.
struct Moment {
    qint64 now_ms = 0;
    QTimeZone zone;
};

QString nameWords(const items::DeskLine &line);
QString standingWords(const items::DeskLine &line, const Moment &moment);
widgets::Mood moodOf(const items::DeskLine &line);
// By the network, by an address, over the hub.
QString wayWords(const items::DeskLine &line);
QString contactWords(const items::DeskLine &line, const Moment &moment);
// How far its clock is off; empty while both agree.
QString clockWords(const items::DeskLine &line);
// What is still to come and to go; empty where there is nothing.
QString lagWords(const items::DeskLine &line);
// One sentence: what this state means, and what is to be done about it, if anything.
QString explanation(const items::DeskLine &line);

// The status line's.
QString summaryWords(const items::SyncSummary &summary, const Moment &moment);

} // namespace ui::desks
