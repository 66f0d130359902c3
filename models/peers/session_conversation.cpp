// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session_conversation.h"

namespace peers
{

SessionConversation::SessionConversation(Exchange &exchange, const Id &peer, Ways ways)
    : m_ways(std::move(ways))
    , m_session(exchange, peer, Limits(), m_ways.send)
{
    m_session.onChanged([this] {
        if (m_session.hasEnded())
            m_ways.end(m_session.state().refusal);
        else
            m_ways.changed();
    });
}

Conversation::Progress SessionConversation::progress() const
{
    const Session::State state = m_session.state();
    return {state.toSend, state.toCome, state.phase == Session::Phase::InStep};
}

} // namespace peers
