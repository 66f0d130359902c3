// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clock_label.h"

#include "widgets/time_words.h"

#include <QCoreApplication>

namespace ui::widgets
{

ClockWords clockWords(qint64 due_ms, qint64 now_ms, qint64 soon_ms)
{
    const qint64 left_ms = due_ms - now_ms;
    if (left_ms < 0)
        return {Mood::Late,
            QCoreApplication::translate("TimeWords", "%1 late").arg(durationWords(left_ms))};
    const Mood mood = left_ms <= soon_ms ? Mood::Soon : Mood::Running;
    return {mood, QCoreApplication::translate("TimeWords", "%1 left").arg(durationWords(left_ms))};
}

ClockLabel::ClockLabel(const QTimeZone &zone, QWidget *parent)
    : IconText(parent)
    , m_zone(zone)
{
}

void ClockLabel::setClock(qint64 due_ms, qint64 now_ms)
{
    const ClockWords words = clockWords(due_ms, now_ms, m_soon_ms);
    const bool calm = words.mood == Mood::Running;
    setContent(calm ? QStringLiteral("clock") : moodIcon(words.mood), words.text,
        calm ? look::Tone::Text : moodTone(words.mood));
    setToolTip(tr("due %1").arg(exactTime(due_ms, m_zone)));
}

void ClockLabel::setResting()
{
    setContent(QStringLiteral("pause"), tr("rests"), look::Tone::Text);
    setToolTip({});
}

} // namespace ui::widgets
