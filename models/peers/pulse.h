// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/session_limits.h"

namespace peers
{

/// How long the other side of a session has been silent. Time is handed in, so that a session keeps the clock of whoever runs it.
class Pulse
{
public:
    enum class Want : quint8 {
        Nothing,
        Ping, ///< ask whether it is still there
        GiveUp,
    };

    explicit Pulse(const Limits &limits)
        : m_limits(limits)
    {
    }

    void start(qint64 now_ms) { m_now_ms = m_started_ms = m_heard_ms = m_frame_ms = now_ms; }
    /// Bytes came; with them a frame became whole, or they end within one.
    void heard(bool isWhole, bool isWithin);
    void greeted() { m_isGreeted = true; }
    void ponged() { m_isAsked = false; }
    bool isAsked() const { return m_isAsked; }
    /// A question came from the other side: false when there are more of them than anybody has.
    bool questioned() { return ++m_questions <= m_limits.questions; }
    Want tick(qint64 now_ms);
    qint64 now_ms() const { return m_now_ms; }

private:
    const Limits m_limits;
    qint64 m_now_ms = 0;
    qint64 m_started_ms = 0;
    qint64 m_heard_ms = 0;
    qint64 m_frame_ms = 0; ///< when the frame began that is coming in
    qint64 m_second_ms = 0; ///< when the second began in which questions are counted
    int m_questions = 0;
    bool m_isGreeted = false;
    bool m_isAsked = false;
    bool m_isWithin = false;
};

} // namespace peers
