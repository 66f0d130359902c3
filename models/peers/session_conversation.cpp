// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session_conversation.h"

namespace peers
{

SessionConversation::SessionConversation(
    Exchange &exchange, SnapshotStand &stand, const Id &peer, Ways ways)
    : m_ways(std::move(ways))
    , m_stand(stand)
    , m_session(exchange, peer, Limits(), m_ways.send)
{
    m_session.onChanged([this] {
        if (m_session.hasEnded())
            m_ways.end(m_session.state().refusal);
        else
            m_ways.changed();
    });
    m_session.onOther([this](const Frame &frame) { return take(frame); });
}

bool SessionConversation::take(const Frame &frame)
{
    const auto *asked = std::get_if<SnapshotAsked>(&frame);
    if (!asked)
        return false;
    m_stand.ask(*asked, [this, alive = std::weak_ptr(m_alive)](const SnapshotPart &part) {
        if (!alive.expired())
            m_session.say(part);
    });
    return true;
}

Conversation::Progress SessionConversation::progress() const
{
    const Session::State state = m_session.state();
    return {state.toSend, state.toCome, state.phase == Session::Phase::InStep};
}

} // namespace peers
