// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mood.h"

namespace ui::widgets
{

look::Tone moodTone(Mood mood)
{
    switch (mood) {
    case Mood::Open:
        return look::Tone::Text;
    case Mood::Running:
        return look::Tone::Accent;
    case Mood::Waiting:
        return look::Tone::Muted;
    case Mood::Soon:
        return look::Tone::Soon;
    case Mood::Late:
        return look::Tone::Late;
    case Mood::Done:
        return look::Tone::Done;
    case Mood::Conflict:
        return look::Tone::Conflict;
    }
    return look::Tone::Text;
}

QString moodIcon(Mood mood)
{
    switch (mood) {
    case Mood::Open:
        return QStringLiteral("open");
    case Mood::Running:
        return QStringLiteral("running");
    case Mood::Waiting:
        return QStringLiteral("pause");
    case Mood::Soon:
        return QStringLiteral("warning");
    case Mood::Late:
        return QStringLiteral("late");
    case Mood::Done:
        return QStringLiteral("done");
    case Mood::Conflict:
        return QStringLiteral("conflict");
    }
    return QStringLiteral("open");
}

} // namespace ui::widgets
