// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/online_channel.h"
#include "widgets/mood.h"

#include <QTimeZone>

namespace ui::online
{

// Now, as the company's clock on the wall shows it.
struct Moment {
    qint64 now_ms = 0;
    QTimeZone zone;
};

widgets::Mood moodOf(const items::OnlineSource &source);
// In one word or two: "fine", "not reached", "never asked".
QString standingWords(const items::OnlineSource &source);
// What it means and what to do; empty where nothing is to be said.
QString adviceWords(const items::OnlineSource &source);
QString mappedWords(const items::OnlineSource &source);
QString intervalWords(int interval_min);
QString momentWords(qint64 at_ms, const Moment &moment);

widgets::Mood moodOf(items::OnlineLine::Kind kind);
QString kindWords(items::OnlineLine::Kind kind);
// What is known of it, in one line.
QString lineWords(const items::OnlineLine &line);

// How the channel as a whole stands: what is being asked, or why nothing is by itself.
QString channelWords(const items::OnlineChannel &channel);
widgets::Mood moodOf(const items::OnlineChannel &channel);
// What came of asking, for the band over the page.
QString outcomeWords(const items::OnlineOutcome &outcome);
widgets::Mood moodOf(const items::OnlineOutcome &outcome);
// "3 request(s) came in", for a message and the line at the bottom.
QString cameInWords(qint64 count);

} // namespace ui::online
