// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/watch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>

namespace ui::signin
{

namespace
{

constexpr int turn_ms = 1'000;
constexpr qint64 minute_ms = 60'000;
/// More than the two clocks ever drift apart between two looks.
constexpr qint64 shortestSleep_ms = 10'000;
/// Longer than any work keeps this thread.
constexpr qint64 longestTurn_ms = 2 * minute_ms;

Watch::Monotonic systemsMonotonic()
{
    QElapsedTimer since;
    since.start();
    return [since] { return since.elapsed(); };
}

bool isDoing(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

Watch::Watch(const domain::Clock &clock, Monotonic monotonic, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_monotonic(monotonic ? std::move(monotonic) : systemsMonotonic())
{
    restart();
    m_turn.setInterval(turn_ms);
    connect(&m_turn, &QTimer::timeout, this, &Watch::look);
    m_turn.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void Watch::setIdleMinutes(int minutes)
{
    m_idleMinutes = minutes;
    restart();
}

void Watch::restart()
{
    m_active_ms = m_wall_ms = m_clock.now_ms();
    m_steady_ms = m_monotonic();
}

void Watch::look()
{
    const qint64 wall_ms = m_clock.now_ms(), steady_ms = m_monotonic();
    const qint64 gap_ms = wall_ms - m_wall_ms;
    const qint64 asleep_ms = gap_ms - (steady_ms - m_steady_ms);
    m_wall_ms = wall_ms;
    m_steady_ms = steady_ms;
    // A clock that was set back must not make the idle time endless.
    m_active_ms = std::min(m_active_ms, wall_ms);
    m_hasSlept = asleep_ms >= shortestSleep_ms || gap_ms >= longestTurn_ms;
    if (m_hasSlept)
        Q_EMIT slept();
    else if (m_idleMinutes > 0 && wall_ms - m_active_ms >= m_idleMinutes * minute_ms)
        Q_EMIT idled();
}

bool Watch::eventFilter(QObject *watched, QEvent *event)
{
    if (isDoing(event->type())) {
        // The first key after waking must not reach what was left open; it comes before the next look.
        if (m_clock.now_ms() - m_wall_ms >= shortestSleep_ms) {
            look();
            if (m_hasSlept)
                return true;
        }
        m_active_ms = m_clock.now_ms();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::signin
