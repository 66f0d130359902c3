// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/icon_text.h"
#include "widgets/mood.h"

#include <QTimeZone>

namespace ui::widgets
{

struct ClockWords {
    Mood mood; // Running, Soon or Late
    QString text; // "1 h 35 min left", "2 h 15 min late"
};

// `soon_ms` before it is due a clock counts as about to be late.
ClockWords clockWords(qint64 due_ms, qint64 now_ms, qint64 soon_ms);

// A promise's clock in words: what is left, or by how much it is late; the exact time on hover. It has
// no timer of its own: whoever shows it says what time it is.
class ClockLabel : public IconText
{
    Q_OBJECT

public:
    explicit ClockLabel(const QTimeZone &zone, QWidget *parent = nullptr);

    void setSoon(qint64 soon_ms) { m_soon_ms = soon_ms; }
    void setClock(qint64 due_ms, qint64 now_ms);
    // One that rests: nothing runs out meanwhile.
    void setResting();

private:
    QTimeZone m_zone;
    qint64 m_soon_ms = 30 * 60 * 1000;
};

} // namespace ui::widgets
