// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session_conversation.h"

namespace peers
{

SessionConversation::SessionConversation(
    Exchange &exchange, const Besides &besides, const Id &peer, Ways ways)
    : m_ways(std::move(ways))
    , m_besides(besides)
    , m_session(exchange, peer, Limits(), m_ways.send)
{
    m_session.onChanged([this] { changed(); });
    m_session.onOther([this](const Frame &frame) { return take(frame); });
}

SessionConversation::~SessionConversation()
{
    if (m_line)
        m_besides.files.close(m_line);
}

void SessionConversation::changed()
{
    if (m_session.hasEnded()) {
        m_ways.end(m_session.state().refusal);
        return;
    }
    // Files come behind the entries.
    if (!m_line && m_session.state().phase == Session::Phase::InStep)
        m_line = m_besides.files.open([this](const Frame &frame) { m_session.say(frame); });
    m_ways.changed();
}

bool SessionConversation::take(const Frame &frame)
{
    if (const auto *file = std::get_if<FileAsked>(&frame)) {
        m_besides.files.answer(*file, [this](const Frame &part) { m_session.say(part); });
        return true;
    }
    if (const auto *part = std::get_if<FilePart>(&frame))
        return m_line && m_besides.files.take(m_line, *part);
    const auto *asked = std::get_if<SnapshotAsked>(&frame);
    if (!asked)
        return false;
    m_besides.stand.ask(*asked, [this, alive = std::weak_ptr(m_alive)](const SnapshotPart &part) {
        if (!alive.expired())
            m_session.say(part);
    });
    return true;
}

Conversation::Progress SessionConversation::progress() const
{
    const Session::State state = m_session.state();
    return {state.toSend, state.toCome, state.phase == Session::Phase::InStep,
        m_session.clockAhead_ms()};
}

} // namespace peers
