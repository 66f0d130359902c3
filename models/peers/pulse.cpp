// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/pulse.h"

namespace peers
{

void Pulse::heard(bool isWhole, bool isWithin)
{
    m_heard_ms = m_now_ms;
    if (isWhole || !m_isWithin)
        m_frame_ms = m_now_ms;
    m_isWithin = isWithin;
}

Pulse::Want Pulse::tick(qint64 now_ms)
{
    m_now_ms = now_ms;
    // A clock that was set back would otherwise wait for its old time.
    m_heard_ms = qMin(m_heard_ms, now_ms);
    m_frame_ms = qMin(m_frame_ms, now_ms);
    m_started_ms = qMin(m_started_ms, now_ms);
    if (now_ms - m_second_ms >= 1'000 || now_ms < m_second_ms) {
        m_second_ms = now_ms;
        m_questions = 0;
    }
    if (!m_isGreeted)
        return now_ms - m_started_ms >= m_limits.greeting_ms ? Want::GiveUp : Want::Nothing;
    if (now_ms - m_heard_ms >= m_limits.silence_ms
        || (m_isWithin && now_ms - m_frame_ms >= m_limits.frame_ms))
        return Want::GiveUp;
    if (m_isAsked || now_ms - m_heard_ms < m_limits.quiet_ms)
        return Want::Nothing;
    m_isAsked = true;
    return Want::Ping;
}

} // namespace peers
